import {
  codesText,
  comparedFields,
  differences,
  fieldsToCompare,
  type ComparedFields,
  type ComparedItem,
  type ComparedView,
} from '../../../force-app/main/default/lwc/cuzoDifferences/cuzoDifferences.ts';
import type { Config } from '../config/config.ts';
import { KEPT_POLICY_FIELDS, OWN_POLICY_FIELDS, ZONE_CODES } from '../config/ownFields.ts';
import type { Fields, MatchedRecord } from './record.ts';

/** The items of a view that have a field to be compared with. */
export type ComparedItems = readonly ComparedItem[];

/** Precision of CuZo_Differences__c and length of CuZo_Difference_Fields__c. */
const MOST_DIFFERENCES = 999;
export const CODES_LENGTH = 255;

const { viewHash } = OWN_POLICY_FIELDS;
const { zone, differences: count, differenceFields } = KEPT_POLICY_FIELDS;

const settings = new WeakMap<Config, ComparedFields>();

/** Which items are compared with which fields. */
export function comparedBy(config: Config): ComparedFields {
  const known = settings.get(config) ?? comparedFields(config.comparedFields).fields;
  settings.set(config, known);
  return known;
}

/** The fields of a policy that views are compared with. */
export const heldFields = (config: Config): readonly string[] => fieldsToCompare(comparedBy(config));

/** Those that the configuration adds: their values may have texts of the org's own. */
export function addedFields(config: Config): readonly string[] {
  const usual = new Set(fieldsToCompare(comparedFields(null).fields));
  return heldFields(config).filter((name) => !usual.has(name));
}

/** The items of a view that are compared. */
export function comparedItems({ sections }: ComparedView, config: Config): ComparedItems {
  const fields = comparedBy(config);
  return sections.flatMap(({ items }) =>
    items.filter(({ code }) => fields.has(code)).map(({ code, kind, value }) => ({ code, kind, value })),
  );
}

/**
 * What the job keeps on a policy of its own accord: the zone of its brand, and in how many items the view that stands there and
 * Connect 360 differ. `fields`: the policy as it is or will be. `items` are those of its view; undefined where they aren't known:
 * then the differences are left as they are.
 */
export function keptFields(
  fields: Fields,
  { brand, held }: MatchedRecord,
  items: ComparedItems | undefined,
  config: Config,
): Fields {
  const own = { [zone]: zoneOf(brand, config) };
  if ((fields[viewHash] ?? null) === null) return { ...own, [count]: null, [differenceFields]: null };
  return items === undefined ? own : { ...own, ...comparison(items, held, config) };
}

function zoneOf(brand: string | null, { brands }: Config): string | null {
  const found = brand !== null && Object.hasOwn(brands, brand) ? brands[brand] : undefined;
  return found === undefined ? null : ZONE_CODES[found];
}

/** By the rule of the CuZo tab. Without an item to compare nothing is counted, not even none. */
function comparison(items: ComparedItems, held: MatchedRecord['held'], config: Config): Fields {
  if (items.length === 0) return { [count]: null, [differenceFields]: null };
  const found = differences({ sections: [{ items }] }, (name) => held[name], comparedBy(config));
  const codes = codesText(
    found.map(({ code }) => code),
    CODES_LENGTH,
  );
  return {
    [count]: Math.min(found.length, MOST_DIFFERENCES),
    [differenceFields]: codes === '' ? null : codes,
  };
}
