/**
 * Writes `src/api/*.plain.generated.ts`, a file a kind of document: for each schema of `src/api` a quick check that is true only
 * for what the schema accepts as it is. A page then loads the schemas, and valibot, only for a document in
 * which something is not plainly right.
 *
 *     npx tsx tools/generate/make-plain-checks.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import * as campaign from '../../src/api/campaign.js';
import * as fields from '../../src/api/fields.js';
import * as figures from '../../src/api/figures.js';
import * as services from '../../src/api/services.js';
import * as teams from '../../src/api/teams.js';

/** The schemas by file: a page loads only the checks of the documents that its widgets show. */
export const CHECKED = {
  figures: {
    dateText: fields.at(),
    areaItem: figures.AreaSchema,
    indicatorItem: figures.IndicatorSchema,
    sourceItem: figures.SourceSchema,
    observationItem: figures.ObservationSchema,
    figuresDocument: figures.FiguresSchema,
  },
  campaign: {
    goalItem: campaign.GoalSchema,
    milestoneItem: campaign.MilestoneSchema,
    activityItem: campaign.ActivitySchema,
    lessonItem: campaign.LessonSchema,
    campaignDocument: campaign.CampaignDocumentSchema,
  },
  services: {
    serviceItem: services.ServiceSchema,
    servicesDocument: services.ServicesDocumentSchema,
  },
  teams: {
    personItem: teams.PersonSchema,
    structureItem: teams.StructureSchema,
    teamItem: teams.TeamSchema,
    teamsDocument: teams.TeamsDocumentSchema,
  },
};

export type CheckedFile = keyof typeof CHECKED;

/** Documents of tens of thousands of items. */
const QUICK: readonly CheckedFile[] = ['teams'];

export const plainChecksFile = (name: CheckedFile): string =>
  fileURLToPath(new URL(`../../src/api/${name}.plain.generated.ts`, import.meta.url));

/** As much of a valibot schema or action as is read here. */
interface Node {
  readonly kind: 'schema' | 'validation' | string;
  readonly type: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly items?: readonly Node[];
  readonly wrapped?: Node;
  readonly value?: Node;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly Node[];
  readonly requirement?: unknown;
}

const calls = (name: string, ...parts: readonly string[]) => `${name}(${parts.join(', ')})`;

/** The check of an action after the type was checked, with `v` as the value. */
function actionOf({ type, requirement }: Node): string {
  switch (type) {
    case 'regex':
      return `${String(requirement)}.test(v)`;
    case 'non_empty':
      return 'v.length > 0';
    case 'finite':
      return 'Number.isFinite(v)';
    case 'integer':
      return 'Number.isInteger(v)';
    case 'min_value':
      return `v >= ${String(requirement)}`;
    case 'max_value':
      return `v <= ${String(requirement)}`;
    case 'max_length':
      return `v.length <= ${String(requirement)}`;
    default:
      throw new Error(`make-plain-checks: the action "${type}" is not known here`);
  }
}

function withActions(schema: Node, actions: readonly Node[], name: Naming): string {
  const check = expressionOf({ ...schema, pipe: undefined } as Node, name);
  if (actions.length === 0) return check;
  const type =
    schema.type === 'string' ? 'string' : schema.type === 'number' ? 'number' : undefined;
  if (!type) throw new Error(`make-plain-checks: no actions on "${schema.type}"`);
  const isFinite = actions.some((action) => action.type === 'finite');
  const rest = actions.filter((action) => action.type !== 'finite').map(actionOf);
  const first = type === 'string' ? 'text' : isFinite ? 'finite' : 'number';
  if (rest.length === 0) return first;
  return name(calls(`${first}That`, `(v) => ${rest.join(' && ')}`));
}

interface Naming {
  (expression: string): string;
  /** True where members are checked by code of their own: more bytes, and much quicker. Then all parts have names. */
  readonly isQuick: boolean;
}

function expressionOf(node: Node, name: Naming): string {
  if (node.pipe) {
    const [schema, ...actions] = node.pipe;
    return withActions(schema as Node, actions, name);
  }
  const inner = (child: unknown) => expressionOf(child as Node, name);
  switch (node.type) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'flag';
    case 'unknown':
      return 'anything';
    case 'literal':
      return name(calls('oneOf', JSON.stringify(node.literal)));
    case 'picklist':
      return name(calls('oneOf', ...(node.options ?? []).map((word) => JSON.stringify(word))));
    case 'optional':
      return name(calls('optional', inner(node.wrapped)));
    case 'nullable':
      return name(calls('nullable', inner(node.wrapped)));
    case 'array':
      return name(calls('listOf', inner(node.item)));
    case 'record':
      return name(calls('recordOf', inner(node.value)));
    case 'tuple':
      return name(calls('tupleOf', ...(node.items ?? []).map(inner)));
    case 'union':
      if (name.isQuick)
        return name(
          `(v: unknown) => ${(node.options ?? []).map((o) => `${inner(o)}(v)`).join(' || ')}`,
        );
      return name(calls('either', ...(node.options ?? []).map(inner)));
    case 'object': {
      const entries = Object.entries(node.entries ?? {});
      if (name.isQuick)
        return name(
          `(v: unknown) => isObject(v) && ${entries.map(([key, child]) => `${inner(child)}(v.${key})`).join(' && ')}`,
        );
      return name(
        calls(
          'objectOf',
          `{${entries.map(([key, child]) => `${key}: ${inner(child)}`).join(', ')}}`,
        ),
      );
    }
    default:
      throw new Error(`make-plain-checks: the schema "${node.type}" is not known here`);
  }
}

/** The text of a generated file: what occurs more than once has a name, so that it stands once. */
export async function plainChecksText(file: CheckedFile): Promise<string> {
  const checked: Readonly<Record<string, unknown>> = CHECKED[file];
  const isQuick = QUICK.includes(file);
  const uses = new Map<string, number>();
  const count = (expression: string): string => {
    uses.set(expression, (uses.get(expression) ?? 0) + 1);
    return expression;
  };
  for (const schema of Object.values(checked))
    expressionOf(schema as unknown as Node, Object.assign(count, { isQuick }));
  const names = new Map<string, string>();
  const lines: string[] = [];
  const naming = (whole: Map<string, string>): Naming => {
    // The second walk sees short names inside: what an expression was in full decides whether it has one.
    const naming = (expression: string): string => {
      const full = expression.replace(/\bc\d+\b/g, (name) => whole.get(name) ?? name);
      const known = names.get(full);
      if (known) return known;
      if ((uses.get(full) ?? 0) < 2 && !isQuick) return expression;
      const name = `c${names.size + 1}`;
      names.set(full, name);
      whole.set(name, full);
      lines.push(`const ${name} = ${expression};`);
      return name;
    };
    return Object.assign(naming, { isQuick });
  };
  const whole = new Map<string, string>();
  for (const [key, schema] of Object.entries(checked)) {
    const expression = expressionOf(schema as unknown as Node, naming(whole));
    lines.push(`export const ${key} = ${expression};`);
  }
  const body = lines
    .join('\n')
    .replace(
      /\b(?=(?:objectOf|optional|nullable|listOf|recordOf|tupleOf|either|oneOf|textThat|finiteThat|numberThat)\()/g,
      '/* @__PURE__ */ ',
    )
    .replace(/(\/\* @__PURE__ \*\/ )+/g, '/* @__PURE__ */ ');
  const used = [
    ...new Set(
      body.match(
        /\b(text|number|finite|flag|anything|isObject|objectOf|optional|nullable|listOf|recordOf|tupleOf|either|oneOf|textThat|finiteThat|numberThat)\b(?!:)/g,
      ),
    ),
  ].sort();
  const code = `/** Generated by tools/generate/make-plain-checks.ts from the schemas of src/api. Do not edit. */
import { ${used.join(', ')} } from './plain.js';

${body}
`;
  return format(code, { ...(await resolveConfig(plainChecksFile(file))), parser: 'typescript' });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const file of Object.keys(CHECKED) as CheckedFile[])
    writeFileSync(plainChecksFile(file), await plainChecksText(file));
