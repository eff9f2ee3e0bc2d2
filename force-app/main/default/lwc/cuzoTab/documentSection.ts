import documentIssuedOn from '@salesforce/label/c.CuZo_Document_Issued_On';
import documentsTitle from '@salesforce/label/c.CuZo_Documents';
import emptyValue from '@salesforce/label/c.CuZo_Empty_Value';
import missingLater from '@salesforce/label/c.CuZo_Document_Missing_Later';
import missingLife from '@salesforce/label/c.CuZo_Document_Missing_Life';
import none from '@salesforce/label/c.CuZo_Documents_None';
import unnamed from '@salesforce/label/c.CuZo_Unnamed';
import { codeLabel } from 'c/cuzoCodeLabels';
import { dayText, fill } from 'c/cuzoFormat';
import type { ViewDocument, ViewFile } from 'c/cuzoViewDocument';
import type { ShownSection } from 'c/cuzoViewSection';
import { isLifeDocument, usualDocuments } from './usualDocuments';

/** Key of the section; the sections of the view have numbers. */
const KEY = 'documents';

/**
 * The documents that the customer finds, followed by the usual ones of such a product that are missing, each with what to do
 * about it (FAQ 4.1, 4.2). `product` is a code of the feed.
 */
export function documentSection({ documents }: ViewDocument, product: string | null): ShownSection {
  const missing = usualDocuments(product).filter((usual) => !documents.some(({ type }) => type === usual));
  const lines = [
    ...documents.map((file) => ({ label: nameOf(file.type), text: issued(file) })),
    ...missing.map((type) => ({
      label: nameOf(type),
      text: isLifeDocument(type) ? missingLife : missingLater,
      isAdvice: true,
    })),
  ];
  return {
    key: KEY,
    heading: documentsTitle,
    items: lines.map((line, index) => ({ key: String(index), ...line })),
    ...(lines.length === 0 ? { empty: none } : {}),
  };
}

function issued({ issuedOn }: ViewFile): string {
  return issuedOn.trim() === '' ? emptyValue : fill(documentIssuedOn, dayText(issuedOn));
}

function nameOf(type: string): string {
  return type.trim() === '' ? unnamed : (codeLabel('document', type) ?? type);
}
