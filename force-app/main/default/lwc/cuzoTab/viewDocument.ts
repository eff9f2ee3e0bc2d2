import type { Language } from 'c/cuzoFormat';

/** A text in one or more languages. */
export type ViewLabel = string | Readonly<Partial<Record<Language, string | undefined>>>;

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

/** A document that the customer finds in the zone. `issuedOn` is `YYYY-MM-DD`. */
export interface ViewFile {
  readonly type: string;
  readonly issuedOn: string;
}

/** What the zone shows of a policy, as CuZo_View__c holds it. */
export interface ViewDocument {
  readonly title: string;
  readonly sections: readonly ViewSection[];
  readonly documents?: readonly ViewFile[] | undefined;
}

/** The version of the document that this component knows. */
const VERSION = 1;

/** Reads the field's text. Where it isn't a whole document of the known version, nothing is shown rather than half. */
export function readView(text: string): ViewDocument | 'unreadable' | 'later-version' {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  if (!isRecord(parsed)) return 'unreadable';
  if (typeof parsed.v === 'number' && parsed.v > VERSION) return 'later-version';
  return parsed.v === VERSION && isView(parsed) ? parsed : 'unreadable';
}

function isView(value: object): value is ViewDocument {
  const { title, sections, documents } = value as Readonly<Record<string, unknown>>;
  const areDocuments = documents === undefined || isListOf(documents, isDocument);
  return typeof title === 'string' && isListOf(sections, isSection) && areDocuments;
}

const isSection = (value: unknown): boolean =>
  isRecord(value) && typeof value.code === 'string' && isLabel(value.label) && isListOf(value.items, isItem);

const isItem = (value: unknown): boolean =>
  isRecord(value) && typeof value.code === 'string' && isLabel(value.label) && typeof value.kind === 'string';

const isDocument = (value: unknown): boolean =>
  isRecord(value) && typeof value.type === 'string' && typeof value.issuedOn === 'string';

const isLabel = (value: unknown): boolean =>
  value === undefined || typeof value === 'string' || isRecord(value);

const isListOf = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
