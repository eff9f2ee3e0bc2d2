import { hidden, shown } from '../../tests/kit/events.ts';
import { at, replayed, SHOWN } from '../../tests/kit/replayed.ts';
import { configFile, type Config } from '../config/config.ts';
import type { Fields } from './record.ts';

describe('what the job keeps on a policy of its own accord', () => {
  const config: Config = configFile.parse({
    contact: { since: '2026-09-01T00:00:00Z' },
    brands: { 'P&V': 'mypv' },
  });
  const items = [{ code: 'contract-number', kind: 'text', value: '3' }];
  const own = { CuZo_Zone__c: 'MYPV', CuZo_Differences__c: 0 };
  const GONE: Fields = {
    CuZo_Visibility__c: 'Hidden',
    CuZo_Hidden_Reason__c: 'ended',
    CuZo_Product__c: 'car',
    CuZo_View_Hash__c: null,
    CuZo_As_Of__c: '2026-11-20T10:00:00Z',
    CuZo_Differences__c: null,
    CuZo_Difference_Fields__c: null,
  };

  test('goes with what the event writes', () => {
    const events = [shown('P1', 'x', at('21T10:00:00Z'))];
    const [step] = replayed({ events, fields: SHOWN, brand: 'P&V', config, items }).steps;
    expect(step).toMatchObject({
      verdict: {
        outcome: 'changed',
        writesView: true,
        patch: { ...own, CuZo_As_Of__c: '2026-11-21T10:00:00Z' },
      },
      leavesTrace: true,
    });
    expect(step?.verdict).not.toHaveProperty('keepsAsOf');
  });

  test.each([
    ['newer', '21T10:00:00Z', true],
    ['no newer', '20T10:00:00Z', false],
  ])('is written alone when the event says nothing new and is %s than the as-of', (_what, time, isNewer) => {
    const events = [hidden('P1', 'ended', at(time))];
    const [step] = replayed({ events, fields: GONE, brand: 'P&V', config }).steps;
    expect(step).toEqual({
      event: expect.anything(),
      verdict: {
        outcome: 'changed',
        patch: { CuZo_Zone__c: 'MYPV' },
        writesView: false,
        keepsAsOf: { isNewer },
      },
      leavesTrace: isNewer,
    });
  });

  test('is that of the policy as the event leaves it', () => {
    const before = { ...SHOWN, ...own, CuZo_Differences__c: 2, CuZo_Difference_Fields__c: 'contract-number' };
    const hide = { events: [hidden('P1', 'ended', at('21T10:00:00Z'))], fields: before };
    expect(replayed({ ...hide, brand: 'P&V', config }).after).toMatchObject({
      CuZo_Differences__c: null,
      CuZo_Difference_Fields__c: null,
    });
    const show = { events: [shown('P1', 'x', at('21T10:00:00Z'))], fields: GONE };
    expect(replayed({ ...show, brand: 'P&V', config, items }).after).toMatchObject(own);
  });

  test('is left alone when it is there already', () => {
    const fields = { ...GONE, CuZo_Zone__c: 'MYPV' };
    const events = [hidden('P1', 'ended', at('21T10:00:00Z'))];
    const [step] = replayed({ events, fields, brand: 'P&V', config }).steps;
    expect(step?.verdict).toEqual({ outcome: 'unchanged', isNewer: true });
  });
});
