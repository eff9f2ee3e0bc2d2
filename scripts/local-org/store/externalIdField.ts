import { OrgError } from '../org.ts';
import { type Field, type SObject, fieldOf } from '../schema/model.ts';
import type { Rights } from '../schema/rights.ts';

/**
 * A field to find records by: an external id, or a standard field that serves as one. Throws NOT_FOUND (404) for any other.
 */
export function externalIdField(rights: Rights, object: SObject, name: string): Field {
  const field = fieldOf(object, name);
  if (field === undefined || !rights.canReadField(object, field) || !(field.externalId || field.idLookup)) {
    throw new OrgError(
      404,
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${name}`,
    );
  }
  return field;
}
