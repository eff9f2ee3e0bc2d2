import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface CircusTest {
  readonly type: 'test';
  readonly name: string;
  mode?: unknown;
  errors: readonly unknown[];
  status: unknown;
}

interface CircusBlock {
  readonly type: 'describeBlock';
  readonly children: readonly (CircusBlock | CircusTest)[];
}

interface CircusState {
  readonly rootDescribeBlock: CircusBlock;
  unhandledErrors: readonly unknown[];
}

interface CircusEvent {
  readonly name: string;
  readonly test?: CircusTest;
}

interface Environment {
  readonly global: object;
  handleTestEvent?: (event: CircusEvent, state: CircusState) => void | Promise<void>;
}

interface Config {
  readonly testEnvironmentOptions: { readonly ownRunner: string };
}

interface Runtime {
  readonly requireInternalModule: (path: string) => { readonly default: () => Promise<unknown> };
}

type Framework = (global: object, config: Config, environment: Environment, ...more: unknown[]) => unknown;

/** What failed: a test, or nothing that belongs to one. */
export interface Failed {
  readonly test: CircusTest | undefined;
  readonly why: string;
}

/** A test file that stays loaded after its first run. */
export interface LoadedFile {
  /** How the last run ended: undefined when everything passed. */
  readonly first: Failed | undefined;
  /** Runs its tests once more up to the first that fails, or a single one of them. */
  readonly again: (only?: CircusTest) => Promise<Failed | undefined>;
  /** Lets jest end with the file as usual. */
  readonly end: () => void;
}

const LISTENED = ['uncaughtException', 'unhandledRejection'] as const;

const require = createRequire(import.meta.url);

/** Who waits for a file to be loaded, by its path. A file for which nobody waits runs once, as jest runs it. */
export const WAITING = new Map<string, (loaded: LoadedFile) => void>();

/**
 * jest's own test runner, with two additions: after the first test that failed the rest of the file is skipped, and a file
 * that is to stay loaded doesn't end after its first run.
 */
export default function rerunnable(
  global: object,
  config: Config,
  environment: Environment,
  runtime: Runtime,
  path: string,
  ...more: unknown[]
): unknown {
  const { ownRunner } = config.testEnvironmentOptions;
  const framework = require(ownRunner) as Framework;
  const run = runtime.requireInternalModule(join(dirname(ownRunner), 'build/run.js')).default;
  const stryker = globalThis.__stryker__;
  let failed = false;
  let runs = 0;
  environment.handleTestEvent = async ({ name, test }, state) => {
    if (name === 'run_start') {
      failed = false;
      runs += 1;
      // What is counted before belongs to the loading of the modules.
      if (stryker) Object.assign(stryker, { currentTestId: path } satisfies Partial<InstrumenterContext>);
    }
    if (name === 'test_done' && test && test.errors.length > 0) failed = true;
    if (name === 'test_start' && test && failed) test.mode = 'skip';
    const waiting = WAITING.get(path);
    if (name !== 'run_finish' || runs > 1 || !waiting) return;
    WAITING.delete(path);
    await new Promise<void>((end) => {
      waiting({ first: failureOf(state), again: repeater(state, run), end });
    });
  };
  return framework(global, config, environment, runtime, path, ...more);
}

/** Returns a function that runs the tests of a file again. */
function repeater(state: CircusState, run: () => Promise<unknown>): LoadedFile['again'] {
  const tests = testsIn(state.rootDescribeBlock);
  const modes = new Map(tests.map((test) => [test, test.mode]));
  // Each file sets its own when it is loaded; several are loaded at a time.
  const listeners = LISTENED.map(
    (event) => [event, process.listeners(event as 'uncaughtException')] as const,
  );
  return async (only) => {
    for (const test of tests) {
      const mode = only === undefined || only === test ? modes.get(test) : 'skip';
      Object.assign(test, { errors: [], status: null, mode });
    }
    state.unhandledErrors = [];
    for (const [event, own] of listeners) {
      process.removeAllListeners(event);
      for (const one of own) process.on(event, one);
    }
    await run();
    return failureOf(state);
  };
}

const testsIn = ({ children }: CircusBlock): readonly CircusTest[] =>
  children.flatMap((child) => (child.type === 'test' ? [child] : testsIn(child)));

function failureOf({ rootDescribeBlock, unhandledErrors }: CircusState): Failed | undefined {
  const test = testsIn(rootDescribeBlock).find(({ errors }) => errors.length > 0);
  if (test) return { test, why: `${test.name}: ${textOf(test.errors[0])}` };
  return unhandledErrors.length > 0 ? { test, why: textOf(unhandledErrors[0]) } : undefined;
}

/** An error as circus keeps it: itself, or with the place of the test. */
function textOf(error: unknown): string {
  const [first] = [error].flat();
  return String((first as { message?: unknown } | undefined)?.message ?? first);
}
