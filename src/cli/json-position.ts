/** Where a text stops being JSON: `JSON.parse` says it only sometimes, and never by line. */

const TOKEN =
  /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)))/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or ]': 'a value or "]"',
  key: 'a member name in double quotes',
  'key or }': 'a member name in double quotes, or "}"',
  ':': '":"',
  ', or ]': '"," or "]"',
  ', or }': '"," or "}"',
  end: 'the end',
};

/** "line 3, column 7: a value is expected"; `undefined` where the text is JSON. */
export function jsonFault(text: string): string | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  const after = (): Expected => {
    const inside = open[open.length - 1];
    return inside === undefined ? 'end' : inside === '{' ? ', or }' : ', or ]';
  };
  TOKEN.lastIndex = 0;
  for (;;) {
    const from = TOKEN.lastIndex;
    const [whole, mark, string, literal] = TOKEN.exec(text) ?? [];
    if (whole === undefined) {
      const rest = text.slice(from).search(/[^ \t\r\n]/);
      if (rest < 0 && expected === 'end') return undefined;
      return faultAt(text, rest < 0 ? text.length : from + rest, expected);
    }
    const next = step(expected, open, after, mark, string !== undefined, literal !== undefined);
    if (!next) return faultAt(text, from + whole.search(/[^ \t\r\n]/), expected);
    expected = next;
  }
}

function step(
  expected: Expected,
  open: ('{' | '[')[],
  after: () => Expected,
  mark: string | undefined,
  isString: boolean,
  isLiteral: boolean,
): Expected | undefined {
  const value = expected === 'value' || expected === 'value or ]';
  const key = expected === 'key' || expected === 'key or }';
  if (isString && key) return ':';
  if ((isString || isLiteral) && value) return after();
  if (mark === ':' && expected === ':') return 'value';
  if (mark === ',' && expected === ', or ]') return 'value';
  if (mark === ',' && expected === ', or }') return 'key';
  if ((mark === '{' || mark === '[') && value) {
    open.push(mark);
    return mark === '{' ? 'key or }' : 'value or ]';
  }
  if ((mark === '}' || mark === ']') && expected.endsWith(`or ${mark}`)) {
    open.pop();
    return after();
  }
  return undefined;
}

function faultAt(text: string, position: number, expected: Expected): string {
  const lines = text.slice(0, position).split('\n');
  const column = (lines[lines.length - 1] ?? '').length + 1;
  return `line ${lines.length}, column ${column}: ${WORDS[expected]} is expected`;
}
