import type { viShare } from './vi.share.js';

/** The English texts of what a menu offers to share. */
export const enShare: typeof viShare = {
  embed: 'Embed',
  embedClose: 'Close the embed code',
  embedCopied: 'Copied.',
  embedCopy: 'Copy',
  embedForm: 'Form of the code',
  embedFrame: 'Frame (iframe)',
  embedHint: 'Paste this code into an article or a page: it shows what is shown here.',
  embedLink: 'oEmbed link',
  embedSelect: 'Select the code and copy it (Ctrl+C).',
  embedTag: 'Script and tag',
  embedTitle: 'Embed code: {title}',
  embedWordpress: 'WordPress block',
  pngDownload: 'Download picture (PNG)',
  sharePng: 'Download picture to share, 1200 × 630 (PNG)',
  svgDownload: 'Download picture (SVG)',
};
