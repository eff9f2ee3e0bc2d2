import { planLines, type OrgIs } from './deployPlan.ts';
import { readSource } from './forceApp.ts';

const SOURCE = readSource();

function plan(org: Partial<OrgIs> = {}, language = 'fr', active = ['nl_NL'], withPages = false) {
  const languages = {
    id: '00D000000000001EAA',
    name: 'P&V',
    isSandbox: true,
    language,
    translations: new Set(active),
  };
  const objects = { Account: new Map(), InsurancePolicy: new Map() };
  const is = {
    languages,
    objects,
    security: 'Lightning Web Security',
    retired: [],
    pages: new Set<string>(),
    ...org,
  } as const;
  return planLines(is, SOURCE, withPages);
}

test('tells the org and the language of its labels, list views and reports', () => {
  expect(plan()).toEqual(
    expect.arrayContaining([
      'Org: P&V (00D000000000001EAA), a sandbox',
      'Language: fr. Labels are deployed in fr, list views and reports in fr alone',
      'Translations: nl_NL',
      'Not deployed, as the org has not switched them on (Setup, Translation Language Settings): de, en_US',
      'Person accounts: no; insurance policies: yes',
    ]),
  );
});

test('an org in a language that we do not have is told that it gets English', () => {
  const lines = plan({}, 'it', ['fr', 'de', 'nl_NL', 'it']);
  expect(lines).toContain(
    'Language: it. Labels are deployed in en_US, as we have no words in it, list views and reports in en_US alone',
  );
  expect(lines.filter((line) => line.startsWith('Not deployed'))).toStrictEqual([]);
});

test.each([
  ['Lightning Locker', /^Components run in: Lightning Locker\. Printing .* fails/],
  ['unknown', /^Components run in: unknown\. See Setup, Session Settings/],
  ['Lightning Web Security', /^Components run in: Lightning Web Security$/],
] as const)('tells what %s means for the pages', (security, line) => {
  expect(plan({ security })).toContainEqual(expect.stringMatching(line));
});

test('tells State and Country picklists, what becomes of pages and what an earlier release has left', () => {
  const Account = new Map([['billingcountrycode', {} as never]]);
  const lines = plan(
    {
      objects: { Account, InsurancePolicy: null },
      retired: [{ type: 'CustomLabel', fullName: 'CuZo_Reason' }],
    },
    'nl_NL',
    [],
    true,
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      'Translations: none',
      'Person accounts: no; insurance policies: no',
      'State and Country picklists: yes (set contact.country to "code" in config/sync.json)',
      'Lightning pages of the org are replaced by ours',
      'Taken out after it, left there by an earlier release: CustomLabel CuZo_Reason',
    ]),
  );
});
