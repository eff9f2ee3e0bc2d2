import { z } from 'zod';
import { feedEvent } from './contract.ts';

/** The parts of a JSON Schema, as zod emits it, that are used here. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

let contract: Schema | undefined;

/**
 * The start of a path in a line, up to the first key that the contract doesn't have in that place: an unknown key may itself
 * be a name or a number of a person. An index counts where the line has an array.
 */
export function knownPath(path: readonly PropertyKey[], line: unknown): readonly PropertyKey[] {
  contract ??= z.toJSONSchema(feedEvent, { io: 'input' }) as Schema;
  const known: PropertyKey[] = [];
  let schemas = alternatives(contract);
  let value = line;
  for (const key of path) {
    const isIndex = Array.isArray(value);
    schemas = schemas.flatMap((schema) => alternatives(isIndex ? schema.items : propertyOf(schema, key)));
    if (schemas.length === 0) break;
    known.push(key);
    value = (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key];
  }
  return known;
}

function alternatives(schema: Schema | undefined): readonly Schema[] {
  if (!schema) return [];
  return [schema, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(alternatives)];
}

function propertyOf({ properties }: Schema, key: PropertyKey): Schema | undefined {
  return properties && Object.hasOwn(properties, key) ? properties[String(key)] : undefined;
}
