/**
 * XML's five named entities. Numeric references aren't used, because the CLI leaves them as they are when it splits files.
 */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

/** An element as XML: a list repeats the element, an object nests, null and undefined omit it. */
export function element(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('');
  if (typeof value === 'object') {
    const content = Object.entries(value)
      .map(([key, child]) => element(key, child))
      .join('');
    return `<${name}>${content}</${name}>`;
  }
  // oxlint-disable-next-line typescript/no-base-to-string -- objects are nested above
  return `<${name}>${escaped(String(value))}</${name}>`;
}
