import { OrgError } from '../../org.ts';

/** A page of a list: where it starts, and how long it is at most. */
export interface Page {
  readonly size: number;
  readonly start: number;
}

/** "The maximum offset is 2000 and the default is 0." User Interface API Developer Guide, `pageToken`. */
const MOST_OFFSET = 2_000;

/** An integer parameter. Throws INVALID_INPUT when it isn't one or is out of range. */
export function numberOf(text: string | null, preset: number, from: number, to: number): number {
  const value = text === null ? preset : Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new OrgError(400, 'INVALID_INPUT', `A value from ${from} to ${to} is needed, not ${text ?? ''}.`);
}

/** The page that `pageSize` and `pageToken` ask for. */
export const pageOf = (
  pageSize: string | null,
  pageToken: string | null,
  { preset, most }: { readonly preset: number; readonly most: number },
): Page => ({ size: numberOf(pageSize, preset, 1, most), start: numberOf(pageToken, 0, 0, MOST_OFFSET) });

/** Tokens and addresses of a page and of those beside it; `query`: what else the addresses ask for. */
export function pageLinks(
  url: string,
  { size, start }: Page,
  more: boolean,
  query: URLSearchParams,
): Readonly<Record<string, string | null>> {
  const next = more && start + size <= MOST_OFFSET ? start + size : null;
  const previous = start > 0 ? Math.max(0, start - size) : null;
  function address(token: number | null): string | null {
    if (token === null) return null;
    const asked = new URLSearchParams({ pageSize: String(size), pageToken: String(token) });
    for (const [name, value] of query) asked.set(name, value);
    return `${url}?${asked.toString()}`;
  }
  return {
    currentPageToken: String(start),
    currentPageUrl: address(start),
    nextPageToken: next === null ? null : String(next),
    nextPageUrl: address(next),
    previousPageToken: previous === null ? null : String(previous),
    previousPageUrl: address(previous),
  };
}
