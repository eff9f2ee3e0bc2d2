import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openRandom } from '../../feed/generate/random.ts';
import {
  differences,
  endingOfJobs,
  endingOfOrg,
  endingOfReport,
  endingOfState,
  runIdsOf,
  type Ending,
} from './ending.ts';
import { disturbing, killing, type Disturb } from './disturbances.ts';
import { WAYS, type Ground, type Way } from './ground.ts';
import { stagesOf, type Stage } from './killPoints.ts';
import { openRoundOrg } from './roundOrg.ts';
import { untilFinished, type Attempt } from './untilFinished.ts';

export type Kind = 'kill' | 'faults';

/** What happened in a round, and how it ended. */
export interface RoundResult {
  readonly kind: Kind;
  readonly seed: number;
  readonly what: string;
  /** The stage in which it was killed; a round of faults has none. */
  readonly stage: string | undefined;
  /** Differences from an undisturbed run; empty when there are none. */
  readonly faults: readonly string[];
  /** The command that repeats the round. */
  readonly again: string;
}

/** An undisturbed run: what it leaves, and the stages that it goes through. */
export interface Undisturbed {
  readonly ending: Ending;
  readonly stages: readonly Stage[];
}

export type Feeding = 'folder' | 'stdin';

/** How a run is started and what disturbs it. */
export interface Setting {
  readonly way: Way;
  readonly feeding: Feeding;
  readonly login: 'jwt' | 'token';
  readonly disturb: Disturb;
}

export interface Played {
  readonly ending: Ending;
  readonly attempts: readonly Attempt[];
}

/** The rounds that can be run from a starting point. */
export interface Rounds {
  readonly play: (kind: Kind, seed: number) => Promise<RoundResult>;
  /** Runs a copy of the starting point to its end. `name` is any new name. */
  readonly onCopy: (name: string, setting: Setting) => Promise<Played>;
  readonly undisturbed: (way: Way, feeding: Feeding) => Promise<Undisturbed>;
}

export function openRounds(ground: Ground): Rounds {
  const earlier = runIdsOf(ground.stateDir);
  const measured = new Map<string, Promise<Undisturbed>>();

  function undisturbed(way: Way, feeding: Feeding): Promise<Undisturbed> {
    const name = `${way}-${feeding}`;
    const found = measured.get(name) ?? measure(way, feeding, name);
    measured.set(name, found);
    return found;
  }

  async function measure(way: Way, feeding: Feeding, name: string): Promise<Undisturbed> {
    const trace = join(ground.folder, `${name}.trace`);
    const { ending } = await onCopy(name, { way, feeding, login: 'token', disturb: () => ({ trace }) });
    const lines = readFileSync(trace, 'utf8').trim().split('\n');
    return { ending, stages: stagesOf(lines) };
  }

  const onCopy: Rounds['onCopy'] = async (name, { way, feeding, login, disturb }) => {
    const folder = join(ground.folder, name);
    const [orgFile, stateDir] = [join(folder, 'org.db'), join(folder, 'state')];
    mkdirSync(folder);
    copyFileSync(ground.orgFile, orgFile);
    cpSync(ground.stateDir, stateDir, { recursive: true });
    const org = await openRoundOrg(orgFile);
    try {
      const more = ['--state-dir', stateDir, '--config', ground.configs[way], '--json', '--quiet'];
      const isStdin = feeding === 'stdin';
      const finished = await untilFinished({
        run: ['run', '--feed', isStdin ? '-' : ground.feed.folder, ...more],
        resume: ['resume', ...more],
        stdin: isStdin ? ground.feed.stdin : undefined,
        stateDir,
        earlier,
        login: () => org.login(login),
        disturb: (attempt) => disturb(attempt, org),
      });
      // Faults that no call of the job has met would meet those that ask how it ended.
      await org.fault([]);
      const ending = new Map([
        ...endingOfReport(finished.code, finished.report),
        ...endingOfOrg(orgFile),
        ...(await endingOfJobs(org)),
        ...endingOfState(stateDir, earlier),
      ]);
      return { ending, attempts: finished.attempts };
    } finally {
      await org.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };

  const play: Rounds['play'] = async (kind, seed) => {
    const random = openRandom(seed);
    const way = WAYS[seed % WAYS.length] ?? WAYS[0];
    const feeding = random.chance(0.2) ? 'stdin' : 'folder';
    const expected = await undisturbed(way, feeding);
    const round =
      kind === 'kill'
        ? killing(Math.floor(seed / WAYS.length), random, expected.stages)
        : disturbing(random, expected.stages);
    const told = `${way}, ${feeding}, ${round.what}`;
    const again = `npm run chaos -- --only ${kind} --seed ${seed} --rounds 1`;
    const known = { kind, seed, stage: round.stage, again };
    try {
      const { login, disturb } = round;
      const { ending, attempts } = await onCopy(`${kind}-${seed}`, { way, feeding, login, disturb });
      const struck = attempts.filter(({ ended }) => ended.signal === 'SIGKILL').length;
      const missed = kind === 'kill' && struck === 0 ? ['the job did not come to its kill point'] : [];
      const ends = attempts.map(({ ended }) => ended.signal ?? codeOf(ended.stderr) ?? String(ended.code));
      return {
        ...known,
        what: `${told} -> ${ends.join(', ')}`,
        faults: [...missed, ...differences(expected.ending, ending)],
      };
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { ...known, what: told, faults: [fault] };
    }
  };

  return { play, onCopy, undisturbed };
}

const codeOf = (stderr: string): string | undefined =>
  [...stderr.matchAll(/"code":"([A-Z_]+)"/g)].at(-1)?.[1];
