/**
 * A memory of what takes long to work out, by the text that it is worked out from. It forgets all of it when there is too much.
 */
export function memoryOf<T extends object | string>(most: number): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}
