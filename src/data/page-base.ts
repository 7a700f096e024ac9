/**
 * The address that relative addresses of a page resolve against. `document.baseURI` is not asked by its
 * name, because an element of the page (`<img name="baseURI">`) can take that name.
 */
export function pageBase(): string {
  const property = Object.getOwnPropertyDescriptor(Node.prototype, 'baseURI');
  return (property?.get?.call(document) as string | undefined) ?? location.href;
}
