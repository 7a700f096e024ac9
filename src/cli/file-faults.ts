/** What a system says of a file, in words. */

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'a page is expected, this is a folder',
  EACCES: 'it may not be read or written',
  EROFS: 'the disk may not be written',
  ENOSPC: 'the disk is full',
};

/** Why a file was not read or written, in one line. */
export const whyNot = ({ code, message }: NodeJS.ErrnoException): string =>
  SYSTEM[code ?? ''] ?? message.split('\n')[0] ?? message;
