/** A change that no test noticed. */
export interface Survivor {
  /** Path from the root of the project. */
  readonly file: string;
  readonly line: number;
  /** StrykerJS' name for the kind of change. */
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  /** What stands before it in its line. */
  readonly before: string;
}

/** Changes that may live, and why. */
export interface Kind {
  readonly why: string;
  readonly fits: (survivor: Survivor) => boolean;
}

/** The first kind that fits counts. What fits none of them is a rule that no test holds, or code that is redundant. */
export const KINDS: readonly Kind[] = [
  {
    why: 'The default of a value that is there by construction: the compiler asks for it (`noUncheckedIndexedAccess`).',
    fits: ({ before, mutator }) =>
      before.endsWith('?? ') && ['StringLiteral', 'ArrayDeclaration', 'ObjectLiteral'].includes(mutator),
  },
  {
    why: '`?.` on a value that is there by construction: the compiler asks for it.',
    fits: ({ mutator }) => mutator === 'OptionalChaining',
  },
  {
    why: 'A check for undefined beside a comparison that is false for undefined anyway: the compiler asks for it.',
    fits: ({ mutator, original, replacement }) =>
      mutator === 'ConditionalExpression' && replacement === 'true' && original.endsWith('!== undefined'),
  },
  {
    why: 'Words for people. Those of the job are held by `scripts/sync/texts.test.ts` and its snapshot, which is no test of the folder.',
    fits: ({ mutator, original }) => mutator === 'StringLiteral' && /[a-z]{2}[,.]? [a-z]/i.test(original),
  },
  {
    why: 'The separator of a list that holds one word, or of parts that are only compared.',
    fits: ({ before, mutator }) => mutator === 'StringLiteral' && before.endsWith('.join('),
  },
];

/** Of the survivors that fit no kind and were looked at one by one (lookedAt.ts). */
export const ONE_BY_ONE = 'Looked at one by one:';

/** Of all others. */
export const NOT_LOOKED_AT = 'Not looked at yet: a rule that no test holds, or code that is redundant.';
