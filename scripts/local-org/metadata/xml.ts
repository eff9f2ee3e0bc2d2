/** An element's children by name; for a leaf its text; lists where the element may repeat. */
export type XmlContent = Readonly<Record<string, unknown>>;

/** Whether a value is an element with children. */
export function isContent(value: unknown): value is XmlContent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The child elements of that name. */
export function elements(content: XmlContent, name: string): readonly XmlContent[] {
  const value = content[name];
  if (Array.isArray(value)) return value.filter(isContent);
  return isContent(value) ? [value] : [];
}

/** The texts of the child elements of that name. */
export function texts(content: XmlContent, name: string): readonly string[] {
  const value = content[name];
  if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string');
  return typeof value === 'string' ? [value] : [];
}

/** The text of the first child of that name; null when it is missing or empty. */
export function textOf(content: XmlContent, name: string): string | null {
  return texts(content, name).find((value) => value !== '') ?? null;
}

/** Whether the child of that name is `true`. */
export function flagOf(content: XmlContent, name: string): boolean {
  return textOf(content, name) === 'true';
}

/** The number in the child of that name, or `otherwise`. */
export function numberOf(content: XmlContent, name: string, otherwise: number): number {
  const text = textOf(content, name);
  return text === null ? otherwise : Number(text);
}

/** The first line, from 1, that contains `needle`; 1 when none does. */
export function lineOf(text: string, needle: string): number {
  const at = text.indexOf(needle);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
