import { onChange } from './changes.ts';

export interface WireValue {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly errors?: unknown;
  readonly refresh?: () => Promise<void>;
}

export interface AdapterRules<C> {
  /** Reads from the org; undefined when the configuration isn't complete yet, so that nothing is emitted. */
  readonly ask: (config: C) => Promise<WireValue> | undefined;
  /** Whether changed records concern this configuration. */
  readonly concerns?: (config: C, recordIds: ReadonlySet<string>) => boolean;
  /** Whether the component gets a `refresh` function with each result. */
  readonly refreshable?: boolean;
}

/**
 * A wire adapter class in the form that the LWC engine takes (`new Adapter(emit)`, then connect, update and disconnect). It
 * first emits an empty value, later answers replace earlier ones, and it reads again when its records have changed. A configuration
 * that is a new object but asks the same is not asked again: Lightning Data Service has the answer in its cache (Lightning Web
 * Components Developer Guide, Lightning Data Service).
 */
export function wireAdapter<C>({
  ask,
  concerns,
  refreshable = false,
}: AdapterRules<C>): new (emit: (value: WireValue) => void) => object {
  return class {
    readonly emit: (value: WireValue) => void;
    config: C | undefined;
    connected = false;
    round = 0;
    stopListening: () => void = () => undefined;

    constructor(emit: (value: WireValue) => void) {
      this.emit = emit;
      emit({ data: undefined, error: undefined, errors: undefined });
    }

    connect(): void {
      this.connected = true;
      this.stopListening = onChange((recordIds) => {
        if (this.config !== undefined && concerns?.(this.config, recordIds) === true) void this.run();
      });
      void this.run();
    }

    update(config: C): void {
      const asked = this.config;
      this.config = config;
      if (asked === undefined || JSON.stringify(asked) !== JSON.stringify(config)) void this.run();
    }

    disconnect(): void {
      this.connected = false;
      this.round += 1;
      this.stopListening();
    }

    async run(): Promise<void> {
      if (!this.connected || this.config === undefined) return;
      const answer = ask(this.config);
      if (answer === undefined) return;
      const round = (this.round += 1);
      const value = await answer;
      if (round === this.round) this.emit(refreshable ? { ...value, refresh: () => this.run() } : value);
    }
  };
}

/** Turns a promise into what a wire emits: `{ data }` or `{ error }`. */
export function settled(answer: Promise<unknown>): Promise<WireValue> {
  return answer.then(
    (data) => ({ data, error: undefined }),
    (error: unknown) => ({ data: undefined, error }),
  );
}
