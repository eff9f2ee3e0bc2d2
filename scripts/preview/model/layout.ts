import type { Org } from '../../local-org/org.ts';
import type { LayoutSection } from '../page/pageModel.ts';
import { content, contents, elements, text, texts, type Element } from './xml.ts';

/** The object and record type of a page's record, on which its metadata depends. */
export interface RecordKind {
  readonly object: string;
  /** Developer name of the record type. */
  readonly recordType?: string;
  readonly isPersonAccount: boolean;
}

/**
 * The sections of a record's page layout, with headings in the language. Salesforce assigns layouts in profiles, which
 * aren't deployed here, so the layout with the record type's name is used, else the object's first. Layouts of person
 * accounts are those of `PersonAccount`.
 */
export function layoutSections(org: Org, kind: RecordKind, language: string): readonly LayoutSection[] {
  const owner = kind.isPersonAccount ? 'PersonAccount' : kind.object;
  const candidates = contents(org, 'Layout').filter(([name]) =>
    decodeURIComponent(name).startsWith(`${owner}-`),
  );
  const named = candidates.find(([name]) => kind.recordType !== undefined && name.includes(kind.recordType));
  const [name, layout] = named ?? candidates[0] ?? [];
  if (name === undefined) return [];
  const headings = sectionHeadings(
    org,
    kind.object,
    decodeURIComponent(name).slice(owner.length + 1),
    language,
  );
  return elements(layout, 'layoutSections')
    .map((section) => sectionModel(section, headings))
    .filter((section) => section.columns.some((column) => column.some((field) => field !== null)));
}

function sectionModel(section: Element, headings: ReadonlyMap<string, string>): LayoutSection {
  const label = text(section, 'label') ?? '';
  return {
    label: headings.get(label) ?? label,
    headed: text(section, 'detailHeading') === 'true',
    columns: elements(section, 'layoutColumns').map((column) =>
      elements(column, 'layoutItems').map((item) => text(item, 'field') ?? null),
    ),
  };
}

function sectionHeadings(
  org: Org,
  object: string,
  layout: string,
  language: string,
): ReadonlyMap<string, string> {
  const objects = object === 'Account' ? ['PersonAccount', object] : [object];
  const translated = objects
    .flatMap((name) => elements(content(org, 'CustomObjectTranslation', `${name}-${language}`), 'layouts'))
    .find((item) => text(item, 'layout') === layout);
  return new Map(
    elements(translated, 'sections').flatMap((section) => {
      const label = text(section, 'label');
      return label === undefined ? [] : [[text(section, 'section') ?? '', label] as const];
    }),
  );
}

/** The fields of the compact layout in a record's highlights panel; `Name` alone when there is none. */
export function compactLayout(org: Org, kind: RecordKind): readonly string[] {
  const owner = kind.isPersonAccount ? 'PersonAccount' : kind.object;
  const recordType = objectParts(org, owner, 'recordTypes', 'RecordType').find(
    (part) => text(part, 'fullName') === kind.recordType,
  );
  const assigned =
    text(recordType, 'compactLayoutAssignment') ??
    text(content(org, 'CustomObject', kind.object), 'compactLayoutAssignment');
  const compact = [owner, kind.object]
    .flatMap((object) => objectParts(org, object, 'compactLayouts', 'CompactLayout'))
    .find((part) => text(part, 'fullName') === assigned);
  const fields = texts(compact, 'fields');
  return fields.length === 0 ? ['Name'] : fields;
}

/** Parts of an object, whether they were deployed inside the object's file or as components of their own. */
export function objectParts(org: Org, object: string, element: string, type: string): readonly Element[] {
  const own = contents(org, type).filter(([name]) => name.startsWith(`${object}.`));
  return [
    ...elements(content(org, 'CustomObject', object), element),
    ...own.map(([name, part]): Element => ({ ...part, fullName: name.slice(object.length + 1) })),
  ];
}
