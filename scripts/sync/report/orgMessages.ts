import type { OnOrgMessage } from '../org/keptError.ts';

/** Where messages may be shown: standard error. */
interface Shown {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Control characters, which a terminal would obey instead of showing. */
const CONTROL_CHARACTERS = /\p{Cc}+/gu;

/**
 * Returns the callback for the org's own messages: it prints them on a terminal when that was asked for, else it does
 * nothing. They may be personal data, so they never go to a pipe or a file, which may be kept.
 */
export function orgMessages(isWanted: boolean, shown: Shown): OnOrgMessage {
  if (!isWanted || shown.isTTY !== true) return () => undefined;
  return (words) => {
    shown.write(`The org says: ${words.replace(CONTROL_CHARACTERS, ' ')}\n`);
  };
}
