import { readFileSync } from 'node:fs';
import type { RejectCode } from '../../sync/check/reject.ts';
import { forThisFile } from '../kit/ending.ts';
import { hidden, registration, shown, type Sent } from '../kit/events.ts';
import { startSyncBench } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);

const good = registration('REJECT-1', null);
const line = (event: unknown): string => JSON.stringify(event);
const day = (registered: boolean): Sent => ({ ...good, data: { registered, registeredOn: '2026-01-02' } });
const longView = {
  title: 'x',
  sections: [{ code: 'c', items: [{ code: 'i', kind: 'text', value: 'é'.repeat(131_072) }] }],
};

/**
 * One line that breaks the contract for each code there is; the compiler asks for every one. The register
 * number is nobody's: its check digits are those of a birth in 2099.
 */
const BROKEN: Readonly<Record<RejectCode, string | Buffer>> = {
  LINE_TOO_LONG: line({ ...good, data: 'x'.repeat(1024 * 1024) }),
  NOT_UTF8: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
  NOT_JSON: '{"specversion":',
  NOT_AN_OBJECT: '"text"',
  TOO_DEEP: line({ ...good, data: null }).replace(
    '"data":null',
    `"data":${'['.repeat(200_000)}${']'.repeat(200_000)}`,
  ),
  DUPLICATE_KEY: line(good).replace('"data":{', '"data":{"registered":false,'),
  INEXACT_NUMBER: line(shown('REJECT-2', 'title')).replace(
    '"kind":"covered","value":true',
    '"kind":"percent","value":12345678901234567890',
  ),
  LONE_SURROGATE: line(shown('REJECT-2', 'title')).replace('"title":"title"', '"title":"\\ud800"'),
  REGISTER_NUMBER: line(shown('REJECT-2', '99.01.01-001.47')),
  UNKNOWN_TYPE: line({ ...good, type: 'be.pv.cuzo.other.v1' }),
  UNKNOWN_SOURCE: line({ ...good, source: '/portals/other' }),
  MISSING: line({ ...good, id: undefined }),
  WRONG_TYPE: line({ ...good, data: { registered: 'yes', registeredOn: null } }),
  INVALID_VALUE: line(hidden('REJECT-2', 'Not A Code')),
  DAY_WITHOUT_REGISTRATION: line(day(false)),
  FUTURE_TIME: line({ ...good, time: '2999-01-01T00:00:00Z' }),
  VIEW_TOO_LONG: line(shown('REJECT-2', 'x', {}, { view: longView })),
};

test('every kind of broken line is rejected by its code and its place in the feed, the good one goes on', async () => {
  await bench.persons(['REJECT-1']);
  const codes = Object.keys(BROKEN);
  const lines = [...Object.values(BROKEN), line(day(true))].flatMap((one) => [
    Buffer.from(one),
    Buffer.from('\n'),
  ]);
  const feed = bench.feed('rejects.ndjson', Buffer.concat(lines));
  const { code, report } = await bench.sync([
    ...['run', '--json', '--feed', feed, '--state-dir', bench.stateDir('rejects')],
  ]);
  expect(code).toBe(1);
  expect(report).toMatchObject({ read: codes.length + 1, rejected: codes.length, changed: 1 });
  const rejects = readFileSync(report.rejects ?? '', 'utf8')
    .trim()
    .split('\n');
  expect(rejects.map((text) => JSON.parse(text) as Sent).map((reject) => [reject.line, reject.code])).toEqual(
    codes.map((name, index) => [index + 1, name]),
  );
});
