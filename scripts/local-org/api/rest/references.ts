import { OrgError } from '../../org.ts';

/** `@{ref.field}`, `@{ref.records[0].Id}`, `@{ref[1].id}` */
const REFERENCE = /@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g;

const walk = (value: unknown, path: string): unknown =>
  [...path.matchAll(/\.(\w+)|\[(\d+)\]/g)].reduce<unknown>((current, [, name, index]) => {
    if (index !== undefined)
      return Array.isArray(current) ? (current as unknown[])[Number(index)] : undefined;
    return typeof current === 'object' && current !== null
      ? (current as Record<string, unknown>)[name ?? '']
      : undefined;
  }, value);

function resolved(name: string, path: string, answers: ReadonlyMap<string, unknown>): string {
  const value = answers.has(name) ? walk(answers.get(name), path) : undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new OrgError(
    400,
    'PROCESSING_HALTED',
    `Invalid reference specified. No value for ${name}${path} found in ${name}.`,
  );
}

/**
 * Replaces every reference to an earlier answer, in strings at any depth. Throws PROCESSING_HALTED when a reference has no
 * value (REST API Developer Guide, Composite).
 */
export function fillReferences<T>(value: T, answers: ReadonlyMap<string, unknown>): T {
  if (typeof value === 'string') {
    return value.replace(REFERENCE, (_, name: string, path: string) => resolved(name, path, answers)) as T;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => fillReferences(one, answers)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, fillReferences(one as unknown, answers)]),
    ) as T;
  }
  return value;
}
