const NEEDS_QUOTES = /[",\r\n]/;
/** V8 replaces what a pattern finds many times faster than replaceAll does a text. */
const QUOTE = /"/g;

/** A line of CSV (RFC 4180), without its end; null is an empty cell. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return cells
    .map((cell) => {
      const text = cell === null ? '' : String(cell);
      return NEEDS_QUOTES.test(text) ? `"${text.replace(QUOTE, '""')}"` : text;
    })
    .join(',');
}
