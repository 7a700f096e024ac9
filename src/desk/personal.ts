/** What is somebody's own and no team's; and what of a person and a contact may be published. */
import type { Person, Team } from '../api/teams.js';
import { emailLink, phoneLink, zaloLink } from '../domain/contacts.js';
import { fold } from '../domain/fold.js';
import { givenName, shownName } from '../domain/people.js';
import { textOf } from '../i18n/texts.js';

const PHONE = /(?:^|\D)(?:\+?84|0)[\s.-]?\d(?:[\s.-]?\d){7,9}(?!\d)/;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.]+/;

const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [EMAIL, 'thư điện tử riêng'],
  [PHONE, 'số điện thoại riêng'],
  [/(?:^|\D)\d{12}(?!\d)/, 'số căn cước'],
  [/zalo\.me\//i, 'Zalo riêng'],
];

/** The kind of personal data in a text, in words; undefined where there is none. */
export const personalData = (text: string): string | undefined =>
  PERSONAL.find(([pattern]) => pattern.test(text))?.[1];

/** A phone or an e-mail in a text that is meant for words: nobody checks whose it is. */
export const contactInWords = (text: string): string | undefined =>
  PHONE.test(text) ? 'số điện thoại' : EMAIL.test(text) ? 'thư điện tử' : undefined;

/** More people than any team has: a number above it is a phone, or belongs to another column. */
export const MOST_PEOPLE = 10_000;

/** Whether a person's data has a name that no consent of today or earlier allows. */
export const hasUnagreedName = (person: Person, today: string): boolean =>
  givenName(person) !== '' && shownName(person, today) === undefined;

/** A person as it may be published: without a valid consent no name, and nothing that may say it. */
export function publishedPerson(person: Person, today: string): Person {
  const { name: _, given: __, consent: ___, label, ...rest } = person;
  if (shownName(person, today) !== undefined) return person;
  return { ...rest, ...(label !== undefined && !mayBeName(label, person) && { label }) };
}

/** A label beside a name that is not published: "Tổ trưởng: bà Mẫu" would say it all the same. */
function mayBeName(label: NonNullable<Person['label']>, person: Person): boolean {
  const name = fold(givenName(person));
  const texts = typeof label === 'string' ? [label] : Object.values(label).map(String);
  return texts.some((text) => {
    const words = ` ${fold(text).replace(/[^a-z0-9]+/g, ' ')} `;
    return (name !== '' && words.includes(` ${name} `)) || personalData(text) !== undefined;
  });
}

type Contact = NonNullable<Team['contact']>;
type Way = 'zalo' | 'phone' | 'email';

/** Whether a way to reach a team is none: no widget makes a link of it, and no reader can use it. */
const USELESS: Readonly<Record<Way, (text: string) => boolean>> = {
  zalo: (text) => !zaloLink(text)?.href,
  email: (text) => !emailLink(text)?.href,
  // "0233 000 000, máy lẻ 12" is no link, but it can be dialled.
  phone: (text) => !phoneLink(text)?.href && (/:/.test(text) || !/\d(\D{0,2}\d){2}/.test(text)),
};

const WAYS = Object.keys(USELESS) as Way[];

/** The ways of a contact that no widget makes a link of. */
export const unlinked = (contact: Contact | undefined): Way[] =>
  WAYS.filter((way) => {
    const text = contact?.[way];
    const link = { zalo: zaloLink, email: emailLink, phone: phoneLink }[way](text);
    return link !== undefined && link.href === undefined;
  });

/** A contact without the ways that are none, and which those are. */
export function usableContact(contact: Contact): { contact: Contact; dropped: Way[] } {
  const dropped = unlinked(contact).filter((way) => USELESS[way](contact[way] ?? ''));
  const kept = Object.entries(contact).filter(([way]) => !dropped.includes(way as Way));
  return { contact: Object.fromEntries(kept), dropped };
}

/** The words of a contact that hold a phone or an e-mail. */
export const wordsWithContact = ({ note }: Contact): string | undefined =>
  contactInWords(textOf(note, 'vi'));
