export const TITLES: Record<string, readonly [vi: string, en: string]>;
export const DEMO_EMBEDS: Record<string, string>;
export function oembed(
  url: string,
  options: { base: string; maxwidth?: string | null; maxheight?: string | null },
): Record<string, string | number> | undefined;
export function discovery(href: string): string;
