import { OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import { createDescribes } from '../describe/describe.ts';
import { readerOf } from '../describe/displayValue.ts';
import type { ResourceRequest } from '../request.ts';
import { notFound } from '../resource.ts';
import { layoutFields } from './layout.ts';
import { type Reading, type Wanted, nothingWanted, want } from './representation.ts';

export const readingOf = ({ caller, version }: ResourceRequest, { org }: Api): Reading => ({
  org,
  caller,
  version,
  describes: createDescribes(org, caller),
  reader: readerOf(org, caller),
});

/** The parts of a comma-separated parameter. */
export const list = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `Account.Owner.Name` as [Owner, Name]. Throws for a field of another object. */
function pathOf(name: string, object: string): readonly string[] {
  const [first = '', ...rest] = name.split('.');
  if (rest.length > 0 && first.toLowerCase() === object.toLowerCase()) return rest;
  throw new OrgError(400, 'INVALID_FIELD', `Field ${name} is not a qualified field of ${object}.`, [name]);
}

/**
 * The fields requested by `fields`, `optionalFields` and `layoutTypes`. Throws INVALID_FIELD for one of `fields` that
 * doesn't exist.
 */
export function wantedOf(object: string, query: URLSearchParams, reading: Reading): Wanted {
  const wanted = nothingWanted(reading.describes.of(object));
  const { name } = wanted.object;
  for (const field of list(query.get('fields'))) {
    if (want(wanted, pathOf(field, name), reading.describes)) continue;
    throw new OrgError(
      400,
      'INVALID_FIELD',
      `No such column '${pathOf(field, name).join('.')}' on entity '${name}'.`,
      [field],
    );
  }
  for (const field of list(query.get('optionalFields'))) want(wanted, pathOf(field, name), reading.describes);
  if (query.has('layoutTypes')) {
    for (const field of layoutFields(name, reading)) want(wanted, field.split('.'), reading.describes);
  }
  if (wanted.fields.size + wanted.parents.size > 0 || query.has('optionalFields')) return wanted;
  throw new OrgError(
    400,
    'INVALID_INPUT',
    'Specify at least one of the parameters fields, optionalFields and layoutTypes.',
  );
}

/** The object of a record id. Throws NOT_FOUND when the caller sees no object with that key prefix. */
export function objectOf(id: string, { describes }: Reading): string {
  const object = describes.ofId(id);
  if (object === undefined) throw notFound();
  return object;
}
