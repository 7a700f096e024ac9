/** The name of the page of one view: that of its two files, `embed/NAME.html` and `oembed/NAME.json`. */

/** Latin letters, digits and dashes, because the name stands in addresses and in file systems of all kinds. */
export const VIEW_NAME = /^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/;

/**
 * A name from what the view shows: "kpi-card-48-2008".
 *
 * @param view - whole address of `embed.html` with the view
 */
export function viewName(view: string): string {
  const { searchParams } = new URL(view);
  const shown = ['widget', 'area', 'campaign'].map((key) => searchParams.get(key) ?? '');
  const name = shown.join('-').toLowerCase();
  return (
    name
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || 'view'
  );
}
