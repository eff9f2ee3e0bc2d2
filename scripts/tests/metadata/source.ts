import { XMLParser } from 'fast-xml-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const FORCE_APP = join('force-app', 'main', 'default');
export const CONNECT360 = join('config', 'connect360', 'main', 'default');

/** Languages that the Dutch master texts are translated into. */
export const TRANSLATIONS = ['fr', 'de', 'en_US'] as const;

/** An element of a metadata file: every child is a list, a leaf is its text. */
export type Element = Readonly<Record<string, readonly (Element | string)[]>>;

const parser = new XMLParser({ parseTagValue: false, trimValues: false, isArray: () => true });

/** The root element of a metadata file. */
export function readXml(path: string): Element {
  const document = parser.parse(readFileSync(path, 'utf8')) as Record<string, readonly Element[]>;
  const root = Object.entries(document).find(([name]) => name !== '?xml')?.[1][0];
  if (typeof root !== 'object') throw new Error(`${path} has no root element with children`);
  return root;
}

export const elements = (parent: Element, name: string): readonly Element[] =>
  (parent[name] ?? []).filter((child): child is Element => typeof child === 'object');

/** Text of the first child of that name, '' when there is none. */
export function text(parent: Element, name: string): string {
  const first = parent[name]?.[0];
  return typeof first === 'string' ? first : '';
}

/** Paths of the files under `folder` whose name ends so; none when the folder isn't there. */
export function filesUnder(folder: string, end: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file))
    .sort();
}

export interface SourceField {
  readonly object: string;
  readonly name: string;
  readonly xml: Element;
}

/** The custom fields of a package directory. */
export const fieldsOf = (directory: string): readonly SourceField[] =>
  filesUnder(join(directory, 'objects'), '.field-meta.xml').map((path) => {
    const xml = readXml(path);
    return { object: path.split(/[\\/]/).at(-3) ?? '', name: text(xml, 'fullName'), xml };
  });

/** Values of a picklist, [API name, Dutch label] each; none for another type. */
export const picklistOf = (field: Element): readonly (readonly [string, string])[] =>
  elements(field, 'valueSet')
    .flatMap((set) => elements(set, 'valueSetDefinition'))
    .flatMap((definition) => elements(definition, 'value'))
    .map((value) => [text(value, 'fullName'), text(value, 'label')] as const);

/** Label name to its element, of a package directory. */
export const labelsOf = (directory: string): ReadonlyMap<string, Element> =>
  new Map(
    elements(readXml(join(directory, 'labels', 'CustomLabels.labels-meta.xml')), 'labels').map((label) => [
      text(label, 'fullName'),
      label,
    ]),
  );
