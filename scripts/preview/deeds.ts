import type { IncomingHttpHeaders } from 'node:http';
import type { DeedButton } from './page/pageModel.ts';

/** Something that happens to the record of the page when a button of the bar is pressed. */
export interface BarDeed {
  /** Its place in the address: lower-case letters. */
  readonly name: string;
  /** The object whose pages have the button. */
  readonly object: string;
  /** The button, and what is said once it is done; `language` as `nl_NL`. */
  readonly words: (language: string) => { readonly label: string; readonly done: string };
  /** Does it. What it throws is said as it is. */
  readonly run: (recordId: string) => Promise<void>;
}

export const DEEDS_PATH = '/preview/deeds/';

/** A page of another site can't send it without being asked, and then isn't allowed to. */
const OWN_HEADER = 'x-local-org';

/** The buttons of the page of a record. */
export const deedButtons = (
  deeds: readonly BarDeed[],
  { object, recordId }: { readonly object: string; readonly recordId: string },
  language: string,
): readonly DeedButton[] =>
  deeds
    .filter((deed) => deed.object === object)
    .map(({ name, words }) => ({ ...words(language), path: `${DEEDS_PATH}${name}?record=${recordId}` }));

/** Does what the address names. Returns the status and the text of the answer. */
export async function runDeed(
  deeds: readonly BarDeed[],
  { pathname, searchParams }: URL,
  headers: IncomingHttpHeaders,
): Promise<readonly [status: number, text: string]> {
  const deed = deeds.find(({ name }) => pathname === DEEDS_PATH + name);
  const record = searchParams.get('record') ?? '';
  if (!deed || !/^[a-zA-Z0-9]{15,18}$/.test(record)) return [404, 'There is nothing of that name to do.'];
  if (headers[OWN_HEADER] === undefined) return [403, 'Only a page of this server may ask for it.'];
  try {
    await deed.run(record);
    return [200, ''];
  } catch (error) {
    return [500, error instanceof Error ? error.message : String(error)];
  }
}
