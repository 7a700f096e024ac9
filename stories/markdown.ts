/** The project's own pages in Storybook: one text, shown in two places. */

/** The pages of `docs/` that are pages here too. */
const PAGES: Readonly<Record<string, string>> = {
  'guide.vi.md': 'hướng-dẫn-·-guide-tiếng-việt--docs',
  'guide.md': 'hướng-dẫn-·-guide-english--docs',
  'api.vi.md': 'api-json-·-json-api-tiếng-việt--docs',
  'api.md': 'api-json-·-json-api-english--docs',
  'decisions.md': 'quyết-định-thiết-kế-·-decisions--docs',
};

/** Links between the pages lead to the pages here; what is not here is named and no link. */
export const linked = (markdown: string): string =>
  markdown.replace(
    /\[([^\]]+)\]\((?!https?:|#|\?)([^)#\s]+)(#[^)]*)?\)/g,
    (_, words: string, path: string) => {
      const page = PAGES[path];
      return page ? `[${words}](?path=/docs/${page})` : words;
    },
  );

/** What stands under some headings of a page, each with its heading one level up where told. */
export function sections(markdown: string, ...headings: readonly string[]): string {
  return headings
    .map((heading) => {
      const start = markdown.indexOf(`\n## ${heading}\n`);
      if (start < 0) throw new Error(`no "## ${heading}" in the page`);
      const end = markdown.indexOf('\n## ', start + 1);
      return linked(markdown.slice(start + 1, end < 0 ? undefined : end));
    })
    .join('\n');
}
