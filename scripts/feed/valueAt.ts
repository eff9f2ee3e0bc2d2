/** The value at a path of the contract's keys in parsed JSON; undefined where there is none. */
export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (outer, key) => (outer as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key],
    value,
  );
