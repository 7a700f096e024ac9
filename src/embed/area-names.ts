/**
 * Areas given by name: "Đà Nẵng" is an id where the name means one area. Names of today go before
 * those of before 01/7/2025, unless only the former has figures, or the date asked for is older; an edition behind
 * the name ("Đà Nẵng@2008") decides.
 */
import type { Area } from '../api/figures.js';
import { addressIn } from '../data/addresses.js';
import { tryJson } from '../data/request.js';
import {
  documentKey,
  isAreaId,
  isEdition,
  LAST_DAY_OF_2008,
  nameAndEdition,
  type Edition,
} from '../domain/editions.js';
import { fold, matchArea } from '../domain/names.js';
import { PROVINCES } from '../domain/provinces.generated.js';

/** Where a widget's figures come from. */
export interface NameContext {
  /** Folder of the API: `observations`, `teams`, `services`. */
  readonly folder: string;
  readonly src?: string | undefined;
  readonly bundle?: string | undefined;
  readonly api?: string | undefined;
  readonly at?: string | undefined;
  readonly edition?: string | undefined;
}

/** The answer to a name: one id, several, or none. */
export type NameAnswer =
  { readonly id: string } | { readonly many: readonly string[] } | { readonly none: true };

type Areas = Readonly<Record<string, Area>>;

interface Known {
  readonly areas?: Areas | undefined;
  readonly documents?: Record<string, unknown> | undefined;
}

/** The documents of the bundle or the areas of the one document, as far as there is one. */
async function known({ src, bundle }: NameContext): Promise<Known> {
  const [doc, bundled] = await Promise.all([src && tryJson(src), bundle && tryJson(bundle)]);
  return {
    areas: (doc as { areas?: Areas } | undefined)?.areas,
    documents: (bundled as { documents?: Record<string, unknown> } | undefined)?.documents,
  };
}

/** The nation, as `fold` writes its names. */
const NATION = /^(viet ?nam|ca nuoc|toan quoc)$/;

/** The id that a name means for a widget. */
export async function resolveAreaName(text: string, context: NameContext): Promise<NameAnswer> {
  const [name, written] = nameAndEdition(text);
  if (written !== undefined && !isEdition(written)) return { none: true };
  if (NATION.test(fold(name))) return { id: written ? `vn@${written}` : 'vn' };
  // What may be an id as well is a name where a province has it: no list is asked for, as an API may have none.
  const isId = isAreaId(text);
  const { areas, documents }: Known = isId ? {} : await known(context);
  if (areas) return answer([matchIn(name, areas, written)]);
  const editions = written ? [written] : editionsFor(context);
  const provinces = editions.map((edition) => matchIn(name, PROVINCES, edition));
  if (provinces.some((ids) => ids.length > 0))
    return answer(await withFigures(provinces, context, documents));
  if (isId) return { none: true };
  const lists = await Promise.all(
    editions.map(async (edition) => {
      const key = `areas/${edition}`;
      const list =
        documents?.[key] ?? (context.api && (await tryJson(addressIn(context.api, key))));
      return matchIn(name, (list as { areas?: Areas } | undefined)?.areas ?? {});
    }),
  );
  return answer(lists);
}

/** The editions that can be meant, the likelier first. */
function editionsFor({ at, edition }: NameContext): Edition[] {
  if (isEdition(edition)) return [edition];
  const isOld = !!at && at.slice(0, 7) <= LAST_DAY_OF_2008.slice(0, 7);
  return isOld ? ['2008', '2025'] : ['2025', '2008'];
}

function matchIn(name: string, areas: Areas, edition?: Edition): string[] {
  const match = matchArea(name, areas, { edition });
  if (match.kind === 'none') return [];
  return match.kind === 'one' ? [match.id] : [...match.ids];
}

/** The first group of ids wins; several in it are too many. */
function answer(groups: readonly (readonly string[])[]): NameAnswer {
  const ids = groups.find((group) => group.length > 0);
  const [id] = ids ?? [];
  if (!ids || id === undefined) return { none: true };
  return ids.length === 1 ? { id } : { many: ids };
}

/** Of one name in two editions, the one that has a document goes first. */
async function withFigures(
  groups: readonly (readonly string[])[],
  context: NameContext,
  documents: Record<string, unknown> | undefined,
): Promise<readonly (readonly string[])[]> {
  const one = groups.filter((group) => group.length === 1);
  if (one.length < 2) return groups;
  for (const group of one) {
    const key = `${context.folder}/${documentKey(group[0] ?? '')}`;
    if (documents ? documents[key] : await exists(context.api, key)) return [group];
  }
  return groups;
}

async function exists(api: string | undefined, key: string): Promise<boolean> {
  return !!api && (await tryJson(addressIn(api, key))) !== undefined;
}
