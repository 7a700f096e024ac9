/** `npx tcns-data init|build|diff|match|borders|embed-page`: from a spreadsheet, or a file of borders, to the files of the API. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ownMember } from '../api/own-member.js';
import { HELP } from './data-help.js';
import { EXIT, isPipe, OPTIONS, progress, type Desk, type Values } from './data-options.js';
import { plainText } from './plain-text.js';
import { usageWords, Usage } from './usage.js';

export type { Desk } from './data-options.js';

const DESK: Desk = {
  print: (line) => console.log(line),
  report: (line) => console.error(line),
  now: () => Date.now(),
  stdin: () => new Uint8Array(readFileSync(0)),
};

/** Does what the arguments say, prints, and returns the exit code. */
export async function main(args: readonly string[], caller: Desk = DESK): Promise<number> {
  const desk: Desk = { ...caller, print: (line) => caller.print(plainText(line)) };
  try {
    const { values, positionals } = parse(args);
    const [command, ...rest] = positionals;
    if (values.help || command === undefined || command === 'help') {
      desk.print(HELP.trimEnd());
      return values.help || command === 'help' ? EXIT.done : EXIT.usage;
    }
    const run = ownMember(COMMANDS, command);
    if (!run) throw new Usage(`không có lệnh “${command}”`);
    return await run(rest, values, desk);
  } catch (error) {
    if (error instanceof Usage) {
      desk.print(`tcns-data: ${error.message}\n\n${HELP.trimEnd()}`);
      return EXIT.usage;
    }
    desk.print(`tcns-data: ${failureWords(error as NodeJS.ErrnoException)}`);
    return EXIT.failed;
  }
}

/** What the system said, in words: which file, and what of it. */
function failureWords({ code, path, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `không có tệp hoặc thư mục này: ${path ?? message}`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `không có quyền đọc hoặc ghi: ${path ?? message}`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `đã có tệp ở chỗ cần thư mục: ${path ?? message}`;
  if (code === 'EISDIR') return `đây là thư mục, không phải tệp: ${path ?? message}`;
  return code === 'ENOSPC' ? 'đĩa đã đầy, nên không ghi được' : message;
}

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({
      args: joinedFrom(args),
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new Usage(usageWords(error as NodeJS.ErrnoException));
  }
}

/** `--from -#…`: a value that begins with a dash belongs to its option only behind `=`. */
function joinedFrom(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.length - 1;
    if (joined[last] === '--from' && isPipe(arg)) joined[last] = `--from=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

type Command = (files: readonly string[], values: Values, desk: Desk) => Promise<number>;

/** Each loads its own work, because no other command reads coordinates, and that one reads no workbook. */
const COMMANDS: Readonly<Record<string, Command>> = {
  init: async (...args) => (await import('./data-commands.js')).init(...args),
  build: async (...args) => (await import('./data-commands.js')).build(...args),
  diff: async (...args) => (await import('./data-commands.js')).diff(...args),
  match: async (...args) => (await import('./data-commands.js')).match(...args),
  'embed-page': async (...args) => (await import('./embed-page.js')).embedPage(...args),
  borders: async (files, values, desk) =>
    (await import('./borders.js')).borders(files, values, {
      ...desk,
      progress: progress(values, desk),
    }),
};
