/** What Bulk API 2.0 takes for null; an empty cell leaves the field as it is (Bulk API 2.0 Developer Guide, Valid CSV Record Rows). */
const NULL = '#N/A';

type Cell = string | boolean | null | undefined;

/** A line of CSV. null clears the field, undefined leaves it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (cell === null || cell === '') return NULL;
  return typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : String(cell);
}

/** Whether the text would mean something else in CSV than it says. */
export const isNullText = (cell: Cell): boolean => cell === NULL;
