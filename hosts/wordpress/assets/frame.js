/* global fitIntoFrame, tellHeight -- the library's own, which the build puts above */
/*
 * The page of one widget: says its height to the page around the frame, and draws the longest form of the widget
 * that stands whole in it.
 */
const script = document.currentScript;
document.documentElement.classList.toggle('alone', window.parent === window);
const tell = tellHeight(undefined);

/** Fits the widget once its figures are there. A map is always fitted, because a cut one shows half a country. */
function fitOnce({ target }) {
  const address = new URL(location.href.split('#')[0]);
  const isWanted = address.searchParams.has('fit') || target.localName === 'tcns-coverage-map';
  if (!target.matches('#main > *')) return;
  removeEventListener('tcns-load', fitOnce, true);
  if (window.parent === window || !isWanted) return;
  address.searchParams.delete('fit');
  fitIntoFrame({
    widget: target.localName.slice('tcns-'.length),
    element: target,
    address: address.href,
    words: { whole: script.dataset.whole, title: document.title },
    tell,
  });
}
addEventListener('tcns-load', fitOnce, true);
