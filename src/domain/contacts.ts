/** Contacts of a team, checked before they become links: what is doubtful stays text. */

/** A contact as it is shown, and its link where it is a good one. */
export interface ContactLink {
  readonly text: string;
  readonly href: string | undefined;
}

/** "0236 3 123 456", "+84 (236) 3123456" -> `tel:`; three to fifteen digits and what people put between them. */
export function phoneLink(phone: string | undefined): ContactLink | undefined {
  const text = phone?.trim();
  if (!text) return undefined;
  const digits = text.replace(/[\s().\u00a0-]/g, '');
  return { text, href: /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : undefined };
}

/** An address with one @ and a domain, and nothing that a mail program would read as more. */
export function emailLink(email: string | undefined): ContactLink | undefined {
  const text = email?.trim();
  if (!text) return undefined;
  const good = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text);
  return { text, href: good ? `mailto:${text}` : undefined };
}

/** An address of zalo.me, a `zalo:` link, or a number that zalo.me knows. */
export function zaloLink(zalo: string | undefined): ContactLink | undefined {
  const text = zalo?.trim();
  if (!text) return undefined;
  const digits = text.replace(/[\s().\u00a0-]/g, '');
  if (/^\+?\d{6,20}$/.test(digits)) return { text, href: `https://zalo.me/${digits}` };
  const good =
    /^https:\/\/([a-z]+\.)*zalo\.me(\/[^\s]*)?$/i.test(text) || /^zalo:\/\/[^\s]+$/i.test(text);
  return { text, href: good ? text : undefined };
}
