import { type Context, Script, createContext } from 'node:vm';

/** Time limit of a match, long enough for a busy machine. A pattern that backtracks without end is given up then. */
const LONGEST_MATCH_MS = 1_000;

const TEST = new Script('pattern.test(text)');

/** Whether the pattern may backtrack exponentially: it has two repeated parts that can share a text between them. */
const mayBacktrack = (source: string): boolean => (source.match(/[*+{]/g) ?? []).length > 1;

/** Returns a function that tests a text against the pattern; false also when that takes too long. */
export function patternTest(source: string): (text: string) => boolean {
  const pattern = new RegExp(source);
  if (!mayBacktrack(source)) return (text) => pattern.test(text);
  const context: Context = createContext({ pattern, text: '' });
  let givenUp = false;
  return (text) => {
    if (givenUp) return false;
    try {
      context.text = text;
      return TEST.runInContext(context, { timeout: LONGEST_MATCH_MS }) === true;
    } catch {
      givenUp = true;
      return false;
    }
  };
}
