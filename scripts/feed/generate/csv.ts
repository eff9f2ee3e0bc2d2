const NEEDS_QUOTES = /[",\r\n]/;

/** A line of CSV (RFC 4180), without its end; null is an empty cell. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return cells
    .map((cell) => {
      const text = cell === null ? '' : String(cell);
      return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}
