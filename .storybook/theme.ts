/**
 * Storybook in the colours of the widgets. They are read from the style sheet of the widgets, so that
 * they can't be out of date here; light or dark is what the reader's system asks for.
 */
import { create, getPreferredColorScheme, type ThemeVars } from 'storybook/theming';
import { tokens } from '../src/parts/styles/base.styles.js';
import { sharedTokens } from '../stories/tokens.js';

type Scheme = 'light' | 'dark';

const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const MONO = "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace";
/** The mark of the project: three bars that grow. `static/favicon.svg` is the same. */
const MARK =
  '<svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true" style="vertical-align:-4px;margin-right:8px">' +
  '<g fill="currentColor"><rect x="3" y="17" width="7" height="12" rx="1.5"/>' +
  '<rect x="12.5" y="10" width="7" height="19" rx="1.5"/><rect x="22" y="3" width="7" height="26" rx="1.5"/></g></svg>';

const all = sharedTokens(tokens.cssText);

/** The default of a token: `accent` is `--tcns-color-accent`, or its form for dark pages. */
export function colour(name: string, scheme: Scheme): string {
  const token = all.find((one) => one.name === `--tcns-color-${name}`);
  if (!token) throw new Error(`no token --tcns-color-${name}`);
  return token[scheme];
}

/** The theme of the manager and of the pages of docs. */
export function themeOf(scheme: Scheme): ThemeVars {
  const of = (name: string) => colour(name, scheme);
  return create({
    base: scheme,
    brandTitle: `${MARK}tcns-widgets`,
    brandUrl: './',
    brandTarget: '_self',
    fontBase: FONT,
    fontCode: MONO,
    colorPrimary: of('accent'),
    colorSecondary: of('accent'),
    appBg: of('sunken'),
    appContentBg: of('surface'),
    appPreviewBg: of('surface'),
    appHoverBg: of('line'),
    appBorderColor: of('line'),
    appBorderRadius: 8,
    textColor: of('text'),
    textInverseColor: of('on-accent'),
    textMutedColor: of('muted'),
    barBg: of('surface'),
    barTextColor: of('muted'),
    barHoverColor: of('accent'),
    barSelectedColor: of('accent'),
    buttonBg: of('sunken'),
    buttonBorder: of('line'),
    booleanBg: of('sunken'),
    booleanSelectedBg: of('surface'),
    inputBg: of('surface'),
    inputBorder: of('line'),
    inputTextColor: of('text'),
    inputBorderRadius: 6,
  });
}

/** The theme that the reader's system asks for. */
export const preferredTheme = (): ThemeVars => themeOf(getPreferredColorScheme());
