import type { MetadataComponent } from '../org.ts';
import { CHILD_TYPES, METADATA_TYPES } from './types.ts';
import type { XmlContent } from './xml.ts';

type ComponentsOf = (type: string) => ReadonlyMap<string, MetadataComponent>;

/** Type -> the names that a package.xml asks for, `*` included. */
export type Wanted = ReadonlyMap<string, readonly string[]>;

/** The result of a retrieve: the files, and what the org doesn't have. */
export interface Retrieved {
  /** Path in the package -> an XML document's type and content, or bytes. */
  readonly files: ReadonlyMap<string, { readonly type: string; readonly content: XmlContent } | Uint8Array>;
  readonly found: readonly MetadataComponent[];
  readonly missing: readonly { readonly type: string; readonly fullName: string }[];
}

const ELEMENT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(CHILD_TYPES).map(([element, type]) => [type, element]),
);
const LABELS = 'labels/CustomLabels.labels';

/** The names that `*` means for a type; standard objects have to be named, as in an org. */
const namesOf = (componentsOf: ComponentsOf, type: string, names: readonly string[]): readonly string[] =>
  names.includes('*')
    ? [...new Set([...componentsOf(type).keys(), ...names.filter((name) => name !== '*')])]
    : names;

const folderOf = (type: string): string =>
  METADATA_TYPES.find(({ name }) => name === type)?.folder ?? 'objects';

/** A manifest names a folder among the reports or dashboards that lie in it; the CLI ends its name with a slash. */
const componentNamed = (
  componentsOf: ComponentsOf,
  type: string,
  name: string,
): MetadataComponent | undefined =>
  componentsOf(type).get(name) ?? componentsOf(`${type}Folder`).get(name.replace(/\/$/, ''));

/** The path of a component's file, when it was deployed as part of another file. */
function pathOf(type: string, fullName: string): string {
  const suffix = METADATA_TYPES.find(({ name }) => name === type)?.suffix ?? 'object';
  return `${folderOf(type)}/${fullName}.${suffix}`;
}

/** The content of an object's file: its own attributes if the object was asked for, and the parts that were. */
function objectContent(own: XmlContent, parts: readonly MetadataComponent[]): XmlContent {
  const result: Record<string, unknown> = { ...own };
  for (const { type, content } of parts) {
    const element = ELEMENT_OF.get(type) ?? '';
    result[element] = [...((result[element] as readonly unknown[] | undefined) ?? []), content];
  }
  return result;
}

/** Collects the files with the components that a package.xml asks for. */
export function retrieved(componentsOf: ComponentsOf, wanted: Wanted): Retrieved {
  const files = new Map<string, { type: string; content: XmlContent } | Uint8Array>();
  const found: MetadataComponent[] = [];
  const missing: { type: string; fullName: string }[] = [];
  const labels = new Map<string, MetadataComponent>();
  const objects = new Map<string, { own: XmlContent; parts: Map<string, MetadataComponent> }>();
  function objectNamed(name: string): { own: XmlContent; parts: Map<string, MetadataComponent> } {
    const known = objects.get(name) ?? { own: {}, parts: new Map<string, MetadataComponent>() };
    objects.set(name, known);
    return known;
  }
  function addPart(component: MetadataComponent): void {
    const object = component.fullName.slice(0, component.fullName.indexOf('.'));
    objectNamed(object).parts.set(`${component.type}\n${component.fullName}`, component);
  }
  function addObject(component: MetadataComponent): void {
    objects.set(component.fullName, { ...objectNamed(component.fullName), own: component.content ?? {} });
    const prefix = `${component.fullName}.`;
    for (const type of ELEMENT_OF.keys())
      for (const part of componentsOf(type).values()) if (part.fullName.startsWith(prefix)) addPart(part);
  }
  function add(component: MetadataComponent): void {
    found.push(component);
    const { type, fullName, content } = component;
    if (type === 'CustomLabel') labels.set(fullName, component);
    else if (type === 'CustomObject') addObject(component);
    else if (ELEMENT_OF.has(type)) addPart(component);
    else if (content === undefined) for (const [path, bytes] of component.files) files.set(path, bytes);
    else files.set([...component.files.keys()][0] ?? pathOf(type, fullName), { type, content });
  }
  for (const [type, names] of wanted) {
    if (type === 'CustomLabels') {
      for (const component of componentsOf('CustomLabel').values()) add(component);
      continue;
    }
    for (const fullName of namesOf(componentsOf, type, names)) {
      const component = componentNamed(componentsOf, type, fullName);
      if (component === undefined) missing.push({ type, fullName });
      else add(component);
    }
  }
  for (const [name, { own, parts }] of objects)
    files.set(pathOf('CustomObject', name), {
      type: 'CustomObject',
      content: objectContent(own, [...parts.values()]),
    });
  if (labels.size > 0)
    files.set(LABELS, {
      type: 'CustomLabels',
      content: { labels: [...labels.values()].map(({ content }) => content) },
    });
  return { files, found, missing };
}
