import { OrgError, type Caller, type Org } from '../../local-org/org.ts';
import type { ListModel } from '../page/pageModel.ts';
import { objectParts } from './layout.ts';
import { content, elements, text, texts } from './xml.ts';

/** The object's first deployed list view, reduced to columns that the caller can read; just the name when there is none. */
export function listModel(org: Org, caller: Caller, object: string, language: string): ListModel | undefined {
  const described = describeFor(org, caller, object);
  if (described === undefined) return undefined;
  const [view] = objectParts(org, object, 'listViews', 'ListView');
  const translated = elements(
    content(org, 'CustomObjectTranslation', `${object}-${language}`),
    'listViews',
  ).find((item) => text(item, 'name') === text(view, 'fullName'));
  const columns = texts(view, 'columns').flatMap((column) => described.fieldOf(column) ?? []);
  return {
    object: described.name,
    objectLabel: described.labelPlural,
    label: text(translated, 'label') ?? text(view, 'label') ?? described.labelPlural,
    columns: columns.length === 0 ? ['Name'] : columns,
  };
}

interface Described {
  readonly name: string;
  readonly labelPlural: string;
  /** The field of a list view's column; standard fields are named `ACCOUNT.NAME`, lookups by their relationship. */
  readonly fieldOf: (column: string) => string | undefined;
}

function describeFor(org: Org, caller: Caller, object: string): Described | undefined {
  try {
    const described = org.describe(object, caller);
    const fields = described.fields as readonly { name: string; relationshipName: string | null }[];
    return {
      name: String(described.name),
      labelPlural: String(described.labelPlural),
      fieldOf: (column) => {
        const name = column.slice(column.lastIndexOf('.') + 1).toLowerCase();
        return fields.find((field) =>
          [field.name.toLowerCase(), field.relationshipName?.toLowerCase()].includes(name),
        )?.name;
      },
    };
  } catch (error) {
    if (error instanceof OrgError) return undefined;
    throw error;
  }
}
