/** The shared tokens, read from the style sheet that defines them: they can't be out of date here. */
export interface Token {
  readonly name: string;
  readonly light: string;
  /** Its form for dark pages, where it has one. */
  readonly darkName: string | undefined;
  readonly dark: string;
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').replace(/,\s*$/, '').trim();

/** The public tokens of a sheet and their defaults, in the order of the sheet. */
export function sharedTokens(css: string): Token[] {
  const found = new Map<string, string>();
  const use = /var\(\s*(--tcns-[\w-]+),\s*([^;()]*)\)/g;
  for (let match = use.exec(css); match; match = use.exec(css)) {
    const [, name = '', value = ''] = match;
    if (!found.has(name)) found.set(name, squeeze(value));
  }
  return [...found]
    .filter(([name]) => !name.startsWith('--tcns-dark-'))
    .map(([name, light]) => {
      const darkName = name.replace('--tcns-', '--tcns-dark-');
      const dark = found.get(darkName);
      return { name, light, darkName: dark === undefined ? undefined : darkName, dark: dark ?? '' };
    });
}

/** Relative luminance of `#rgb` or `#rrggbb` (WCAG 2). */
function luminance(colour: string): number {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How far two colours are apart, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 1, dark = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
