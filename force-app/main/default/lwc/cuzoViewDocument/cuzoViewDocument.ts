import type { Language } from 'c/cuzoFormat';

/** A text in one or more languages. */
export type ViewLabel = string | Readonly<Partial<Record<Language, unknown>>>;

/** The kinds of items whose values have a format of their own. The feed may have others. */
export type ItemKind = 'text' | 'date' | 'money' | 'number' | 'covered' | 'percent';

/** An item. `code` and `kind` are empty when the document has none. */
export interface ViewItem {
  readonly code: string;
  readonly label?: ViewLabel | undefined;
  readonly kind: string;
  readonly value: unknown;
}

export interface ViewSection {
  readonly code: string;
  readonly label?: ViewLabel | undefined;
  readonly items: readonly ViewItem[];
}

/** A document that the customer finds in the zone. `issuedOn` is `YYYY-MM-DD`, empty when it isn't known. */
export interface ViewFile {
  readonly type: string;
  readonly issuedOn: string;
}

/** What the zone shows of a policy, as CuZo_View__c holds it. */
export interface ViewDocument {
  readonly title: string;
  readonly sections: readonly ViewSection[];
  readonly documents: readonly ViewFile[];
}

/** The document version that this component can read. */
const VERSION = 1;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Parses the field's text. Returns the reason when it isn't a whole document of the known version. Inside one, a part that breaks
 * the contract doesn't hide the rest and is shown as it is.
 */
export function readView(text: string): ViewDocument | 'unreadable' | 'later-version' {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  if (!isRecord(parsed)) return 'unreadable';
  if (typeof parsed.v === 'number' && parsed.v > VERSION) return 'later-version';
  if (parsed.v !== VERSION || !Array.isArray(parsed.sections)) return 'unreadable';
  return {
    title: textOf(parsed.title),
    sections: parsed.sections.map(sectionOf),
    documents: listOf(parsed.documents).map(fileOf),
  };
}

class AsIs {}

/**
 * A copy that a child component gets as it is. LWC puts a proxy around plain objects and arrays only, not around instances of
 * classes (https://developer.salesforce.com/docs/platform/lwc/guide/reactivity-fields.html). In Lightning Web Security's
 * sandbox, each read through it would leave the sandbox and come back, which a large view does thousands of times.
 */
export function asIs<Given extends object>(given: Given): Given {
  return Object.assign(new AsIs(), given);
}

function sectionOf(section: unknown): ViewSection {
  if (!isRecord(section)) return { code: '', items: [itemOf(section)] };
  return { ...named(section), items: listOf(section.items).map(itemOf) };
}

function itemOf(item: unknown): ViewItem {
  if (!isRecord(item)) return { code: '', kind: '', value: item };
  return { ...named(item), kind: textOf(item.kind), value: item.value };
}

function fileOf(file: unknown): ViewFile {
  return isRecord(file)
    ? { type: textOf(file.type), issuedOn: textOf(file.issuedOn) }
    : { type: textOf(file), issuedOn: '' };
}

function named({ code, label }: Fields): { readonly code: string; readonly label?: ViewLabel } {
  const isLabel = typeof label === 'string' || isRecord(label);
  return { code: textOf(code), ...(isLabel ? { label } : {}) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A value that should be a list and isn't becomes its only element. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
