import type { MetadataComponent } from '../org.ts';
import type { Components } from '../schema/components.ts';
import { type XmlContent, isContent } from './xml.ts';

/** The components with others added or replaced. */
export function withComponents(components: Components, added: readonly MetadataComponent[]): Components {
  const result = new Map([...components].map(([type, members]) => [type, new Map(members)]));
  for (const component of added) {
    const members = result.get(component.type) ?? new Map<string, MetadataComponent>();
    members.set(component.fullName, component);
    result.set(component.type, members);
  }
  return result;
}

/** Elements that identify the entries of a list: a later deploy adds entries, and replaces those with the same value. */
const KEYS = ['name', 'fullName', 'picklist', 'masterLabel', 'section', 'layout'];

function keyOf(entry: unknown): string | undefined {
  if (!isContent(entry)) return undefined;
  const key = KEYS.find((name) => typeof entry[name] === 'string');
  return key === undefined ? undefined : String(entry[key]);
}

function mergeLists(old: readonly unknown[], added: readonly unknown[]): readonly unknown[] {
  const byKey = new Map(old.map((entry, index) => [keyOf(entry) ?? `#${index}`, entry]));
  added.forEach((entry, index) => byKey.set(keyOf(entry) ?? `#${index}`, entry));
  return [...byKey.values()];
}

/** The component after a deploy that contains only parts of it: objects and translations are merged, as in Salesforce. */
export function merged(old: XmlContent | undefined, added: XmlContent): XmlContent {
  if (old === undefined) return added;
  const result: Record<string, unknown> = { ...old };
  for (const [name, value] of Object.entries(added)) {
    const before = result[name];
    result[name] = Array.isArray(before) && Array.isArray(value) ? mergeLists(before, value) : value;
  }
  return result;
}
