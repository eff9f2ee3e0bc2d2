import type { Locator } from 'playwright-core';

interface Box {
  readonly texts: readonly string[];
  readonly top: number;
  readonly left: number;
}

/** Boxes whose tops differ by less are in the same row. */
const SAME_ROW = 6;

/**
 * The content of `place` in reading order: rows from top to bottom by their boxes on the screen, each row from left to
 * right, each heading a row of its own and each label followed by its value. A checkbox reads as `[x]` or `[ ]`.
 */
export async function rowsShown(place: Locator): Promise<readonly (readonly string[])[]> {
  const headings = await place.locator('h2, [role=heading]').evaluateAll((found) =>
    found.map((element) => {
      const { top, left } = element.getBoundingClientRect();
      return { texts: [(element as HTMLElement).innerText.trim()], top, left };
    }),
  );
  const pairs = await place.locator('dl > div').evaluateAll((found) =>
    found.map((element) => {
      const { top, left } = element.getBoundingClientRect();
      const [label, value] = [...element.children] as HTMLElement[];
      const box = value?.querySelector('input');
      const text = box ? (box.checked ? '[x]' : '[ ]') : (value?.innerText.trim() ?? '');
      return { texts: [label?.innerText.trim() ?? '', text.replaceAll('\u00a0', ' ')], top, left };
    }),
  );
  return rows([...headings, ...pairs]);
}

function rows(boxes: readonly Box[]): readonly (readonly string[])[] {
  const result: { readonly top: number; readonly boxes: Box[] }[] = [];
  for (const box of [...boxes].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const row = result.at(-1);
    if (row !== undefined && box.top - row.top < SAME_ROW) row.boxes.push(box);
    else result.push({ top: box.top, boxes: [box] });
  }
  return result.map((row) => row.boxes.sort((a, b) => a.left - b.left).flatMap((box) => box.texts));
}
