const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);
const SPACES: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * The texts of the items of a JSON array, as they stand in `text`: repeated keys and every digit survive, which they
 * wouldn't through JSON.parse. `text` must be valid JSON and an array: that is not checked here.
 */
export function arrayItems(text: Buffer): readonly Buffer[] {
  const items: Buffer[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0;
    if (byte === QUOTE) at = endOfString(text, at);
    else if (OPENING.has(byte)) {
      depth += 1;
      if (depth === 1) start = at + 1;
    } else if (CLOSING.has(byte)) {
      depth -= 1;
      if (depth === 0) add(items, text.subarray(start, at));
    } else if (byte === COMMA && depth === 1) {
      add(items, text.subarray(start, at));
      start = at + 1;
    }
  }
  return items;
}

/** Only an empty array has an item of spaces alone. */
function add(items: Buffer[], item: Buffer): void {
  if (!item.every((byte) => SPACES.has(byte))) items.push(item);
}

function endOfString(text: Buffer, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== QUOTE) at += text[at] === BACKSLASH ? 2 : 1;
  return at;
}
