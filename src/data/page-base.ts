/**
 * The page as the browser made it. An element that a visitor may write can take any name of `document`
 * (`<img name="querySelector">`) and every name of `window` that nobody has defined (`<a id="tcns">`), so
 * both are read here in ways that no element can answer.
 */

/**
 * `document`, without the names that elements of the page have taken: members are read from its prototypes.
 * It is read only, and no node: what needs a node (`observe`) gets `document` itself.
 */
export const pageDocument = new Proxy({} as Document, {
  get(_, name) {
    const member: unknown = Reflect.get(Document.prototype, name, document);
    return typeof member === 'function' ? (member.bind(document) as unknown) : member;
  },
});

/**
 * The page's elements that a selector finds. An array, because the `some` and `find` that Prototype.js before
 * 1.6.1 gives to lists of elements are its own.
 */
export const findAll = <E extends Element>(selector: string): E[] => [
  ...pageDocument.querySelectorAll<E>(selector),
];

/**
 * The last element that the parser has made, as long as it is at work. An element that holds it may get more
 * content yet: its data, for one.
 */
export const parsedEnd = (): Element | undefined =>
  pageDocument.readyState === 'loading' ? findAll('*').pop() : undefined;

/**
 * The window of a node, which a page may have moved into another document (a window to print from, an editor's
 * frame); `null` for a document that has none, such as a template's.
 */
export const viewOf = ({ ownerDocument: page }: Node): typeof globalThis | null =>
  page === document ? globalThis : (page?.defaultView ?? null);

/** A global that a script has made. Elements never become properties of `window` itself. */
export const ownGlobal = (name: string): unknown =>
  Object.getOwnPropertyDescriptor(globalThis, name)?.value;

/** The address that relative addresses of a page resolve against. */
export const pageBase = (): string => pageDocument.baseURI;

type Listening = (type: string, listener: (event: never) => void) => void;

/**
 * Adds a listener to the window. Not by `window.addEventListener`, because a page element can have that name.
 */
export const listen: Listening = (type, listener) =>
  EventTarget.prototype.addEventListener.call(globalThis, type, listener as EventListener);

/** Removes a listener that `listen` added. */
export const unlisten: Listening = (type, listener) =>
  EventTarget.prototype.removeEventListener.call(globalThis, type, listener as EventListener);

/**
 * Dispatches an event on the document. The event is made by the document itself, because a library may have
 * replaced the global `Event` (MooTools with its compatibility layer).
 */
export const announce = (name: string): void => {
  const event = pageDocument.createEvent('Event');
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the constructor may be another's
  event.initEvent(name, true);
  pageDocument.dispatchEvent(event);
};

/** True where somebody writes: an editor saves what it finds, so nothing of the library may change it. */
export const isEdited = (element: HTMLElement): boolean =>
  element.isContentEditable || pageDocument.designMode === 'on';

/** `closest` of an element that may be a form of the page: its fields take the names of its members. */
export const closestOf = (element: Element | null, selector: string): Element | null =>
  element && Element.prototype.closest.call(element, selector);
