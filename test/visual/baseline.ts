/** The accepted pictures, and the browser that made them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { platform } from 'node:process';
import type { Entry } from '../storybook/built.ts';

const folder = new URL('baseline/', import.meta.url);
const about = new URL('about.json', folder);
/** Where what differs can be looked at; not in git. */
const differences = new URL('../../.cache/visual/', import.meta.url);

export interface Maker {
  chromium: number;
  platform: string;
}

/** A story at a width, and the name of its picture. */
export interface Shot {
  width: number;
  name: string;
  /** The picture that stands for this one too where a wider page shows the same. */
  narrow: string;
}

/** A story and its pictures. */
export interface Sitting {
  id: string;
  shots: Shot[];
}

/** The stories that show what a widget does with room; of the others one width is enough. */
const WIDE =
  /^(kpi-card|theming)--|--(playground|nation-2025|tiles-2008|own-geometry|finder|cards|portal-sidebar|areas|dashboard)$/;

/** Lists of names, and what looks as another story does: their play is tested, not their look. */
const WITHOUT =
  /^theming--(parts|own-tokens)$|--(retried|back-to-all|goal-chosen|searched|live-asked-again|switches|slow)$/;

const widthsOf = (id: string) => (WIDE.test(id) ? [360, 800] : [360]);

export const sittingsOf = (entries: Entry[]): Sitting[] =>
  entries
    .filter(({ type, id }) => type === 'story' && !WITHOUT.test(id))
    .map(({ id }) => ({
      id,
      shots: widthsOf(id).map((width) => ({
        width,
        name: `${id}.${width}`,
        narrow: `${id}.360`,
      })),
    }));

export const makerOf = (version: string): Maker => ({
  chromium: Number.parseInt(version, 10),
  platform,
});

export const readMaker = (): Maker | undefined =>
  existsSync(about) ? (JSON.parse(readFileSync(about, 'utf8')) as Maker) : undefined;

export const writeMaker = (maker: Maker) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(about, `${JSON.stringify(maker)}\n`);
};

export const namesOfPictures = (): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.png'))
        .map((file) => file.slice(0, -'.png'.length))
    : [];

const fileOf = (name: string) => new URL(`${name}.png`, folder);

export const readPicture = (name: string): Buffer | undefined =>
  existsSync(fileOf(name)) ? readFileSync(fileOf(name)) : undefined;

export const writePicture = (name: string, picture: Buffer) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(name), picture);
};

export const removePicture = (name: string) => rmSync(fileOf(name), { force: true });

/** Bytes of all pictures. */
export const weight = () =>
  namesOfPictures().reduce((sum, name) => sum + (readPicture(name)?.length ?? 0), 0);

export const forgetDifferences = () => rmSync(differences, { recursive: true, force: true });

/** Leaves pictures to look at; returns the path of the last one. */
export function keep(name: string, pictures: Record<string, Buffer | undefined>): string {
  mkdirSync(differences, { recursive: true });
  let path = '';
  for (const [kind, picture] of Object.entries(pictures)) {
    if (!picture) continue;
    writeFileSync(new URL(`${name}.${kind}.png`, differences), picture);
    path = `.cache/visual/${name}.${kind}.png`;
  }
  return path;
}
