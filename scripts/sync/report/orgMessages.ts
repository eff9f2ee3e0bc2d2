import type { OnWords } from '../org/orgWords.ts';

/** Where words may be shown: standard error. */
interface Shown {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** What a terminal would take for an order rather than for text. */
const ORDERS = /\p{Cc}+/gu;

/**
 * Who hears the org's own words: a terminal when somebody asked for them, else nobody. They may be personal data, so that a
 * pipe or a file, which may be kept, never gets them.
 */
export function orgMessages(isWanted: boolean, shown: Shown): OnWords {
  if (!isWanted || shown.isTTY !== true) return () => undefined;
  return (words) => {
    shown.write(`The org says: ${words.replace(ORDERS, ' ')}\n`);
  };
}
