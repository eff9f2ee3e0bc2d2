type Listener = (recordIds: ReadonlySet<string>) => void;

const LISTENERS = new Set<Listener>();

/** Calls back when records changed through this page. Gives what ends that. */
export function onChange(listener: Listener): () => void {
  LISTENERS.add(listener);
  return () => LISTENERS.delete(listener);
}

/** Says that records changed, so that whatever shows them asks again. */
export function announceChange(recordIds: readonly string[]): void {
  const changed = new Set(recordIds);
  for (const listener of LISTENERS) listener(changed);
}
