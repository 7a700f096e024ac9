/**
 * What every kit is made of: the widgets with the attributes that an author may set, in English and
 * Vietnamese. It comes from the manifest of the elements, the widget catalogue and the builder's words,
 * so that a kit cannot drift from the library.
 */
import { CATALOGUE, type WidgetEntry } from '../../src/api/widget-catalogue.ts';
import { OPTION_WORDS, TEXTS } from '../../src/pages/builder/texts.ts';
import { elementList } from '../generate/make-attributes.ts';
import { ATTRIBUTE_LABELS, HINTS, VALUE_WORDS, WIDGET_WORDS } from './words.ts';

/** A text in both languages. */
export interface Words {
  readonly en: string;
  readonly vi: string;
}

/** An attribute that an author may set. */
export interface KitAttribute {
  readonly name: string;
  readonly kind: 'text' | 'flag' | 'number' | readonly string[];
  readonly label: Words;
  /** The manifest's sentence, in English: for readers of the kit's code. */
  readonly help: string;
  /** What is typed into the field, in Vietnamese; absent where its label says it. */
  readonly hint?: string | undefined;
  /** The words of an enumeration, in the order of `kind`. */
  readonly values: readonly Words[];
}

/** A widget as a kit offers it. */
export interface KitWidget {
  readonly name: string;
  readonly title: Words;
  readonly summary: Words;
  readonly keywords: readonly string[];
  /** Name of a Dashicon of WordPress. */
  readonly icon: string;
  readonly entry: WidgetEntry;
  readonly attributes: readonly KitAttribute[];
}

/**
 * Attributes that are the site's to set: whose figures a page shows, what code reads them, and the look
 * of the whole page.
 */
const OF_THE_SITE = new Set([
  'src',
  'api',
  'bundle',
  'adapter',
  'geo-src',
  'geo-key',
  'geo-object',
  'theme',
]);

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`kits: ${what} is missing in tools/kits/words.ts`);
  return value;
}

/** All widgets, the most used first. */
export async function kitWidgets(): Promise<KitWidget[]> {
  const elements = await elementList();
  const order = Object.keys(WIDGET_WORDS);
  const names = Object.keys(CATALOGUE).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return names.map((name) => {
    const { attributes } = required(elements[name], `<tcns-${name}> in the manifest`);
    const words = required(WIDGET_WORDS[name], `the widget ${name}`);
    return {
      name,
      title: words.title ?? {
        en: required(TEXTS.en.widgets[name], `the title of ${name}`),
        vi: required(TEXTS.vi.widgets[name], `the title of ${name}`),
      },
      summary: words.summary,
      keywords: words.keywords,
      icon: words.icon,
      entry: required(CATALOGUE[name], name),
      attributes: [
        // A dashboard hands its indicators to the widgets inside it.
        ...(name === 'dashboard'
          ? [
              {
                name: 'indicator',
                kind: 'text' as const,
                description: 'The indicators of the widgets inside.',
              },
            ]
          : []),
        ...attributes,
      ]
        .filter((one) => !OF_THE_SITE.has(one.name))
        .map((one) => ({
          name: one.name,
          kind: one.kind,
          label: {
            en: required(ATTRIBUTE_LABELS[one.name], `the label of ${one.name}`).en,
            vi:
              ATTRIBUTE_LABELS[one.name]?.vi ??
              required(OPTION_WORDS[one.name], `the label of ${one.name}`),
          },
          help: one.description.replace(/`/g, ''),
          hint: HINTS[one.name],
          values: Array.isArray(one.kind)
            ? (one.kind as readonly string[]).map((word) =>
                required(VALUE_WORDS[word], `the word ${word}`),
              )
            : [],
        })),
    };
  });
}
