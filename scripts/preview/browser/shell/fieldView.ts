import { pageUrl } from '../platform/pageReference.ts';
import type { FieldInfo } from '../platform/uiApi.ts';
import { h } from './dom.ts';
import { fieldText, plainValue } from './fieldText.ts';
import type { ShownRecord } from './record.ts';

/** A field's value as Lightning shows it: text, link or check box. */
export function fieldView(shown: ShownRecord, field: string): Node | string {
  const info = shown.info.fields[field];
  const value = plainValue(shown.record, field);
  if (info === undefined) return '';
  if (info.dataType === 'Boolean') {
    const attributes = { type: 'checkbox', disabled: true, checked: value === true };
    return h('input', { ...attributes, 'aria-label': info.label });
  }
  if (info.dataType === 'Reference') return parentView(shown, info);
  const text = fieldText(shown, field);
  if (text !== '' && info.dataType === 'Email') return h('a', { href: `mailto:${text}` }, text);
  if (text !== '' && info.dataType === 'Phone') return h('a', { href: `tel:${text}` }, text);
  return text;
}

function parentView({ record }: ShownRecord, field: FieldInfo): Node | string {
  if (field.apiName === 'RecordTypeId') return record.recordTypeInfo?.name ?? '';
  const parent = record.fields[field.relationshipName ?? '']?.value;
  const id = plainValue(record, field.apiName);
  if (parent === undefined || parent === null || typeof parent !== 'object' || id === undefined) return '';
  const target = field.referenceToInfos[0];
  const name = plainValue(parent, target?.nameFields[0] ?? 'Name') ?? '';
  const href = pageUrl(`/lightning/r/${parent.apiName || (target?.apiName ?? '')}/${id}/view`);
  return h('a', { href }, String(name));
}
