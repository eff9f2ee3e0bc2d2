import type { Alarm, Run } from 'c/cuzoHealth';
import { alarmLine } from '../alarmWords';

const started = Date.parse('2026-11-21T02:00:00Z');
const run = { started, rejectCodes: null } as unknown as Run;

test.each<[Alarm, RegExp]>([
  [
    { kind: 'no-run', since: started },
    /^Geen synchronisatie sinds 21 nov.* 0?3:00\. Kijk of .* Start daarna run\.$/,
  ],
  [{ kind: 'stopped', run }, /^De synchronisatie van 21 nov.* is niet afgelopen\. .* met resume\./],
  [{ kind: 'refused', run }, /is geweigerd: er is niets geschreven\. Het logboek/],
  [{ kind: 'live-stopped', run }, /^Sinds 21 nov.* komt niets meer meteen binnen\. Kijk of listen nog loopt/],
  [
    { kind: 'rejected', count: 21, read: 1000, run },
    /^Afgewezen: 21 van 1\.000 regels, meer dan gewoonlijk\. Vraag de zone/,
  ],
  [
    { kind: 'failed', count: 7, read: 1000, run },
    /^Mislukt: 7 van 1\.000, meer dan gewoonlijk\..*failures\.ndjson/,
  ],
  [
    { kind: 'ambiguous', count: 7, read: 1000, run },
    /^Niet eenduidig: 7 van 1\.000, meer dan gewoonlijk\..*voeg ze samen/,
  ],
  [
    { kind: 'unmatched', from: 4, to: 9 },
    /^Steeds meer gebeurtenissen vinden geen record: van 4 naar 9\..*check/,
  ],
  [{ kind: 'api', percent: 55.4 }, /in 24 uur 55.?% van de API-aanroepen.*plan/],
  [
    { kind: 'zone-silent', zone: 'MyVivium', since: '2026-11-19T08:00:00Z' },
    /^MyVivium: geen nieuwe gegevens sinds 19 nov.* Vraag de zone/,
  ],
  [
    { kind: 'new-codes', codes: 'product e-scooter' },
    /nog geen vertaling hebben: product e-scooter\..*code zelf/,
  ],
])('%j', (alarm, words) => {
  const line = alarmLine(alarm);
  expect(`${line.words} ${line.todo}`).toMatch(words);
});

test('names the most frequent codes of rejected lines', () => {
  const rejectCodes = 'REGISTER_NUMBER 12\nNOT_JSON 5\nTIME_AHEAD 3\nOTHER 1\n';
  const { words } = alarmLine({ kind: 'rejected', count: 21, read: 30, run: { ...run, rejectCodes } });
  expect(words).toMatch(/ Vaakst: REGISTER_NUMBER 12, NOT_JSON 5, TIME_AHEAD 3\.$/);
});
