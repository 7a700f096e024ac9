/**
 * Measures the source: files by length, functions over 40 lines, classes by members (own and inherited
 * from our own classes). `npx tsx tools/measure.ts [FOLDER]` prints the figures of `src`, or of another copy.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export interface FileSize {
  readonly file: string;
  readonly lines: number;
}
export interface FunctionSize extends FileSize {
  readonly name: string;
  readonly line: number;
}
export interface ClassSize {
  readonly file: string;
  readonly name: string;
  /** Members written in the class: properties, methods, accessors, statics. */
  readonly own: number;
  /** The same with those of the classes of ours that it extends; an overridden member counts once. */
  readonly all: number;
}
export interface Measured {
  readonly files: readonly FileSize[];
  readonly functions: readonly FunctionSize[];
  readonly classes: readonly ClassSize[];
}

/** All TypeScript files of a folder that people write. */
function sourceFiles(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? sourceFiles(path) : [path]))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts'));
}

const lineOf = (source: ts.SourceFile, position: number): number =>
  source.getLineAndCharacterOfPosition(position).line + 1;

/** The name a function is known by: its own, its variable's, or its property's. */
function nameOf(node: ts.FunctionLikeDeclaration, source: ts.SourceFile): string {
  const named = node.name ?? (node.parent as { name?: ts.Node }).name;
  return ts.isConstructorDeclaration(node)
    ? 'constructor'
    : (named?.getText(source) ?? '(callback)');
}

interface ClassText {
  readonly file: string;
  readonly name: string;
  readonly base: string | undefined;
  readonly members: readonly string[];
}

/** A class with the names of its members; parameter properties of the constructor are members. */
function classText(node: ts.ClassLikeDeclaration, source: ts.SourceFile, file: string): ClassText {
  const base = node.heritageClauses?.find((h) => h.token === ts.SyntaxKind.ExtendsKeyword)
    ?.types[0];
  const members = node.members.flatMap((member) => {
    if (ts.isConstructorDeclaration(member))
      return member.parameters
        .filter((p) => ts.isParameterPropertyDeclaration(p, member))
        .map((p) => p.name.getText(source));
    return member.name ? [member.name.getText(source)] : [];
  });
  const name = node.name?.text ?? '(unnamed)';
  return { file, name, base: base?.expression.getText(source), members: [...new Set(members)] };
}

/** Counts lines, functions and classes of all files below a folder. */
export function measure(folder: string): Measured {
  const files: FileSize[] = [];
  const functions: FunctionSize[] = [];
  const classes: ClassText[] = [];
  for (const path of sourceFiles(folder)) {
    const file = relative(folder, path).split('\\').join('/');
    const text = readFileSync(path, 'utf8');
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    files.push({ file, lines: text.split('\n').length - 1 });
    const visit = (node: ts.Node): void => {
      if (ts.isClassLike(node)) classes.push(classText(node, source, file));
      if (ts.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body) {
        const line = lineOf(source, node.getStart(source));
        const lines = lineOf(source, node.end) - line + 1;
        functions.push({
          file,
          name: nameOf(node as ts.FunctionLikeDeclaration, source),
          line,
          lines,
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  const byName = new Map(classes.map((one) => [one.name, one]));
  const allMembers = (one: ClassText): string[] => {
    const base = one.base === undefined ? undefined : byName.get(one.base);
    return [...one.members, ...(base ? allMembers(base) : [])];
  };
  return {
    files: files.sort((a, b) => b.lines - a.lines),
    functions: functions.sort((a, b) => b.lines - a.lines),
    classes: classes
      .map((one) => ({
        file: one.file,
        name: one.name,
        own: one.members.length,
        all: new Set(allMembers(one)).size,
      }))
      .sort((a, b) => b.own - a.own),
  };
}

/** The figures as lines of text. */
function report({ files, functions, classes }: Measured): string {
  const long = functions.filter(({ lines }) => lines > 40);
  const median = files[Math.floor(files.length / 2)]?.lines;
  return [
    `${files.length} files, median ${median} lines, largest ${files[0]?.lines} (${files[0]?.file})`,
    `files over 400 lines: ${
      files
        .filter(({ lines }) => lines > 400)
        .map((f) => `${f.file} ${f.lines}`)
        .join(', ') || 'none'
    }`,
    `${functions.length} functions, ${long.length} over 40 lines:`,
    ...long.map(({ file, name, line, lines }) => `  ${lines} ${file}:${line} ${name}`),
    `${classes.length} classes, by members (own / with inherited):`,
    ...classes
      .slice(0, 15)
      .map(({ file, name, own, all }) => `  ${own} / ${all} ${name} (${file})`),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(report(measure(process.argv[2] ?? 'src')));
