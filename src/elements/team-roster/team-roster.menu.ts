/** The choices in the menu of a roster: the list as one page, the download, the print. */
import type { Wording } from '../../i18n/figures.js';
import type { MenuItem } from '../../parts/base/footer.js';
import type { RosterPrint } from './team-roster.print.js';

/** The choices that a roster adds to its menu. */
export function rosterMenu(
  print: RosterPrint,
  /** Absent where the page hides the download. */
  save: (() => Promise<void>) | undefined,
  { t }: Wording,
): MenuItem[] {
  return [
    {
      label: t(print.isPage ? 'rosterPlainClose' : 'rosterPlain'),
      choose: () => print.show(!print.isPage),
    },
    ...(save ? [{ label: t('download'), choose: save }] : []),
    { label: t('rosterPrint'), choose: () => print.print() },
  ];
}
