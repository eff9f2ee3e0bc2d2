import type {
  CoverageData,
  InstrumenterContext,
  MutantCoverage,
  StrykerOptions,
} from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import type * as jestModule from 'jest';
import type * as jestConfig from 'jest-config';
import type * as jestRunner from 'jest-runner';
import type * as jestRuntime from 'jest-runtime';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { JEST_TESTS, type JestTests } from './folders.ts';

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

type FileResult = jestRunner.TestEvents['test-file-success'][1];

/** In place of jest's watcher: nobody interrupts. */
const NEVER = { isInterrupted: () => false };

/**
 * Runs jest's test files one by one in this process, so that what jest reads at its start (configuration, map of files,
 * transformed code) is read once for all mutants. Each test file still gets an environment and modules of its own, as jest
 * always does: so a mutant of code that runs when its module loads is tested as any other, and what a test leaves behind
 * stays in its file. To Stryker a test file is a test: the first run notes which mutants each file reaches, and a mutant is
 * run against those files only, the fastest first, until one fails.
 */
class WarmJestRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);
  readonly #tests: JestTests;
  #jest:
    | { readonly global: jestRunner.Config.GlobalConfig; readonly files: readonly jestRunner.Test[] }
    | undefined;

  constructor(options: StrykerOptions) {
    this.#tests = options[JEST_TESTS] as JestTests;
  }

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const { globalConfig, configs } = await readConfigs(
      { _: [], $0: 'jest', selectProjects: [this.#tests.project] },
      [process.cwd()],
    );
    const project = configs.find(({ displayName }) => displayName?.name === this.#tests.project);
    if (!project) throw new Error(`No jest project is named ${this.#tests.project}.`);
    const config: jestRunner.Config.ProjectConfig = {
      ...project,
      testEnvironment: join(import.meta.dirname, 'environment.ts'),
      // Node itself loads the environment; the transformer of components would take it for one.
      transformIgnorePatterns: [...project.transformIgnorePatterns, '/scripts/mutate/environment'],
      testEnvironmentOptions: { ...project.testEnvironmentOptions, own: project.testEnvironment },
    };
    const context = await Runtime.createContext(config, { maxWorkers: 1, watchman: false });
    const { tests } = new SearchSource(context).findMatchingTests(this.#tests.paths);
    this.#jest = { global: globalConfig, files: tests };
  }

  async dryRun({ coverageAnalysis }: DryRunOptions): Promise<DryRunResult> {
    const runs: { readonly result: TestResult; readonly reached: CoverageData }[] = [];
    for (const file of this.#jest?.files ?? []) {
      const mutantCoverage: MutantCoverage = { static: {}, perTest: {} };
      globalThis.__stryker__ = { currentTestId: file.path, mutantCoverage };
      const result = await this.#runFile(file);
      runs.push({ result, reached: mutantCoverage.perTest[file.path] ?? {} });
    }
    // Stryker names the test files of a mutant in this order.
    runs.sort((a, b) => a.result.timeSpentMs - b.result.timeSpentMs);
    const tests = runs.map(({ result }) => result);
    if (coverageAnalysis === 'off') return { status: DryRunStatus.Complete, tests };
    const perTest = Object.fromEntries(runs.map(({ result, reached }) => [result.id, reached]));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    // For processes that a test starts.
    process.env.__STRYKER_ACTIVE_MUTANT__ = activeMutant.id;
    const tests: TestResult[] = [];
    try {
      for (const file of this.#filesOf(testFilter)) {
        const stryker: InstrumenterContext = { activeMutant: activeMutant.id };
        if (hitLimit !== undefined) Object.assign(stryker, { hitLimit, hitCount: 0 });
        globalThis.__stryker__ = stryker;
        const result = await this.#runFile(file);
        tests.push(result);
        const endless = determineHitLimitReached(stryker.hitCount, hitLimit);
        if (endless) return toMutantRunResult(endless);
        if (result.status === TestStatus.Failed) break;
      }
    } finally {
      delete process.env.__STRYKER_ACTIVE_MUTANT__;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }

  #filesOf(ids: readonly string[] | undefined): readonly jestRunner.Test[] {
    const files = this.#jest?.files ?? [];
    return ids?.flatMap((id) => files.filter(({ path }) => path === id)) ?? files;
  }

  async #runFile(file: jestRunner.Test): Promise<TestResult> {
    if (!this.#jest) throw new Error('The runner has not been set up.');
    const runner = new JestTestRunner(this.#jest.global, {});
    const start = performance.now();
    const failures: string[] = [];
    runner.on('test-file-success', ([, result]) => {
      failures.push(...failuresOf(result));
    });
    runner.on('test-file-failure', ([, error]) => {
      failures.push(error.stack ?? error.message);
    });
    await runner.runTests([file], NEVER as unknown as Parameters<typeof runner.runTests>[1], {
      serial: true,
    });
    const test = {
      id: file.path,
      name: file.path,
      fileName: file.path,
      timeSpentMs: performance.now() - start,
    };
    const [failureMessage] = failures;
    return failureMessage === undefined
      ? { ...test, status: TestStatus.Success }
      : { ...test, status: TestStatus.Failed, failureMessage };
  }
}

/** Why a test file counts as failed, as it does for jest. */
function failuresOf({ testExecError, numFailingTests, failureMessage, snapshot }: FileResult): string[] {
  if (testExecError) return [testExecError.stack ?? testExecError.message];
  if (numFailingTests > 0) return [failureMessage ?? 'A test failed.'];
  return snapshot.unmatched > 0 ? ['A snapshot differs.'] : [];
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'warm-jest', WarmJestRunner)];

/** So that Stryker knows the option. */
export const strykerValidationSchema = { properties: { [JEST_TESTS]: { type: 'object' } } };
