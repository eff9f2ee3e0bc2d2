import { notFound, ok, type Resource } from '../resource.ts';
import { type ObjectDescribe, createDescribes, fieldOf, type Describes } from '../describe/describe.ts';
import type { Org } from '../../org.ts';
import { eTag, MASTER_RECORD_TYPE } from './objectInfo.ts';

interface LayoutItem {
  readonly field?: string;
  readonly behavior?: string;
}

interface LayoutSection {
  readonly label?: string;
  readonly detailHeading?: string | boolean;
  readonly layoutColumns?: readonly { readonly layoutItems?: readonly LayoutItem[] }[];
}

const asList = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** The sections of the object's page layout: the first deployed one, `<Object>-<Layout name>`. */
function sectionsOf(object: string, org: Org): readonly LayoutSection[] {
  const layout = [...org.components('Layout').values()].find(({ fullName }) =>
    fullName.startsWith(`${object}-`),
  );
  return asList(layout?.content?.layoutSections as readonly LayoutSection[] | undefined);
}

const itemsOf = (section: LayoutSection): readonly (readonly LayoutItem[])[] =>
  asList(section.layoutColumns).map(({ layoutItems }) => asList(layoutItems));

/** The fields of the object's page layout. */
export const layoutFields = (object: string, { org }: { readonly org: Org }): readonly string[] =>
  sectionsOf(object, org).flatMap((section) =>
    itemsOf(section)
      .flat()
      .flatMap(({ field }) => field ?? []),
  );

function layoutItem({ field, behavior }: LayoutItem, object: ObjectDescribe): unknown {
  const described = field === undefined ? undefined : fieldOf(object, field);
  const editable = behavior !== 'Readonly';
  return {
    editableForNew: editable && (described?.createable ?? false),
    editableForUpdate: editable && (described?.updateable ?? false),
    label: described?.label ?? '',
    layoutComponents: described
      ? [{ apiName: described.name, componentType: 'Field', label: described.label }]
      : [{ apiName: null, componentType: 'EmptySpace' }],
    lookupIdApiName: described?.type === 'reference' ? described.name : null,
    required: behavior === 'Required',
    sortable: false,
  };
}

function layoutSection(section: LayoutSection, index: number, object: ObjectDescribe): unknown {
  const columns = itemsOf(section).map((items) =>
    items.filter(({ field }) => field === undefined || fieldOf(object, field) !== undefined),
  );
  const rows = Math.max(0, ...columns.map((items) => items.length));
  return {
    collapsible: true,
    columns: columns.length,
    heading: section.label ?? '',
    id: `section-${index + 1}`,
    layoutRows: Array.from({ length: rows }, (_, row) => ({
      layoutItems: columns.map((items) => layoutItem(items[row] ?? {}, object)),
    })),
    rows,
    tabOrder: 'LeftRight',
    useHeading: String(section.detailHeading) === 'true',
  };
}

/** The layout of an object for a request's layoutType, mode and recordTypeId. Throws NOT_FOUND when none is deployed. */
export function layout(object: ObjectDescribe, org: Org, query: URLSearchParams): Record<string, unknown> {
  const sections = sectionsOf(object.name, org).map((section, index) =>
    layoutSection(section, index, object),
  );
  if (sections.length === 0) throw notFound();
  return {
    eTag: eTag(sections),
    id: null,
    layoutType: query.get('layoutType') ?? 'Full',
    mode: query.get('mode') ?? 'View',
    objectApiName: object.name,
    recordTypeId: query.get('recordTypeId') ?? MASTER_RECORD_TYPE,
    saveOptions: [],
    sections,
  };
}

export const LAYOUT_RESOURCES: readonly Resource[] = [
  {
    path: '/ui-api/layout/:object',
    handlers: {
      GET: ({ param, query, caller }, { org }) => {
        const describes: Describes = createDescribes(org, caller);
        return ok(layout(describes.of(param('object')), org, query));
      },
    },
  },
];
