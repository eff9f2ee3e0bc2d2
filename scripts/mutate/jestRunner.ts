import type { CoverageData, StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { JEST_TESTS, type JestTests } from './folders.ts';
import { openJest, type Failure, type JestFile } from './jestFiles.ts';
import { ANEW, loadedFiles, type Fate, type LoadedFiles } from './loadedFiles.ts';

/**
 * Runs jest's test files one by one in this process. To Stryker a test file is a test: the first run notes which mutants each
 * file reaches, and a mutant is run against those files only, the fastest first, until one fails. Where the mutant is reached
 * while the modules of a file load, the file is run with everything loaded anew; a mutant that nothing has noticed so, the fastest of
 * its files: what the modules keep may have hidden it.
 */
class WarmJestRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);
  readonly #tests: JestTests;
  #files: readonly JestFile[] = [];
  #loaded: LoadedFiles | undefined;

  constructor(options: StrykerOptions) {
    this.#tests = options[JEST_TESTS] as JestTests;
  }

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const { files, run } = await openJest(this.#tests);
    this.#files = files;
    this.#loaded = loadedFiles(run);
  }

  async dryRun({ coverageAnalysis }: DryRunOptions): Promise<DryRunResult> {
    const runs: { readonly result: TestResult; readonly reached: CoverageData }[] = [];
    for (const file of this.#files) {
      const start = performance.now();
      const { failure, reached } = await this.#opened().load(file);
      runs.push({ result: resultOf(file, failure, start), reached });
    }
    // Stryker names the test files of a mutant in this order.
    runs.sort((a, b) => a.result.timeSpentMs - b.result.timeSpentMs);
    const tests = runs.map(({ result }) => result);
    if (coverageAnalysis === 'off') return { status: DryRunStatus.Complete, tests };
    const perTest = Object.fromEntries(runs.map(({ result, reached }) => [result.id, reached]));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    const { fate, fateAnew } = this.#opened();
    const mutant = { id: activeMutant.id, hitLimit };
    const files = this.#filesOf(testFilter);
    const anew: JestFile[] = [];
    for (const file of files) {
      const start = performance.now();
      const found = await fate(file, mutant);
      if (found === ANEW) anew.push(file);
      else if (found) return noticed(file, found, start);
    }
    const [fastest] = files;
    if (fastest && !anew.includes(fastest)) anew.push(fastest);
    for (const file of anew) {
      const start = performance.now();
      const found = await fateAnew(file, mutant);
      if (found) return noticed(file, found, start);
    }
    const tests = files.map((file) => resultOf(file, undefined, performance.now()));
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }

  #opened(): LoadedFiles {
    if (!this.#loaded) throw new Error('The runner has not been set up.');
    return this.#loaded;
  }

  #filesOf(ids: readonly string[] | undefined): readonly JestFile[] {
    return ids?.flatMap((id) => this.#files.filter(({ path }) => path === id)) ?? this.#files;
  }
}

const ENDLESS: MutantRunResult = { status: MutantRunStatus.Timeout, reason: 'It would not end.' };

function noticed(file: JestFile, found: NonNullable<Fate>, start: number): MutantRunResult {
  if (found === 'endless') return ENDLESS;
  return toMutantRunResult({ status: DryRunStatus.Complete, tests: [resultOf(file, found, start)] });
}

function resultOf({ path }: JestFile, failure: Failure, start: number): TestResult {
  const test = { id: path, name: path, fileName: path, timeSpentMs: performance.now() - start };
  return failure
    ? { ...test, status: TestStatus.Failed, failureMessage: failure.why }
    : { ...test, status: TestStatus.Success };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'warm-jest', WarmJestRunner)];

/** So that Stryker knows the option. */
export const strykerValidationSchema = { properties: { [JEST_TESTS]: { type: 'object' } } };
