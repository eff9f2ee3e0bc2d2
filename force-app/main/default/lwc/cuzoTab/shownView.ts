import covered from '@salesforce/label/c.CuZo_Covered';
import documentsTitle from '@salesforce/label/c.CuZo_Documents';
import documentIssuedOn from '@salesforce/label/c.CuZo_Document_Issued_On';
import emptyValue from '@salesforce/label/c.CuZo_Empty_Value';
import notCovered from '@salesforce/label/c.CuZo_Not_Covered';
import { codeLabel } from 'c/cuzoCodeLabels';
import { AGENT_LANGUAGE, dayText, fill, LANGUAGES, moneyText, numberText, percentText } from 'c/cuzoFormat';
import type { ShownItem, ShownSection } from 'c/cuzoViewSection';
import type { ViewDocument, ViewFile, ViewItem, ViewLabel, ViewSection } from './viewDocument';

/** The view in the agent's language and formats, in the document's own order; the customer's documents come last. */
export interface ShownView {
  readonly title: string;
  readonly sections: readonly ShownSection[];
}

export function shownView({ title, sections, documents = [] }: ViewDocument): ShownView {
  const shown = sections.map(shownSection);
  return { title, sections: documents.length === 0 ? shown : [...shown, documentSection(documents)] };
}

// Codes may come twice in a document, so that only the place tells two apart.
function shownSection(section: ViewSection, index: number): ShownSection {
  return {
    key: String(index),
    heading: codeLabel('section', section.code) ?? textOf(section.label) ?? section.code,
    items: section.items.map(shownItem),
  };
}

function documentSection(documents: readonly ViewFile[]): ShownSection {
  const items = documents.map(({ type, issuedOn }, index) => ({
    key: String(index),
    label: codeLabel('document', type) ?? type,
    text: fill(documentIssuedOn, dayText(issuedOn)),
  }));
  return { key: 'documents', heading: documentsTitle, items };
}

function shownItem(item: ViewItem, index: number): ShownItem {
  const shown = {
    key: String(index),
    label: codeLabel('item', item.code) ?? textOf(item.label) ?? item.code,
  };
  if (item.kind === 'covered' && typeof item.value === 'boolean') {
    return item.value
      ? { ...shown, text: covered, icon: 'utility:check' }
      : { ...shown, text: notCovered, icon: 'utility:close' };
  }
  return { ...shown, text: valueText(item.kind, item.value) || emptyValue };
}

/** A value of a kind that isn't known, or that doesn't fit its kind, is shown as it came: data is never hidden. */
export function valueText(kind: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const parts = value as Readonly<Record<string, unknown>>;
  if (kind === 'date' && typeof value === 'string') return dayText(value);
  if (kind === 'percent' && typeof value === 'number') return percentText(value);
  if (kind === 'money' && typeof parts.amount === 'string' && typeof parts.currency === 'string') {
    return moneyText(parts.amount, parts.currency);
  }
  if (kind === 'number' && typeof parts.value === 'number') {
    return numberText(parts.value, typeof parts.unit === 'string' ? parts.unit : undefined);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The label in the agent's language, else in the first that it comes in. */
function textOf(label: ViewLabel | undefined): string | undefined {
  if (label === undefined || typeof label === 'string') return label;
  return [AGENT_LANGUAGE, ...LANGUAGES]
    .map((language) => label[language])
    .find((text) => typeof text === 'string');
}
