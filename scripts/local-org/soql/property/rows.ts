import type { TestOrg } from '../../testOrg.ts';
import { type Random, present } from './random.ts';

export type Scalar = boolean | number | string | null;
/** A record as a plain object: its values, parents and children. */
export interface Row {
  readonly values: Record<string, Scalar>;
  readonly parents: Record<string, Row | null>;
  readonly children: Record<string, readonly Row[]>;
  deleted: boolean;
}

/** The rows of both objects in the order in which they were made. */
export interface World {
  readonly Widget__c: readonly Row[];
  readonly Gadget__c: readonly Row[];
}

const NAMES = [
  'Anvil',
  'anvil two',
  'Brush',
  'BRUSH',
  'Élan',
  'élan vital',
  'Zinc',
  'zone 5',
  "O'Neil",
  '50% off',
  '5% net_to',
  '100% wool',
  'a_b',
  'back\\slash',
  'Ünder',
  'under',
  'X2',
  'say "so"',
  'two\nlines',
];
const COLOURS = ['Red', 'Green', 'Blue', null];
const SIZES = ['S', 'M', 'XL', null];
const TAGS = ['a', 'b', 'c', 'a;b', 'a;c', 'b;c', 'a;b;c', null];
const WEIGHTS = [0, 0.5, 1, 2.25, 10, -3.75, 999.5, null, null];
const MAILS = ['ann@example.com', 'bob@example.com', null];

const at = (random: Random, from: string, days: number): Date =>
  new Date(Date.parse(from) + random.below(days * 86_400) * 1000);

const row = (values: Row['values'], parents: Row['parents'] = {}): Row => ({
  values,
  parents,
  children: {},
  deleted: false,
});

function insert(test: TestOrg, object: string, rows: readonly Row[], links: (row: Row) => object): void {
  const ids = test.insert(object, ...rows.map((each) => ({ ...each.values, ...links(each) })));
  rows.forEach((each, index) => (each.values.Id = present(ids[index])));
}

/** Fills an org with random records and returns them as plain objects. Some of the records are deleted again. */
export function fill(test: TestOrg, random: Random): World {
  const accounts = Array.from({ length: 12 }, (_each, n) =>
    row({ Name: random.pick(NAMES), Number__c: `A${n}` }),
  );
  const widgets = Array.from({ length: 140 }, (_each, n) => {
    const sold = random.chance(0.4);
    const day = at(random, '2025-09-01T00:00:00Z', 500).toISOString().slice(0, 10);
    const weight = random.pick(WEIGHTS);
    const account = random.chance(0.8) ? random.pick(accounts) : null;
    const seen = at(random, '2026-10-20T00:00:00Z', 60).toISOString().slice(0, 19);
    return row(
      {
        Name: random.pick(NAMES),
        Code__c: random.chance(0.9) ? `Code ${n % 2 === 0 ? 'é' : 'e'}${n}` : null,
        Colour__c: random.pick(COLOURS),
        Size__c: random.pick(SIZES),
        Tags__c: random.pick(TAGS),
        Weight__c: weight,
        Sold__c: sold,
        Sold_On__c: sold || random.chance(0.5) ? day : null,
        Seen__c: random.chance(0.85) ? `${seen}.000+0000` : null,
        Mail__c: random.pick(MAILS),
      },
      { Account__r: account },
    );
  });
  const gadgets = Array.from({ length: 200 }, () =>
    row({ Count__c: random.chance(0.9) ? random.below(8) : null }, { Widget__r: random.pick(widgets) }),
  );
  insert(test, 'Account', accounts, () => ({}));
  insert(test, 'Widget__c', widgets, ({ parents }) => ({
    Account__c: parents.Account__r?.values.Id ?? null,
  }));
  insert(test, 'Gadget__c', gadgets, ({ parents }) => ({ Widget__c: parents.Widget__r?.values.Id ?? null }));
  for (const widget of widgets) {
    widget.values.Account__c = widget.parents.Account__r?.values.Id ?? null;
    // The formula treats a blank as zero.
    widget.values.Double_Weight__c = Number(widget.values.Weight__c ?? 0) * 2;
    widget.children.Gadgets__r = gadgets.filter((gadget) => gadget.parents.Widget__r === widget);
  }
  for (const gadget of gadgets) gadget.values.Widget__c = gadget.parents.Widget__r?.values.Id ?? null;
  const gone = random.some(widgets, 14);
  test.save(
    'delete',
    'Widget__c',
    gone.map((each) => ({ Id: each.values.Id })),
  );
  for (const each of gone.flatMap((widget) => [widget, ...(widget.children.Gadgets__r ?? [])]))
    each.deleted = true;
  return { Widget__c: widgets, Gadget__c: gadgets };
}
