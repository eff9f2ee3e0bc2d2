import type { Row, Scalar, World } from './rows.ts';

export type Kind = 'boolean' | 'date' | 'datetime' | 'id' | 'multipicklist' | 'number' | 'picklist' | 'text';

/** A field as a statement about an object can name it. */
export interface FieldPath {
  readonly path: string;
  readonly kind: Kind;
  readonly of: (row: Row) => Scalar;
  readonly formula: boolean;
  /** The values of a picklist in their order. */
  readonly order: readonly string[];
}

const OWN: Readonly<Record<string, Kind>> = {
  Id: 'id',
  Name: 'text',
  Code__c: 'text',
  Colour__c: 'picklist',
  Size__c: 'picklist',
  Tags__c: 'multipicklist',
  Weight__c: 'number',
  Sold__c: 'boolean',
  Sold_On__c: 'date',
  Seen__c: 'datetime',
  Mail__c: 'text',
  Account__c: 'id',
  Double_Weight__c: 'number',
};
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  Colour__c: ['Red', 'Green', 'Blue'],
  Size__c: ['S', 'M'],
};

const own = (name: string, kind: Kind): FieldPath => ({
  path: name,
  kind,
  of: (row) => row.values[name] ?? null,
  formula: name === 'Double_Weight__c',
  order: ORDERS[name] ?? [],
});

const above = (relationship: string, fields: readonly FieldPath[]): readonly FieldPath[] =>
  fields.map((field) => ({
    ...field,
    path: `${relationship}.${field.path}`,
    of: (row) => {
      const parent = row.parents[relationship];
      return parent === null || parent === undefined ? null : field.of(parent);
    },
  }));

const ACCOUNT = [own('Name', 'text'), own('Number__c', 'text')];
const WIDGET = [
  ...Object.entries(OWN).map(([name, kind]) => own(name, kind)),
  ...above('Account__r', ACCOUNT),
];
const GADGET = [
  own('Id', 'id'),
  own('Count__c', 'number'),
  own('Widget__c', 'id'),
  ...above(
    'Widget__r',
    WIDGET.filter(({ formula, kind }) => !formula && kind !== 'boolean'),
  ),
];

/** The fields that statements about an object name. */
export const FIELDS: Readonly<Record<keyof World, readonly FieldPath[]>> = {
  Widget__c: WIDGET,
  Gadget__c: GADGET,
};

/** The sort order of text for a Belgian user. */
const COLLATOR = new Intl.Collator('nl', { sensitivity: 'accent' });

/** Compares two values that are not null. */
export function compare({ kind, order }: FieldPath, one: Scalar, other: Scalar): number {
  if (typeof one === 'number' || typeof one === 'boolean') return Number(one) - Number(other);
  if (kind === 'picklist') {
    function place(value: Scalar): number {
      const index = order.indexOf(String(value));
      return index < 0 ? order.length : index;
    }
    return place(one) - place(other);
  }
  if (kind === 'text') return COLLATOR.compare(String(one), String(other));
  return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
}
