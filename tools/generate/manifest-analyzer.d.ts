/** `@custom-elements-manifest/analyzer` has no types of its own. */
declare module '@custom-elements-manifest/analyzer/cli.js' {
  /** Reads the elements and gives their manifest. */
  export function cli(options: { argv: string[]; noWrite?: boolean }): Promise<unknown>;
}
