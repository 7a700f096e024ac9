/* global MutationObserver */
/** Resolves when a map's drawing is there; looking for it every millisecond would be measured, too. */
export const drawn = (map) =>
  new Promise((done) => {
    const look = () => map.shadowRoot.querySelector('svg.map') && done(seen.disconnect());
    const seen = new MutationObserver(look);
    seen.observe(map.shadowRoot, { childList: true, subtree: true });
    look();
  });
