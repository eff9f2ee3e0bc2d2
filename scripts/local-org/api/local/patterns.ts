import { type Context, Script, createContext } from 'node:vm';

/** How long a pattern may look at one path. A pattern that backtracks without end is given up then. */
const LONGEST_MATCH_MS = 50;

const TEST = new Script('pattern.test(text)');

/** Two parts that repeat can make a regular expression try every way of sharing a text between them. */
const mayBacktrack = (source: string): boolean => (source.match(/[*+{]/g) ?? []).length > 1;

/** Whether a text fits a pattern; false as well when that takes too long to find out. */
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
