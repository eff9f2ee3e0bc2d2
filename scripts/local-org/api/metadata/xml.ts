const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

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
