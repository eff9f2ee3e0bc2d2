import { fileURLToPath } from 'node:url';
import { readCommandLine, type CommonOptions, type Request } from './cli.ts';
import { forget } from './commands/forget.ts';
import { planFeed } from './commands/plan.ts';
import { checkOrg, readyText } from './commands/check.ts';
import { discardRun, discardText } from './commands/discard.ts';
import { listen } from './commands/listen.ts';
import { resumeRun } from './commands/resume.ts';
import { runFeed } from './commands/run.ts';
import { runNight, type NightReport } from './commands/runNight.ts';
import { withStateToRead } from './commands/stateFolder.ts';
import { status, statusText } from './commands/status.ts';
import { DEFAULT_QUIET_HOURS } from './config/config.ts';
import { loadConfig } from './config/loadConfig.ts';
import { endingOf, EXIT } from './errors.ts';
import type { Job } from './job.ts';
import { chooseLogin } from './org/logins.ts';
import type { OpenOrg } from './commands/openOrg.ts';
import { openOrg } from './org/org.ts';
import { asSyncError, reportError } from './report/errors.ts';
import { openLog, type Log } from './report/log.ts';
import { healthOf } from './report/measures.ts';
import { mustTakeMetrics, writeMetrics } from './report/metrics.ts';
import { orgMessages } from './report/orgMessages.ts';
import { planText, summary } from './report/print.ts';
import { notifyAddress } from './notify/address.ts';
import { openNotifier, type Notifier } from './notify/notifier.ts';
import { outliveOutputs, printLine, reportAfterwards } from './report/output.ts';
import { openProgress } from './report/progress.ts';
import { keepEnding, type LastEnding } from './state/lastEnding.ts';
import { abortOnSignals } from './signals.ts';

type OrgRequest = Exclude<Request, { readonly command: 'status' | 'forget' }>;
type Tell = (value: object, text: string) => Promise<void>;

async function execute(
  request: Request,
  log: Log,
  signal: AbortSignal,
  notifier: Notifier | undefined,
): Promise<number> {
  const { options } = request;
  const tell: Tell = (value, text) => printLine(options.json ? JSON.stringify(value) : text, log);
  if (request.command === 'status') {
    const found = await status(options.stateDir, Date.now(), quietHours(options.config));
    await tell(found, statusText(found));
    return EXIT.finished;
  }
  if (request.command === 'forget') {
    const removed = await forget(options.stateDir, request.target, request.subject);
    await tell({ removed }, `${removed} entries removed from the state folder`);
    return EXIT.finished;
  }
  return withOrg(request, log, signal, tell, notifier);
}

/** What the configuration says, when there is one that can be read: `status` does without. */
function quietHours(file: string): number {
  try {
    return loadConfig(file).maxQuietHours;
  } catch {
    return DEFAULT_QUIET_HOURS;
  }
}

/** The commands that need the configuration and, most of them, the org. */
async function withOrg(
  request: OrgRequest,
  log: Log,
  signal: AbortSignal,
  tell: Tell,
  notifier: Notifier | undefined,
): Promise<number> {
  const { options } = request;
  const { stateDir, maxRejects, maxUnmatched } = options;
  if (options.metricsFile !== undefined) mustTakeMetrics(options.metricsFile);
  const config = loadConfig(options.config, (text) => {
    log.warn(text);
  });
  const progress = openProgress(process.stderr, log, options.quiet);
  const job: Job = {
    config,
    thresholds: { maxRejects, maxUnmatched },
    log,
    progress,
    signal,
    now: Date.now,
    ...(notifier && { onRun: notifier.onRun }),
  };
  const open = orgOpener(options, job);

  switch (request.command) {
    case 'check': {
      const checked = await checkOrg(open, config, stateDir, request.expected);
      await tell(checked, readyText(checked));
      return EXIT.finished;
    }
    case 'plan': {
      const report = await planFeed(job, stateDir, request, request.values, open);
      await tell(report, planText(report));
      return report.exitCode;
    }
    case 'run': {
      const run = request.resumeFirst ? runNight : runFeed;
      return tellReport(await run(job, stateDir, request, open), options, log, tell, notifier);
    }
    case 'listen': {
      const dropCommand = { script: fileURLToPath(import.meta.url), options: optionsOfRuns(options) };
      await listen(
        job,
        signal,
        stateDir,
        request.listen,
        (own) => orgOpener(options, own),
        dropCommand,
        (at) =>
          tell(
            at,
            `Events are taken at ${at.events}; ${at.health}/healthz and ${at.health}/metrics tell how it is`,
          ),
        notifier,
      );
      return EXIT.finished;
    }
    case 'resume': {
      if (request.discard) {
        const runId = await discardRun(stateDir, open, new Date(job.now()).toISOString());
        await tell(runId === undefined ? {} : { discarded: runId }, discardText(runId));
        await tellEnding(options, log, { exitCode: EXIT.finished, errorCode: null });
        return EXIT.finished;
      }
      return tellReport(await resumeRun(job, stateDir, open, request.replan), options, log, tell, notifier);
    }
  }
}

/** The options of `run` and `resume` that `listen` passes on. */
function optionsOfRuns({
  targetOrg,
  stateDir,
  config,
  maxRejects,
  maxUnmatched,
  notify,
  notifyFile,
  notifyRepeat,
}: CommonOptions): readonly string[] {
  return Object.entries({
    '--target-org': targetOrg,
    '--state-dir': stateDir,
    '--config': config,
    '--max-rejects': maxRejects,
    '--max-unmatched': maxUnmatched,
    '--notify': notify,
    '--notify-file': notifyFile,
    '--notify-repeat': notifyRepeat,
  }).flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)]));
}

/** How to log in, by the options and the environment. Logs whatever delays the org's answers. */
function orgOpener(options: CommonOptions, { config, log, signal }: Job): OpenOrg {
  return (patient = true) =>
    openOrg(chooseLogin(options.targetOrg, process.env), {
      apiVersion: config.apiVersion,
      waits: patient ? config.waits.request : [],
      timeout: config.waits.answer,
      transferTimeout: config.waits.transfer,
      signal,
      onOrgMessage: orgMessages(options.orgMessages, process.stderr),
      onClock: (fault) => {
        log.warn(
          { fault },
          `this machine's clock is ${fault} the org's: set it, events of the feed are measured by it`,
        );
      },
      onRetry: (reason, seconds) => {
        log.warn({ reason, seconds: Math.round(seconds) }, 'the org does not answer, trying again');
      },
    });
}

/** Keeps how the command ended, and writes the metrics when they are asked for. */
async function tellEnding(
  { stateDir, metricsFile }: CommonOptions,
  log: Log,
  ending: Omit<LastEnding, 'at'>,
): Promise<void> {
  const now = Date.now();
  await reportAfterwards(log, 'how it ended', () => {
    keepEnding(stateDir, { ...ending, at: new Date(now).toISOString() });
  });
  if (metricsFile !== undefined)
    await reportAfterwards(log, metricsFile, () =>
      withStateToRead(stateDir, (state) => {
        writeMetrics(metricsFile, healthOf(state, stateDir, now));
      }),
    );
}

async function tellReport(
  report: NightReport | undefined,
  options: CommonOptions,
  log: Log,
  tell: Tell,
  notifier: Notifier | undefined,
): Promise<number> {
  if (!report) {
    await tell({}, 'There is no unfinished run.');
    return EXIT.finished;
  }
  const { resumed } = report;
  await tell(report, [...(resumed ? [summary(resumed), ''] : []), summary(report)].join('\n'));
  const exitCode = Math.max(report.exitCode, resumed?.exitCode ?? EXIT.finished);
  await tellEnding(options, log, { exitCode, errorCode: null });
  await notifier?.finished(report, ...(resumed ? [resumed] : []));
  return exitCode;
}

/** Whom `--notify` tells, if anybody. Throws USAGE, KEY_FILE_OPEN. */
function notifierOf({ command, options }: Request, log: Log): Notifier | undefined {
  const { notify: form, notifyFile, notifyRepeat: repeatHours = 0, stateDir } = options;
  if (form === undefined) return undefined;
  const address = notifyAddress(notifyFile, process.env);
  return openNotifier(
    { form, address, stateDir, command, repeatHours, log, now: Date.now },
    command === 'listen' ? 'live' : 'feed',
  );
}

async function main(): Promise<number> {
  const { signal, release } = abortOnSignals();
  let log = openLog(process.stderr.isTTY, false);
  let notifier: Notifier | undefined;
  let request: Request | undefined;
  try {
    request = readCommandLine(process.argv.slice(2));
    if (!request) return EXIT.finished;
    log = openLog(process.stderr.isTTY, request.options.quiet);
    notifier = notifierOf(request, log);
    return await execute(request, log, signal, notifier);
  } catch (error) {
    const ending = endingOf(asSyncError(error, signal));
    // Before the error is reported: the last line of the log is the error's.
    if (request?.command === 'run' || request?.command === 'resume')
      await tellEnding(request.options, log, { exitCode: ending.exit, errorCode: ending.code });
    await notifier?.ended(ending);
    return reportError(error, log, signal);
  } finally {
    release();
  }
}

outliveOutputs();

/** Node would exit with 1, which is the code of a run that finished. */
process.on('uncaughtException', (error) => {
  process.exit(reportError(error, openLog(process.stderr.isTTY, false), new AbortController().signal));
});

process.exitCode = await main();
