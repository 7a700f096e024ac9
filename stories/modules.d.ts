/** What the stories import that is no TypeScript: the generated manifest, and styles. */
declare module '*/custom-elements.json' {
  const manifest: { readonly modules: readonly unknown[] };
  export default manifest;
}

declare module '*.css';

declare module '*.css?inline' {
  const css: string;
  export default css;
}
