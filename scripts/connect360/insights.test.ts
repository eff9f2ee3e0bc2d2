import { metadata } from '../local-org/metadata/fixture.ts';
import { deployTo, problems } from '../local-org/metadata/deployFixture.ts';
import { type TestOrg, openTestOrg } from '../local-org/testOrg.ts';
import { insertSamples, ZONE_NAMES, type Customer, type Samples } from '../tests/kit/insightsSamples.ts';
import { countedBySoql } from '../tests/kit/reportSoql.ts';
import { INSIGHTS, readSource } from './forceApp.ts';
import { inOneLanguage } from './oneLanguage.ts';

/** The reports are run by nobody here: each one's filters and groupings are asked as SOQL, and counted again by plain code. */

const NOW = new Date('2026-11-22T10:00:00Z');
const insights = readSource(INSIGHTS);

let org: TestOrg;
let samples: Samples;
beforeAll(() => {
  org = openTestOrg(() => NOW);
  const objects = ['Account', 'InsurancePolicy', 'CuZo_Sync_Run__c'].map(objectFile);
  expect(
    problems(
      deployTo(org, Object.fromEntries(objects), { CustomObject: ['*'], CustomField: ['*'] }).messages,
    ),
  ).toStrictEqual([]);
  samples = insertSamples(org);
});
afterAll(() => {
  org.org.close();
});

/** An object of force-app as one file: its own attributes and its fields. */
function objectFile(name: string): readonly [string, string] {
  const inner = (text: string): string => text.replace(/^[^]*?<\w+ xmlns[^>]*>|<\/\w+>\s*$/g, '');
  const files = [...readSource()].filter(([path]) => path.startsWith(`objects/${name}/`));
  const own = files.filter(([path]) => path.endsWith('.object-meta.xml')).map(([, text]) => inner(text));
  const fields = files
    .filter(([path]) => path.includes('/fields/'))
    .map(([, text]) => `<fields>${inner(text)}</fields>`);
  return [`objects/${name}.object`, metadata('CustomObject', [...fields, ...own].join('\n'))];
}

/** Paths of a source folder -> those of a package, which the CLI makes of them. */
const packaged = (files: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    [...files].map(([path, text]) => [
      path
        .replace(/\.\w+Folder-meta\.xml$/, '-meta.xml')
        .replace(/(\.(?:report|reportType|dashboard))-meta\.xml$/, '$1'),
      text,
    ]),
  );

const names = (type: string): readonly string[] =>
  [...insights.keys()].flatMap(
    (path) => new RegExp(`^\\w+/(.+)\\.${type}-meta\\.xml$`).exec(path)?.[1] ?? [],
  );
const TYPES = {
  Report: ['CuZo', ...names('report')],
  Dashboard: ['CuZo', ...names('dashboard')],
  ReportType: names('reportType'),
};

test.each(['nl_NL', 'fr', 'de', 'en_US'])(
  'an org takes reports, report types and the dashboard in %s',
  (language) => {
    const result = deployTo(org, packaged(inOneLanguage(insights, language)), TYPES, { checkOnly: true });
    expect(problems(result.messages)).toStrictEqual([]);
    expect(result.success).toBe(true);
  },
);

test('where the allowance of dynamic dashboards is used up, the dashboard alone is refused', () => {
  const others = ['A', 'B', 'C', 'D', 'E'].map((name) => `CuZo/${name}`);
  const dashboard = insights.get('dashboards/CuZo/CuZo_Overview.dashboard-meta.xml') ?? '';
  const files = {
    ...packaged(insights),
    ...Object.fromEntries(others.map((name) => [`dashboards/${name}.dashboard`, dashboard])),
  };
  const full = deployTo(org, files, { ...TYPES, Dashboard: ['CuZo', ...others] });
  expect(full.success).toBe(true);
  const only = packaged(new Map([...insights].filter(([path]) => path.startsWith('dashboards/'))));
  const refused = deployTo(org, only, { Dashboard: TYPES.Dashboard }, { checkOnly: true });
  expect(problems(refused.messages)).toMatchObject([
    { problem: expect.stringContaining('dynamic dashboards are used up') as string },
  ]);
  const reports = packaged(new Map([...insights].filter(([path]) => path.startsWith('report'))));
  expect(
    deployTo(org, reports, { Report: TYPES.Report, ReportType: TYPES.ReportType }, { checkOnly: true })
      .success,
  ).toBe(true);
});

/** The same of records by plain code; undefined leaves a record out. */
function grouped<T>(
  records: readonly T[],
  keyOf: (record: T) => readonly unknown[] | undefined,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    const key = keyOf(record);
    if (key) counts.set(JSON.stringify(key), (counts.get(JSON.stringify(key)) ?? 0) + 1);
  }
  return counts;
}

const ADMIN = (): unknown => org.column('SELECT Owner.Name n FROM Account GROUP BY Owner.Name')[0];

const EXPECTED: Readonly<Record<string, () => ReadonlyMap<string, number>>> = {
  CuZo_Registrations: () =>
    grouped(samples.customers, ({ fields }) =>
      ZONE_NAMES.map(([zone]) => fields[`CuZo_${zone}_Onboarded__c`] === true),
    ),
  // Nights, not hours of listen.
  CuZo_Runs: () => new Map([['[]', 2]]),
  CuZo_Hidden: () =>
    grouped(samples.policies, ({ fields }) =>
      fields.CuZo_Hidden_Reason__c === null ? undefined : [fields.CuZo_Hidden_Reason__c, fields.CuZo_Zone__c],
    ),
  CuZo_Differences: () =>
    grouped(samples.policies, ({ fields }) =>
      fields.CuZo_Differences__c === 0 ? undefined : [fields.CuZo_Zone__c, fields.CuZo_Difference_Fields__c],
    ),
  ...Object.fromEntries(
    ZONE_NAMES.flatMap(([zone, , code]) => {
      const isKnown = ({ fields }: Customer): boolean => fields[`CuZo_${zone}_As_Of__c`] !== undefined;
      const isRegistered = ({ fields }: Customer): boolean => fields[`CuZo_${zone}_Onboarded__c`] === true;
      return [
        [
          `CuZo_Rate_${zone}`,
          () => grouped(samples.customers, (one) => (isKnown(one) ? [ADMIN()] : undefined)),
        ],
        [
          `CuZo_Month_${zone}`,
          () =>
            grouped(samples.customers, (one) => {
              const day = one.fields[`CuZo_${zone}_Onboarding_Date__c`];
              if (!isRegistered(one) || typeof day !== 'string' || day < '2025-01-01') return undefined;
              return [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
            }),
        ],
        [
          `CuZo_Gap_${zone}`,
          () =>
            grouped(samples.policies, ({ owner, isActive, fields }) =>
              isActive && fields.CuZo_Zone__c === code && isKnown(owner) && !isRegistered(owner)
                ? [owner.fields.Name]
                : undefined,
            ),
        ],
      ] as const;
    }),
  ),
};

test('there is a count for every report', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(
    names('report')
      .map((name) => name.replace('CuZo/', ''))
      .sort(),
  );
});

test.each(Object.keys(EXPECTED))('%s counts what plain code counts', (name) => {
  const expected = EXPECTED[name]?.() ?? new Map<string, number>();
  expect(expected.size).toBeGreaterThan(0);
  expect(Object.fromEntries(countedBySoql(org, insights, name))).toEqual(Object.fromEntries(expected));
});

test('the dashboard shows every report that has groups of its own, with a chart where it draws one', () => {
  const [, text = ''] = [...insights].find(([path]) => path.endsWith('.dashboard-meta.xml')) ?? [];
  const shown = [...text.matchAll(/<report>CuZo\/(\w+)<\/report>/g)].map(([, name = '']) => name);
  expect(shown.sort()).toEqual(
    Object.keys(EXPECTED)
      .filter((name) => !/Runs|Registrations/.test(name))
      .sort(),
  );
  for (const component of text
    .split('</dashboardComponent>')
    .filter((one) => one.includes('useReportChart>true')))
    expect(insights.get(`reports/${/<report>(.+)</.exec(component)?.[1] ?? ''}.report-meta.xml`)).toContain(
      '<chart>',
    );
});
