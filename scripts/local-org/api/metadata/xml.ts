/** The five entities that XML has by name: the CLI leaves references by number as they are when it takes files apart. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

/** An element as XML: lists repeat it, objects nest, null and undefined leave it out. */
export function element(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('');
  if (typeof value === 'object') {
    const content = Object.entries(value)
      .map(([key, child]) => element(key, child))
      .join('');
    return `<${name}>${content}</${name}>`;
  }
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- objects are nested above
  return `<${name}>${escaped(String(value))}</${name}>`;
}
