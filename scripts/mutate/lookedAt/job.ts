import { SHORTCUT, NARROWS, type Reasons } from './reasons.ts';

const KEPT = 'worked out once in a process, which the runner keeps; rulesVersion.test.ts fails with it';
const CLOSED = 'the end of the process closes it too';
const TELLS = 'without it zod checks what it can not compile the slow way, and does not say so';
const STATE = 'of a part only that is asked, whether it is uploaded or settled';

/** Of the feed and the job. */
export const JOB: Reasons = {
  'scripts/feed/canonicalView.ts': {
    '({ items }) => items.every(isOfKnownKind)': SHORTCUT,
  },
  'scripts/feed/contentFormat.ts': {
    '/^ *([0-7]{1,6})[ \\0]/': 'what is no number of its own would have to be the right sum by chance',
    'stated === undefined': 'no sum is what undefined is parsed as; the compiler asks for it',
  },
  'scripts/feed/contract.ts': {
    '{ strict: true }': TELLS,
    true: TELLS,
  },
  'scripts/feed/cutLine.ts': {
    '{ if (error instanceof RangeError) return false; throw error; }':
      'nothing returned is no exactness either',
    'error instanceof RangeError':
      'nothing else can go wrong there; the rest is for what nobody has foreseen',
    false: 'what is nested so deeply is no attribute of an event, which is told next',
    'at < 0': SHORTCUT,
    '{ return undefined; }': 'a function that returns nothing returns undefined',
  },
  'scripts/feed/exactJson.ts': {
    '/^-?[\\d.]{1,15}$/': SHORTCUT,
    'JSON.stringify(value) === text': SHORTCUT,
    "''": 'what stands for a text has neither a colon nor a digit',
    '(bare.match(NUMBER) ?? []).every(isExact)': SHORTCUT,
    'SURELY_EXACT.test(number)': SHORTCUT,
    'place >= 0': 'no JSON begins with a colon',
  },
  'scripts/feed/feedFiles.ts': {
    "'-'": 'nobody opens the path of a stream',
  },
  'scripts/feed/instant.ts': {
    '/^\\d{4}-\\d{2}-\\d{2}$/': 'with more before it the day of the month is no number, or less than 0',
    'latest?.text !== text': SHORTCUT,
    "''": 'the default of what the pattern always finds; the compiler asks for it',
  },
  'scripts/feed/itemKinds.ts': {
    "code === 'EUR'": SHORTCUT,
  },
  'scripts/feed/knownPath.ts': {
    "contract ??= z.toJSONSchema(feedEvent, { io: 'input' }) as Schema":
      'worked out once in a process, which the runner keeps; knownPath.test.ts fails with it',
  },
  'scripts/feed/lineSplitter.ts': {
    'bytes[at] === BOM[0]': SHORTCUT,
    'at < bytes.length': 'behind the end there is neither a mark nor a blank',
    '[]': 'of a line that is too long only that counts, that less is held',
    'held.length === 1 && held[0]': SHORTCUT,
  },
  'scripts/feed/manifest.ts': {
    '{ return undefined; }': 'a function that returns nothing returns undefined',
  },
  'scripts/feed/readFeed.ts': {
    'batch.length > 0': 'who takes a batch of no lines does nothing',
    'last.length > 0': 'who takes a batch of no lines does nothing',
    '{ highWaterMark: CHUNK_BYTES }': 'a matter of speed',
    'head.length === 0': SHORTCUT,
  },
  'scripts/feed/registerNumber.ts': {
    'text.length < MIN_LENGTH || !START.test(text)': SHORTCUT,
    'text.length < MIN_LENGTH': SHORTCUT,
    '[]': 'one key more to skip, which no event has',
  },
  'scripts/feed/view.ts': {
    '({ kind }: ViewItem): boolean => isItemKind(kind)': SHORTCUT,
  },
  'scripts/sync/check/checkLine.ts': {
    '{ return undefined; }': 'a function that returns nothing returns undefined',
  },
  'scripts/sync/check/lineChecker.ts': {
    'last?.id !== id': SHORTCUT,
    'target === undefined': NARROWS,
  },
  'scripts/sync/check/reject.ts': {
    '!first': NARROWS,
    '[]': 'no alternative fails without an issue',
    "issue.code === 'custom'": 'no other issue has such a parameter; the compiler asks for it',
  },
  'scripts/sync/check/rulesVersion.ts': {
    "known ??= versionOf((file) => readFileSync(file, 'utf8'))": KEPT,
    "(file) => readFileSync(file, 'utf8')": KEPT,
    "'utf8'": KEPT,
    "readdirSync(join(SCRIPTS, folder)) .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')) .sort()":
      'a file system may give the names of a folder in any order; this one gives them sorted',
  },
  'scripts/sync/events/comparison.ts': {
    'settings.set(config, known);': SHORTCUT,
  },
  'scripts/sync/events/late.ts': {
    'one > best': 'of two equal instants either is the latest',
  },
  'scripts/sync/events/replay.ts': {
    "effect.outcome === 'failed'": 'no event about a policy fails; the compiler asks for it',
    "'failed'": 'no event about a policy fails; the compiler asks for it',
    "one.outcome === 'changed'": 'no patch adds as little as an empty one; the compiler asks for it',
  },
  'scripts/sync/match/bulkFinder.ts': {
    '[]': 'where there are no rows nobody asks for their columns',
  },
  'scripts/sync/match/matchSubjects.ts': {
    'start < subjects.length': 'no subjects come to no batch',
    'waiting.length < TOGETHER': 'a thousand may go now or with the next',
  },
  'scripts/sync/match/overwrittenViews.ts': {
    "typeof held === 'string'": NARROWS,
  },
  'scripts/sync/match/recordReader.ts': {
    'roles.policyBrand === null': 'no field has the name null; the compiler asks for it',
    '/([+-]\\d\\d)(\\d\\d)$/': 'only an offset has four digits after a sign',
  },
  'scripts/sync/match/settledSubjects.ts': {
    '[]': 'one word more in every hash',
  },
  'scripts/sync/match/sortSubjects.ts': {
    '!events.every(({ known }) => known?.settled != null)': SHORTCUT,
    'events.every(({ known }) => known?.settled != null)': SHORTCUT,
    'known?.settled != null': SHORTCUT,
    'at !== null': 'a comparison with no date is false too; the compiler asks for it',
  },
  'scripts/sync/settle/rememberSettled.ts': {
    '[]': 'no customer has a word for a hash',
  },
  'scripts/sync/state/compared.ts': { 'customers.length === 0': SHORTCUT },
  'scripts/sync/state/inbox.ts': {
    '{ readOnly: true, timeout: BUSY_MS }': 'nothing is written there, and nobody holds the lock for long',
    true: 'nothing is written there',
    'inbox.close();': CLOSED,
    '{ inbox.close(); }': CLOSED,
    'count > 0': 'an empty log may be overwritten too',
  },
  'scripts/sync/state/liveHours.ts': {
    "'finished'": 'finishRun says it again, in the same transaction',
  },
  'scripts/sync/state/lock.ts': { 'db.close();': CLOSED },
  'scripts/sync/state/newestEvents.ts': {
    'before === null': 'as a number any instant is more than none; the compiler asks for it',
    'today !== null': NARROWS,
    'today > before': 'of two equal moments either is the newest',
  },
  'scripts/sync/state/ownFolder.ts': {
    '[]': 'one folder more',
    '!existsSync(at) && dirname(at) !== at': 'folders that are there already are passed over',
    'dirname(at) !== at': 'the root is always there',
  },
  'scripts/sync/state/privateJson.ts': {
    "'utf8'": 'JSON.parse reads bytes as UTF-8 too',
    'closeSync(descriptor);': CLOSED,
    '{ closeSync(descriptor); }': CLOSED,
  },
  'scripts/sync/state/runs.ts': { "''": 'no run that reads standard input at once has a folder' },
  'scripts/sync/state/settled.ts': {
    'customers.length === 0': SHORTCUT,
  },
  'scripts/sync/state/sqlite.ts': {
    '{ deterministic: true }': 'it lets SQLite compute a constant once; the result is the same',
    true: 'it lets SQLite compute a constant once; the result is the same',
  },
  'scripts/sync/state/store.ts': {
    "':memory:'": 'a database without a name is as temporary',
    'db.close();': CLOSED,
    '{ db.close(); }': CLOSED,
  },
  'scripts/sync/write/bulk/makePart.ts': {
    "'made'": STATE,
    'flush();': 'the last one writes what is left: a matter of memory',
    'text.length > FLUSH_LENGTH': 'the last one writes what is left: a matter of memory',
    'fsyncSync(descriptor);': 'only a power failure would show it',
    'closeSync(descriptor);': CLOSED,
    '{ closeSync(descriptor); }': CLOSED,
  },
  'scripts/sync/write/bulk/writeParts.ts': {
    "'open'": STATE,
    "'uploaded'": 'whoever gets the part has just uploaded it; what is asked is the state that is stored',
  },
  'scripts/sync/write/writeEventByEvent.ts': {
    '[]': 'every row gets its answer at its place, and every place has a row',
  },
  'scripts/sync/write/writeRows.ts': {
    false: 'what the org has refused of a run that is planned anew is planned anew too',
    'left === 0': SHORTCUT,
  },
};
