import { type Random, present } from './random.ts';

/** What was done to a statement to break it, and the result. */
export interface Mutation {
  readonly name: string;
  readonly soql: string;
}

/** Texts, comparison operators, punctuation and words of a statement. */
const PIECES = /'(?:\\[\s\S]|[^'\\])*'|<>|[<>!]=|[<>=(),]|[^\s(),'<>=!]+/g;

/** Words after which a statement can't end. */
const UNFINISHED =
  /^(?:SELECT|FROM|WHERE|AND|OR|NOT|BY|LIMIT|OFFSET|IN|LIKE|HAVING|INCLUDES|EXCLUDES|<>|[<>!]?=|[<>]|[(,])$/i;
const NEEDED = /^(?:SELECT|FROM|BY|IN|LIKE|INCLUDES|EXCLUDES|<>|[<>!]?=|[<>]|[()])$/i;
const ONCE =
  /^(?:SELECT|FROM|WHERE|AND|OR|NOT|BY|LIMIT|OFFSET|LIKE|HAVING|INCLUDES|EXCLUDES|<>|[<>!]=|[=(),])$/i;
const STRAY = [')', '(', "'", ';', '#', '?', '==', '&&', '"'];
const VALUE = /^(?:'[\s\S]*'|-?\d[\d.]*|\d{4}-\d\d-\d\d\S*|true|false|null)$/i;
const NO_VALUES = [
  '"text"',
  '#1',
  '1.2.3',
  "'open",
  '[1]',
  '=',
  'SELECT',
  ')',
  '2026-1-1',
  '12:00',
  '1,',
  '--1',
];

interface Piece {
  readonly text: string;
  readonly at: number;
}

const piecesOf = (soql: string): readonly Piece[] =>
  [...soql.matchAll(PIECES)].map((match) => ({ text: match[0], at: match.index }));

const endOf = ({ text, at }: Piece): number => at + text.length;

/** Applies a change to one suitable piece; undefined where the statement has none. */
type Change = (soql: string, pieces: readonly Piece[], random: Random) => string | undefined;

function onePiece(
  fits: (piece: Piece, index: number) => boolean,
  pieces: readonly Piece[],
  random: Random,
): Piece | undefined {
  const fitting = pieces.filter(fits);
  return fitting.length === 0 ? undefined : random.pick(fitting);
}

/** The clauses of a statement: what comes before WHERE and ORDER BY, and the later clauses that are present. */
const CLAUSES = [
  /^.*?(?= WHERE | ORDER BY | LIMIT \d+| ALL ROWS$|$)/s,
  / WHERE .*?(?= ORDER BY | LIMIT \d+| ALL ROWS$|$)/s,
  / ORDER BY .*?(?= LIMIT \d+| ALL ROWS$|$)/s,
  / LIMIT \d+/,
  / OFFSET \d+/,
  / ALL ROWS$/,
];

const CHANGES: Readonly<Record<string, Change>> = {
  'cut off': (soql, pieces, random) => {
    const piece = onePiece(({ text }) => UNFINISHED.test(text), pieces, random);
    return piece && soql.slice(0, endOf(piece));
  },
  'a piece missing': (soql, pieces, random) => {
    const piece = onePiece(({ text }) => NEEDED.test(text), pieces, random);
    return piece && `${soql.slice(0, piece.at)} ${soql.slice(endOf(piece))}`;
  },
  'a piece twice': (soql, pieces, random) => {
    const piece = onePiece(({ text }) => ONCE.test(text), pieces, random);
    return piece && `${soql.slice(0, endOf(piece))} ${soql.slice(piece.at)}`;
  },
  'a stray character': (soql, pieces, random) => {
    const { at } = random.pick(pieces);
    return `${soql.slice(0, at)}${random.pick(STRAY)} ${soql.slice(at)}`;
  },
  'an open text': (soql, pieces, random) => {
    const piece = onePiece(({ text }) => text.startsWith("'"), pieces, random);
    return piece && soql.slice(0, endOf(piece) - 1) + soql.slice(endOf(piece));
  },
  'no value': (soql, pieces, random) => {
    const where = soql.indexOf(' WHERE ');
    const piece = onePiece(({ text, at }) => where >= 0 && at > where && VALUE.test(text), pieces, random);
    return piece && `${soql.slice(0, piece.at)}${random.pick(NO_VALUES)}${soql.slice(endOf(piece))}`;
  },
  'clauses out of order': (soql, _pieces, random) => {
    const there = CLAUSES.flatMap((clause) => clause.exec(soql)?.[0] ?? []);
    if (there.length < 3) return undefined;
    const at = 1 + random.below(there.length - 2);
    const [one = '', other = ''] = there.slice(at, at + 2);
    return [...there.slice(0, at), other, one, ...there.slice(at + 2)].join('');
  },
  'AND beside OR': (soql, pieces) => {
    const last = pieces.findLast(({ text }) => /^(?:AND|OR)$/i.test(text));
    if (last === undefined) return undefined;
    const other = last.text.toUpperCase() === 'AND' ? 'OR' : 'AND';
    return `${soql.slice(0, last.at)}${other} Id = null ${soql.slice(last.at)}`;
  },
};

/** The names of all mutations. */
export const MUTATIONS: readonly string[] = Object.keys(CHANGES);

/** A valid statement with one thing wrong. */
export function mutation(random: Random, soql: string): Mutation {
  const pieces = piecesOf(soql);
  for (;;) {
    const name = random.pick(MUTATIONS);
    const changed = present(CHANGES[name])(soql, pieces, random);
    if (changed !== undefined) return { name, soql: changed };
  }
}
