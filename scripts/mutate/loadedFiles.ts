import type { CoverageData, InstrumenterContext, MutantCoverage } from '@stryker-mutator/api/core';
import type { Failure, JestFile, RunFile } from './jestFiles.ts';
import { WAITING, type LoadedFile } from './rerun.ts';

/** A mutant to run. An endless loop ends once so many mutants were met. */
export interface Active {
  readonly id: string;
  readonly hitLimit: number | undefined;
}

/** What the first run of a test file showed. */
export interface FirstRun {
  readonly failure: Failure;
  /** The mutants that it reaches, and how often. */
  readonly reached: CoverageData;
}

/** How a mutant fared: what failed, that the tests would not end, or undefined where nothing failed. */
export type Fate = Failure | 'endless';

/** That only a run with everything loaded anew can say. */
export const ANEW = 'anew';

/** Test files that stay loaded from one mutant to the next. */
export interface LoadedFiles {
  readonly load: (file: JestFile) => Promise<FirstRun>;
  /** Runs a mutant in a loaded file. */
  readonly fate: (file: JestFile, mutant: Active) => Promise<Fate | typeof ANEW>;
  /** Runs a mutant with everything loaded anew. */
  readonly fateAnew: (file: JestFile, mutant: Active) => Promise<Fate>;
}

interface Loaded extends LoadedFile {
  readonly stryker: InstrumenterContext;
  /** The mutants that are reached while its modules load. */
  readonly whileLoading: CoverageData;
}

/** No mutant has this id, and unlike undefined it isn't looked up in the environment of the process. */
const NO_MUTANT = '';

/** A run that does nothing for so long hangs. How long it works doesn't matter: the machine may be busy. */
const HANG_MS = 15_000;
const HANG_CPU_MS = 100;

const HUNG = Symbol('hung');

/**
 * Keeps test files loaded, so that for most mutants only their tests run again. What a file keeps between its runs must not
 * decide: the test that failed must pass again at once without the mutant.
 */
export function loadedFiles(run: RunFile): LoadedFiles {
  const files = new Map<string, Loaded>();
  /** Files that don't pass twice. */
  const onlyOnce = new Set<string>();

  async function load(file: JestFile): Promise<FirstRun> {
    const mutantCoverage: MutantCoverage = { static: {}, perTest: {} };
    const stryker: InstrumenterContext = { activeMutant: NO_MUTANT, mutantCoverage };
    const ready = new Promise<LoadedFile>((resolve) => WAITING.set(file.path, resolve));
    const ended = run(file, stryker).then((failure) => failure ?? { why: 'It has ended.' });
    const loaded = await Promise.race([ready, ended]);
    if (!('again' in loaded)) return { failure: loaded, reached: {} };
    const whileLoading = { ...mutantCoverage.static };
    const reached = { ...whileLoading };
    for (const [id, count] of Object.entries(mutantCoverage.perTest[file.path] ?? {}))
      reached[id] = (reached[id] ?? 0) + count;
    if (!loaded.first && (await loaded.again()) === undefined)
      files.set(file.path, { ...loaded, stryker, whileLoading });
    else {
      onlyOnce.add(file.path);
      loaded.end();
    }
    return { failure: loaded.first, reached };
  }

  async function fate(file: JestFile, { id, hitLimit }: Active): Promise<Fate | typeof ANEW> {
    if (!files.has(file.path) && !onlyOnce.has(file.path)) await load(file);
    const loaded = files.get(file.path);
    if (!loaded || id in loaded.whileLoading) return ANEW;
    const { stryker, again } = loaded;
    Object.assign(stryker, { activeMutant: id, hitCount: 0, hitLimit });
    const failed = await unlessHung(again());
    const isEndless = failed === HUNG || isOver(stryker, hitLimit);
    Object.assign(stryker, { activeMutant: NO_MUTANT, hitCount: undefined, hitLimit: undefined });
    if (failed === undefined) return undefined;
    const passes = failed !== HUNG && (await unlessHung(again(failed.test))) === undefined;
    if (!passes) files.delete(file.path);
    if (isEndless) return 'endless';
    return passes ? failed : ANEW;
  }

  async function fateAnew(file: JestFile, { id, hitLimit }: Active): Promise<Fate> {
    const stryker: InstrumenterContext = { activeMutant: id };
    if (hitLimit !== undefined) Object.assign(stryker, { hitLimit, hitCount: 0 });
    // For processes that a test starts.
    process.env.__STRYKER_ACTIVE_MUTANT__ = id;
    try {
      const failure = await unlessHung(run(file, stryker));
      return failure === HUNG || isOver(stryker, hitLimit) ? 'endless' : failure;
    } finally {
      delete process.env.__STRYKER_ACTIVE_MUTANT__;
    }
  }

  return { load, fate, fateAnew };
}

const isOver = ({ hitCount }: InstrumenterContext, hitLimit: number | undefined): boolean =>
  hitLimit !== undefined && hitCount !== undefined && hitCount > hitLimit;

/** The result of a run, or HUNG once nothing happens any more. */
async function unlessHung<T>(running: Promise<T>): Promise<T | typeof HUNG> {
  let watch: NodeJS.Timeout | undefined;
  const hung = new Promise<typeof HUNG>((resolve) => {
    let before = process.cpuUsage();
    watch = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      if (user + system < HANG_CPU_MS * 1000) resolve(HUNG);
      before = process.cpuUsage();
    }, HANG_MS);
  });
  try {
    return await Promise.race([running, hung]);
  } finally {
    clearInterval(watch);
  }
}
