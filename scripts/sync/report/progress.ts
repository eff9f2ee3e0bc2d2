import { SingleBar } from 'cli-progress';
import type { Log } from './log.ts';

/** Reports how far a stage is. `total` 0: unknown. */
export interface Progress {
  readonly begin: (stage: string, total: number) => void;
  readonly advance: (count: number) => void;
  readonly end: () => void;
}

/** Interval of the lines on a pipe. */
const LINE_MS = 10_000;

const SILENT: Progress = { begin: () => undefined, advance: () => undefined, end: () => undefined };

/** A bar on a terminal, a log line every ten seconds on a pipe, nothing when `quiet`. */
export function openProgress(stream: NodeJS.WriteStream, log: Log, quiet: boolean): Progress {
  if (quiet) return SILENT;
  return stream.isTTY ? bar(stream) : lines(log);
}

function bar(stream: NodeJS.WriteStream): Progress {
  let current: SingleBar | undefined;
  let done = 0;
  let started = 0;
  function end(): void {
    current?.stop();
    current = undefined;
  }
  return {
    begin: (stage, total) => {
      end();
      done = 0;
      started = performance.now();
      const measure = total > 0 ? '{bar} {percentage}% | {value}/{total} | {eta_formatted} left' : '{value}';
      const format = `${stage.padEnd(8)} ${measure} | {rate}/s`;
      current = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true });
      current.start(total, 0, { rate: '0' });
    },
    advance: (count) => {
      done += count;
      current?.update(done, { rate: String(perSecond(done, started)) });
    },
    end,
  };
}

function lines(log: Log): Progress {
  let stage = '';
  let [total, done, started, said] = [0, 0, 0, 0];
  return {
    begin: (name, count) => {
      [stage, total, done] = [name, count, 0];
      started = said = performance.now();
    },
    advance: (count) => {
      done += count;
      if (performance.now() - said < LINE_MS) return;
      said = performance.now();
      const rate = perSecond(done, started);
      const left = total > 0 && rate > 0 ? { total, secondsLeft: Math.round((total - done) / rate) } : {};
      log.info({ stage, done, perSecond: rate, ...left }, 'progress');
    },
    end: () => undefined,
  };
}

const perSecond = (done: number, started: number): number =>
  Math.round(done / Math.max(0.001, (performance.now() - started) / 1000));
