import type { MetadataComponent, Org } from '../../local-org/org.ts';

/** An element of deployed metadata. */
export type Element = Readonly<Record<string, unknown>>;

/** The elements of that name, in order, whether there are none, one or several. */
export function elements(parent: Element | undefined, name: string): readonly Element[] {
  return values(parent, name).filter((value) => typeof value === 'object');
}

/** The texts of the elements of that name. */
export function texts(parent: Element | undefined, name: string): readonly string[] {
  return values(parent, name).flatMap((value) => (typeof value === 'object' ? [] : [String(value)]));
}

/** The text of the first element of that name; undefined when there is none or it is empty. */
export function text(parent: Element | undefined, name: string): string | undefined {
  const [first] = values(parent, name);
  return first === undefined || first === '' || typeof first === 'object' ? undefined : String(first);
}

function values(parent: Element | undefined, name: string): readonly (string | number | boolean | Element)[] {
  const value = parent?.[name] as string | number | boolean | Element | readonly Element[] | null | undefined;
  if (value === undefined || value === null || value === '') return [];
  return [value].flat();
}

/** The content of one deployed component, undefined when it isn't deployed. */
export function content(org: Org, type: string, fullName: string): Element | undefined {
  return org.components(type).get(fullName)?.content;
}

/** The deployed components of a type that have XML content. */
export function contents(org: Org, type: string): readonly (readonly [string, Element])[] {
  return [...org.components(type).values()].flatMap(({ fullName, content: found }: MetadataComponent) =>
    found === undefined ? [] : [[fullName, found] as const],
  );
}
