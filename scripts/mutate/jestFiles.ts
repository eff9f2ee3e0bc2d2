import type { InstrumenterContext } from '@stryker-mutator/api/core';
import type * as jestModule from 'jest';
import type * as jestConfig from 'jest-config';
import type * as jestRunner from 'jest-runner';
import type * as jestRuntime from 'jest-runtime';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { JestTests } from './folders.ts';

// jest's packages are CommonJS, with a `default` that an import does not unpack.
const require = createRequire(import.meta.url);
const { SearchSource } = require('jest') as typeof jestModule;
const { readConfigs } = require('jest-config') as typeof jestConfig;
const { default: JestTestRunner } = require('jest-runner') as typeof jestRunner;
const { default: Runtime } = require('jest-runtime') as typeof jestRuntime;

declare global {
  /** What the mutated code reads and counts in; Stryker's own name. */
  var __stryker__: InstrumenterContext | undefined;
}

/** A test file as jest knows it. */
export type JestFile = jestRunner.Test;

/** Why a test file failed, undefined when it passed. */
export type Failure = { readonly why: string } | undefined;

/** Runs a test file in an environment and with modules of its own. `stryker`: what its mutated code reads and counts in. */
export type RunFile = (file: JestFile, stryker: InstrumenterContext) => Promise<Failure>;

const VM_ENVIRONMENT = join(import.meta.dirname, 'vmEnvironment.js');

/**
 * Where Node loads the tests of a project (scripts/tests/jest/runtime.js), jest's own runtime stands in here: in its contexts
 * the modules can be loaded anew.
 */
const IN_A_CONTEXT: Pick<jestRunner.Config.ProjectConfig, 'extensionsToTreatAsEsm' | 'transform'> = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: [['\\.ts$', join(import.meta.dirname, 'typeStrip.js'), {}]],
};

type FileResult = jestRunner.TestEvents['test-file-success'][1];

/** In place of jest's watcher: nobody interrupts. */
const NEVER = { isInterrupted: () => false } as unknown as Parameters<
  InstanceType<typeof JestTestRunner>['runTests']
>[1];

/**
 * The test files of a project of jest, and what runs one in this process. What jest reads at its start (configuration, map
 * of files, transformed code) is read once.
 */
export async function openJest({
  project: name,
  paths,
}: JestTests): Promise<{ readonly files: readonly JestFile[]; readonly run: RunFile }> {
  // As jest's own command does; LWC looks whether it is tested.
  process.env.NODE_ENV ??= 'test';
  const { globalConfig, configs } = await readConfigs({ _: [], $0: 'jest', selectProjects: [name] }, [
    process.cwd(),
  ]);
  const found = configs.find(({ displayName }) => displayName?.name === name);
  if (!found) throw new Error(`No jest project is named ${name}.`);
  const { runtime, ...project } = found;
  const config: jestRunner.Config.ProjectConfig = {
    ...(runtime === undefined ? project : { ...project, ...IN_A_CONTEXT }),
    testEnvironment: join(import.meta.dirname, 'environment.ts'),
    testRunner: join(import.meta.dirname, 'rerun.ts'),
    // Node itself loads these; the transformer of components would take them for some.
    transformIgnorePatterns: [...project.transformIgnorePatterns, '/scripts/mutate/'],
    testEnvironmentOptions: {
      ...project.testEnvironmentOptions,
      ownEnvironment: runtime === undefined ? project.testEnvironment : VM_ENVIRONMENT,
      ownRunner: project.testRunner,
    },
  };
  const context = await Runtime.createContext(config, { maxWorkers: 1, watchman: false });
  const { tests } = new SearchSource(context).findMatchingTests(paths);
  async function run(file: JestFile, stryker: InstrumenterContext): Promise<Failure> {
    globalThis.__stryker__ = stryker;
    const runner = new JestTestRunner(globalConfig, {});
    const failures: string[] = [];
    runner.on('test-file-success', ([, result]) => {
      failures.push(...failuresOf(result));
    });
    runner.on('test-file-failure', ([, error]) => {
      failures.push(error.stack ?? error.message);
    });
    await runner.runTests([file], NEVER, { serial: true });
    const [why] = failures;
    return why === undefined ? undefined : { why };
  }
  return { files: tests, run };
}

/** Why a test file counts as failed, as it does for jest. */
function failuresOf({ testExecError, numFailingTests, failureMessage, snapshot }: FileResult): string[] {
  if (testExecError) return [testExecError.stack ?? testExecError.message];
  if (numFailingTests > 0) return [failureMessage ?? 'A test failed.'];
  return snapshot.unmatched > 0 ? ['A snapshot differs.'] : [];
}
