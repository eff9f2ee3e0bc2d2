/**
 * Means null to Bulk API 2.0; an empty cell leaves the field unchanged (Bulk API 2.0 Developer Guide, Valid CSV Record
 * Rows).
 */
const NULL = '#N/A';

type Cell = string | number | boolean | null | undefined;

/** A line of CSV. null clears the field, undefined leaves it unchanged. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (cell === null || cell === '') return NULL;
  return typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : String(cell);
}

/** Whether the org would take the text for null. */
export const isNullText = (cell: Cell): boolean => cell === NULL;
