type Listener = (recordIds: ReadonlySet<string>) => void;

const LISTENERS = new Set<Listener>();

/** Calls back when records changed through this page. Returns a function that ends that. */
export function onChange(listener: Listener): () => void {
  LISTENERS.add(listener);
  return () => LISTENERS.delete(listener);
}

/** Announces changed records, so that whatever shows them reads them again. */
export function announceChange(recordIds: readonly string[]): void {
  const changed = new Set(recordIds);
  for (const listener of LISTENERS) listener(changed);
}
