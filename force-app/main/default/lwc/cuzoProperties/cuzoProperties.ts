import invalid from '@salesforce/label/c.CuZo_Property_Invalid';
import type { SchemaField, SchemaObject } from '@salesforce/schema';
import { fill } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import { ZONES, type Zone } from 'c/cuzoZones';

/** An admin's text goes into a query, so it has to be a plain field name. */
const FIELD_NAME = /^[A-Za-z]\w*$/;
const BOTH = 'BOTH';

const trimmed = (value: string | undefined): string => value?.trim() ?? '';

/** The object's field that a design property names; null when the property is empty or isn't a field name. */
export function namedField<ObjectName extends string>(
  { objectApiName }: SchemaObject<ObjectName>,
  name: string | undefined,
): SchemaField<ObjectName> | null {
  const fieldApiName = trimmed(name);
  return FIELD_NAME.test(fieldApiName) ? { objectApiName, fieldApiName } : null;
}

/** The zones that a design property names by code; empty, BOTH and unknown codes mean both. */
export function namedZones(code: string | undefined): readonly Zone[] {
  const named = ZONES.filter((zone) => zone.code === trimmed(code));
  return named.length > 0 ? named : ZONES;
}

/** Design properties by their label in App Builder. */
export interface Properties {
  readonly fields?: Readonly<Record<string, string | undefined>>;
  readonly zones?: Readonly<Record<string, string | undefined>>;
  /** Entries of a property that couldn't be parsed. */
  readonly malformed?: Readonly<Record<string, readonly string[]>>;
}

/** A notice about the first invalid property; the component works without it. */
export function propertyNotice({ fields = {}, zones = {}, malformed = {} }: Properties): Notice | null {
  const codes: readonly string[] = ['', BOTH, ...ZONES.map(({ code }) => code)];
  const wrong = [
    ...Object.entries(fields).filter(([, name]) => trimmed(name) !== '' && !FIELD_NAME.test(trimmed(name))),
    ...Object.entries(zones).filter(([, code]) => !codes.includes(trimmed(code))),
    ...Object.entries(malformed).flatMap(([property, entries]) =>
      entries.map((entry) => [property, entry] as const),
    ),
  ][0];
  return wrong === undefined
    ? null
    : { kind: 'warning', message: fill(invalid, wrong[0], trimmed(wrong[1])) };
}
