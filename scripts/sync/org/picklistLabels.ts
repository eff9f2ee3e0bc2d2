import { describe } from './describe.ts';
import type { Org } from './org.ts';

/**
 * The org's own texts for the values of some fields of InsurancePolicy, in the language of the job's user. Asks the org only
 * when there is a field.
 */
export async function picklistLabels(
  org: Org,
  names: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  if (names.length === 0) return new Map();
  const policy = await describe(org, 'InsurancePolicy');
  const found = (policy?.fields ?? []).filter(({ name }) => names.includes(name));
  return new Map(
    found.map(({ name, picklistValues = [] }) => [
      name,
      new Map(picklistValues.map(({ value, label }) => [value, label ?? value])),
    ]),
  );
}
