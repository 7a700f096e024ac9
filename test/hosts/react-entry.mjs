/* global document -- inside the page */
/** React as a host page has it: a list with keys whose order, attributes and neighbours change. */
import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** A node of the markup of `widgets.mjs` for React; a widget is the same element as long as its key is. */
function itemOf(node) {
  if (!node.localName) return node.nodeValue;
  const props = { key: node.dataset.w };
  for (const { name, value } of node.attributes) props[name] = value;
  return createElement(node.localName, props, ...[...node.childNodes].map(itemOf));
}

/**
 * Draws the widgets of a piece of HTML; what it gives back draws them again.
 *
 * @returns `draw(change)`, where `change` takes the list of elements and gives another one
 */
globalThis.reactPage = (place, html) => {
  const box = document.implementation.createHTMLDocument('').body;
  box.innerHTML = html;
  const first = [...box.children].map(itemOf);
  let draw;
  function Page() {
    const [list, change] = useState(first);
    draw = change;
    return createElement('section', {}, list);
  }
  flushSync(() => createRoot(place).render(createElement(Page)));
  globalThis.reactFirst = first;
  return (change) => flushSync(() => draw(change));
};
globalThis.reactElement = createElement;
