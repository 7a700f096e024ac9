/**
 * Runs a tool: in the repository its TypeScript, by tsx; in the npm package what
 * `npm run build:esm` made of it.
 */
import { existsSync } from 'node:fs';
import { exit, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';

export async function runTool(command, name, args) {
  const source = new URL(`../${name}.ts`, import.meta.url);
  let tool = new URL(`../../../dist/esm/cli/${name}.js`, import.meta.url);
  if (existsSync(source)) {
    try {
      const { register } = await import('tsx/esm/api');
      // The repository's own settings (decorators), wherever the command is called from.
      register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)) });
      tool = source;
    } catch {
      stderr.write(`${command}: tsx is not installed. Run "npm ci" in the repository first.\n`);
      exit(2);
    }
  }
  const { main } = await import(tool.href).catch((error) => {
    const missing = /Cannot find package '(@lit-labs\/ssr)'/.exec(String(error))?.[1];
    if (!missing) throw error;
    stderr.write(`${command}: it needs ${missing}: npm install ${missing}\n`);
    exit(2);
  });
  process.exitCode = await main(args);
}
