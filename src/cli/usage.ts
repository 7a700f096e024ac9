/** Wrong usage of a tool, in Vietnamese. */

export class Usage extends Error {}

/** What `parseArgs` found wrong. Its own sentence is English; the option stands in it in quotes. */
export function usageWords({ code, message }: NodeJS.ErrnoException): string {
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `không có tùy chọn “${option}”`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message;
  return /does not take/.test(message)
    ? `tùy chọn “${option}” không nhận giá trị`
    : `tùy chọn “${option}” cần một giá trị`;
}
