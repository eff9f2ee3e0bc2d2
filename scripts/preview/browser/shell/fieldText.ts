import { model } from '../platform/model.ts';
import type { FieldInfo, RecordRepresentation } from '../platform/uiApi.ts';
import { partsOf, type ShownRecord } from './record.ts';

type Plain = string | number | boolean;

/** A field's value; undefined when it is empty, not readable or a record. */
export function plainValue(record: RecordRepresentation, field: string): Plain | undefined {
  const value = record.fields[field]?.value ?? undefined;
  return typeof value === 'object' ? undefined : value;
}

/** A field's value as text in the user's locale; empty when there is none. */
export function fieldText({ info, record }: ShownRecord, field: string): string {
  const known = info.fields[field];
  const value = plainValue(record, field);
  if (known?.dataType === 'Address') return addressText({ info, record }, field);
  if (known === undefined || value === undefined) return '';
  // Name has no salutation, but the pages of person accounts and contacts show it.
  if (field === 'Name') return [labelText(record, 'Salutation'), String(value)].filter(Boolean).join(' ');
  return formatted(known, value) ?? labelText(record, field);
}

/** The org's display value, such as a picklist's label, else the value. */
function labelText(record: RecordRepresentation, field: string): string {
  return record.fields[field]?.displayValue ?? String(plainValue(record, field) ?? '');
}

function formatted({ dataType }: FieldInfo, value: Plain): string | undefined {
  const locale = String(model.i18n.locale);
  const number = (options: Intl.NumberFormatOptions = {}): string =>
    new Intl.NumberFormat(locale, options).format(Number(value));
  const date = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, options).format(new Date(String(value)));
  switch (dataType) {
    case 'Date':
      return date({ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
    case 'DateTime':
      return date({ dateStyle: 'short', timeStyle: 'short', timeZone: String(model.i18n.timeZone) });
    case 'Currency':
      return number({ style: 'currency', currency: String(model.i18n.currency) });
    case 'Double':
    case 'Int':
      return number();
    case 'Percent':
      return `${number()} %`;
    default:
      return undefined;
  }
}

function addressText({ info, record }: ShownRecord, field: string): string {
  function part(ending: string): string {
    const found = partsOf(info, field).find(({ apiName }) => apiName.endsWith(ending));
    return found === undefined ? '' : labelText(record, found.apiName);
  }
  const place = [part('PostalCode'), part('City')].filter(Boolean).join(' ');
  return [part('Street'), place, part('Country')].filter(Boolean).join(', ');
}
