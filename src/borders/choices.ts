/**
 * What a person can choose about a file of borders, as marks in the sentences: the command prints a mark as its option
 * (`--zone 107-30`), the desk page as the name of its field, beside a button that makes the choice.
 */

/** Choices by the names of the command's options. */
const CHOICES = [
  'zone',
  'key',
  'object',
  'size',
  'lines',
  'allow-missing',
  'allow-far',
  'area',
  'list',
] as const;
export type ChoiceName = (typeof CHOICES)[number];

/** A choice that a sentence offers. */
export interface Choice {
  readonly name: ChoiceName;
  /** Absent for a choice that is yes or no, or that a person has to find out. */
  readonly value?: string | undefined;
  /** The file that the choice is for, where there are several. */
  readonly file?: string | undefined;
}

/** Letters for private use, which no sentence and no name of a unit has. */
const [OPEN, BETWEEN, CLOSE] = ['\ue000', '\ue001', '\ue002'];
const MARK = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');

/** The mark of a choice, for a sentence. */
export const choice = (name: ChoiceName, value = ''): string =>
  `${OPEN}${[name, value, ''].join(BETWEEN)}${CLOSE}`;

const isName = (name: string | undefined): name is ChoiceName =>
  (CHOICES as readonly (string | undefined)[]).includes(name);

function choiceOf(inside: string): Choice {
  const [name, value, file] = inside.split(BETWEEN);
  return {
    name: isName(name) ? name : 'list',
    value: value === '' ? undefined : value,
    file: file === '' ? undefined : file,
  };
}

/** Whether a sentence offers a choice of a name. */
export const offers = (sentence: string, name: ChoiceName): boolean =>
  choicesIn(sentence).some((one) => one.name === name);

/** The choices of a sentence, each once. */
export function choicesIn(sentence: string): Choice[] {
  const marks = new Set([...sentence.matchAll(MARK)].map(([, inside = '']) => inside));
  return [...marks].map(choiceOf);
}

/** A sentence whose zones are those of one file of several. */
export const forFile = (sentence: string, file: string): string =>
  sentence.replace(MARK, (mark, inside: string) => {
    const { name, value } = choiceOf(inside);
    return name === 'zone' && value !== undefined
      ? `${OPEN}${[name, value, file].join(BETWEEN)}${CLOSE}`
      : mark;
  });

/** The sentence with its choices in the words of somebody. */
export const withWords = (sentence: string, words: (choice: Choice) => string): string =>
  sentence.replace(MARK, (_, inside: string) => words(choiceOf(inside)));

/** The sentence for the command: `--zone huyen-a.shp=107-30`. */
export const forCommand = (sentence: string): string =>
  withWords(sentence, ({ name, value, file }) => {
    const argument = [file, value].filter((part) => part !== undefined).join('=');
    return `--${name}${argument === '' ? '' : ` ${/\s/.test(argument) ? `"${argument}"` : argument}`}`;
  });
