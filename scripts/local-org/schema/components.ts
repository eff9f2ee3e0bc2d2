import type { MetadataComponent } from '../org.ts';

/** The deployed components, by type and then by full name. */
export type Components = ReadonlyMap<string, ReadonlyMap<string, MetadataComponent>>;

const NONE: ReadonlyMap<string, MetadataComponent> = new Map();

/** The components of a type, by full name. */
export function ofType(components: Components, type: string): ReadonlyMap<string, MetadataComponent> {
  return components.get(type) ?? NONE;
}
