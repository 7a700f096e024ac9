/**
 * The widgets inside a dashboard, and what it hands to them. It speaks to them by attributes alone:
 * they may be loaded before it, after it, or be put in later, and none of them knows it.
 */
import type { DocumentKind } from '../../api/document-kinds.js';
import { isEdited } from '../../data/page-base.js';
import { entryOfTag } from '../../api/widget-catalogue.js';

/** The attributes that a dashboard sets on widgets that have none of their own. */
export const HANDED = ['api', 'bundle', 'adapter', 'refresh', 'theme'] as const;

/** A widget inside a dashboard, which may not be defined yet. */
export type Member = HTMLElement & {
  api?: string;
  bundle?: string;
  selected?: string | undefined;
  data?: unknown;
};

/** A widget of an area's children shows all of them and points at the one that is chosen. */
export const pointsAt = (member: Element): boolean =>
  entryOfTag(member.localName)?.figures === 'children';

/** The kind of document that a widget shows. */
export const kindOf = (member: Element): DocumentKind =>
  entryOfTag(member.localName)?.document ?? 'observations';

/** A campaign is of no area, and a dashboard inside a dashboard is on its own. */
const standsApart = (member: Element): boolean =>
  kindOf(member) === 'campaign' || member.localName === 'tcns-dashboard';

/** Sets attributes on the widgets inside, and remembers them; attributes of the page are never changed. */
export class Members {
  private readonly valuesSet = new WeakMap<Element, Map<string, string>>();

  constructor(private readonly board: HTMLElement) {}

  /** The widgets inside, but for those of a dashboard further in. */
  all(): Member[] {
    // Fields of a form take the names of its members, and no widget is one.
    const inside = [...this.board.querySelectorAll<Member>(':not(form)')];
    return inside.filter(
      (element) =>
        element.localName.startsWith('tcns-') &&
        !standsApart(element) &&
        element.closest('tcns-dashboard') === this.board,
    );
  }

  has(target: EventTarget | null): target is Member {
    return this.all().includes(target as Member);
  }

  /** Sets an attribute; `undefined` removes it again. An attribute that the page has set stays. */
  give(member: Member, name: string, value: string | undefined): void {
    if (isEdited(member)) return;
    let values = this.valuesSet.get(member);
    if (!values) this.valuesSet.set(member, (values = new Map<string, string>()));
    const now = member.getAttribute(name);
    const property = (member as unknown as Record<string, unknown>)[name];
    const isOfPage =
      now === null ? property !== undefined && property !== null : now !== values.get(name);
    if (isOfPage && !(now === null && values.has(name))) return;
    if (value === undefined) {
      if (values.delete(name)) member.removeAttribute(name);
      return;
    }
    values.set(name, value);
    if (now !== value) member.setAttribute(name, value);
  }

  /** The value that this dashboard set, where it is still there. */
  givenTo(member: Member, name: string): string | undefined {
    const value = this.valuesSet.get(member)?.get(name);
    return member.getAttribute(name) === value ? value : undefined;
  }
}
