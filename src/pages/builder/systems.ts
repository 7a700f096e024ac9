/** The systems that have a kit, and the forms of code that live in each (docs/hosts.md). */
import { tryJson } from '../../data/request.js';
import type { Form } from '../../parts/share/embed-codes.js';

export type System = 'wordpress' | 'nukeviet' | 'liferay' | 'sharepoint' | 'dotnetnuke';

/** By the name of the system: its kits, as `kits.json` names them, and its forms, the best first. */
export const SYSTEMS: Readonly<
  Record<System, { readonly kits: readonly string[]; readonly forms: readonly Form[] }>
> = {
  wordpress: { kits: ['wordpress'], forms: ['wordpress', 'placeholder', 'link', 'oembed'] },
  // Its filter refuses every tag with a hyphen in its name.
  nukeviet: { kits: ['nukeviet'], forms: ['placeholder', 'link'] },
  liferay: {
    kits: ['liferay-fragments', 'liferay-client-extension'],
    forms: ['tag', 'placeholder', 'link'],
  },
  sharepoint: { kits: ['sharepoint'], forms: ['frame', 'tag'] },
  dotnetnuke: { kits: ['dotnetnuke'], forms: ['link', 'tag'] },
};

/** A file that a webmaster installs or reads. */
export interface KitFile {
  /** The path in the folder of `kits.json`. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
}

export interface Kits {
  readonly version: string;
  readonly kits: Readonly<Record<string, KitFile>>;
}

/** The folder of the kits beside this page's script. */
export const kitFolder = (scriptFolder: string): string => new URL('kits/', scriptFolder).href;

/** The kits that lie beside this page's script (`npm run build:kits`); nothing where there are none. */
export async function loadKits(scriptFolder: string): Promise<Kits | undefined> {
  const list = (await tryJson(`${kitFolder(scriptFolder)}kits.json`)) as Kits | undefined;
  return list && typeof list.kits === 'object' ? list : undefined;
}
