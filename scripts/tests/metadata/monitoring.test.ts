import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../connect360/root.ts';
import { LISTEN_METRICS, openTallies } from '../../sync/listen/tallies.ts';
import { metricsText } from '../../sync/report/metrics.ts';
import { MEASURES, type Health } from '../../sync/report/measures.ts';
import type { Report } from '../../sync/report/report.ts';
import { OUTCOMES } from '../../sync/staging/outcomes.ts';

/** A metric as it is printed: its type, and the names of its labels. */
interface Printed {
  readonly type: string;
  readonly labels: readonly string[];
}

const numbers = Object.fromEntries(OUTCOMES.map((outcome, index) => [outcome, index]));
const HEALTH: Health = {
  finished: {
    at: '2026-11-22T03:10:00.000Z',
    report: {
      ...numbers,
      ...{ read: 45, retried: 1, rowsWritten: 4, apiCalls: 12, apiShare: 0.01, seconds: 3.4, peakRssMb: 88 },
      rejectCodes: { NOT_JSON: 8 },
    },
  },
  ending: { exitCode: 3, errorCode: 'ORG_GONE', at: '2026-11-23T03:10:00.000Z' },
  kept: 7,
  zones: [{ zone: 'mypv', newestEvent: '2026-11-22T01:00:00.000Z', hours: 2 }],
};

function listenText(): string {
  const tallies = openTallies(() => 0);
  const refused = [{ index: 0, code: 'NOT_JSON', message: '' }] as never;
  tallies.answered({ status: 202, accepted: 1, refused, milliseconds: 3 });
  tallies.ran({ ...numbers, rowsWritten: 1, apiCalls: 2 } as unknown as Report);
  tallies.failed('ORG_GONE');
  tallies.dropped('done');
  return tallies.text({ events: 1, bytes: 2, oldest: 0 }, 1000);
}

/** Reads Prometheus text. Every sample stands below the TYPE of its family. */
function printedIn(text: string): ReadonlyMap<string, Printed> {
  const types = new Map(
    [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', type = '']) => [name, type]),
  );
  const found = new Map<string, Printed>();
  for (const [, name = '', labels = ''] of text.matchAll(/^([a-z]\w*)(?:\{(.*)\})? [-+\d.e]+$/gm)) {
    const type = types.get(name) ?? types.get(name.replace(/_(?:bucket|sum|count)$/, ''));
    if (type === undefined) throw new Error(`${name} has no TYPE`);
    const named = [...labels.matchAll(/(\w+)="/g)].map(([, label = '']) => label);
    found.set(name, { type, labels: named });
  }
  return found;
}

const printed = new Map([...printedIn(metricsText(HEALTH)), ...printedIn(listenText())]);

const ALERTS = parse(readFileSync(join(ROOT, 'config/monitoring/alerts.yaml'), 'utf8')) as {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly labels: { readonly severity: string };
      readonly annotations: { readonly summary: string; readonly description: string };
    }[];
  }[];
};
const rules = ALERTS.groups.flatMap((group) => group.rules);

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string }[];
}
const DASHBOARD = JSON.parse(readFileSync(join(ROOT, 'config/monitoring/dashboard.json'), 'utf8')) as {
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly query: unknown }[] };
};
const panelExpressions = DASHBOARD.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
const expressions = [...rules.map(({ expr }) => expr), ...panelExpressions];

/** The metrics of an expression, each with the labels that it is selected by. */
function selectedIn(
  expression: string,
): readonly { readonly name: string; readonly labels: readonly string[] }[] {
  return [...expression.matchAll(/\b((?:cuzo|process)_\w+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', labels = '']) => ({
      name,
      labels: [...labels.matchAll(/(\w+)(?:=~|!~|!=|=)"/g)].map(([, label = '']) => label),
    }),
  );
}

/** Labels that Prometheus gives every target. */
const OF_THE_TARGET = ['job', 'instance'];

test.each(expressions)('%s asks for metrics and labels that the job prints', (expression) => {
  const selected = selectedIn(expression);
  expect(selected).not.toStrictEqual([]);
  for (const { name, labels } of selected) {
    expect([...printed.keys()]).toContain(name);
    expect([...(printed.get(name)?.labels ?? []), ...OF_THE_TARGET]).toEqual(
      expect.arrayContaining([...labels]),
    );
  }
  const known = [...selected.flatMap(({ name }) => printed.get(name)?.labels ?? []), ...OF_THE_TARGET];
  const grouped = [...expression.matchAll(/\b(?:by|on) ?\(([^)]*)\)/g)].flatMap(([, names = '']) =>
    names.split(/, ?/),
  );
  expect(known).toEqual(expect.arrayContaining(grouped));
});

test.each(expressions)('%s counts what is counted, and compares what stays', (expression) => {
  const of = (pattern: RegExp): readonly string[] =>
    [...expression.matchAll(pattern)].map(([, name = '']) => printed.get(name)?.type ?? '');
  for (const type of of(/\b(?:rate|increase)\((\w+)/g)) expect(['counter', 'histogram']).toContain(type);
  for (const type of of(/_over_time\(([a-z]\w+)/g)) expect(type).toBe('gauge');
  for (const type of of(/time\(\) - (\w+)/g)) expect(type).toBe('gauge');
});

test('every metric is printed as its table says, and is on the dashboard', () => {
  const tables: Readonly<Record<string, { readonly label?: string; readonly type?: string }>> = {
    ...MEASURES,
    ...LISTEN_METRICS,
  };
  const families = new Set([...printed.keys()].map((name) => name.replace(/_(?:bucket|sum|count)$/, '')));
  expect([...families].sort()).toEqual(Object.keys(tables).sort());
  for (const [name, { type, labels }] of printed) {
    const table = tables[name] ?? tables[name.replace(/_(?:bucket|sum|count)$/, '')];
    expect(type).toBe(table?.type ?? 'gauge');
    if (!/_(?:sum|count)$/.test(name))
      expect(labels).toEqual(table?.label === undefined ? [] : [table.label]);
  }
  const shown = panelExpressions.flatMap((expression) => selectedIn(expression).map(({ name }) => name));
  expect([...printed.keys()].filter((name) => !shown.includes(name))).toStrictEqual([]);
});

test('a label of values that the job knows is compared with values that it has', () => {
  const outcomes = expressions.flatMap((expression) =>
    [...expression.matchAll(/outcome=~"([^"]+)"/g)].flatMap(([, values = '']) => values.split('|')),
  );
  expect(OUTCOMES).toEqual(expect.arrayContaining(outcomes));
});

test('there is an alert for each thing that can go wrong, with what to do', () => {
  const alerts = rules.map(({ alert }) => alert);
  expect(new Set(alerts).size).toBe(alerts.length);
  for (const name of [
    'NoRun',
    'Stopped',
    'FaultsAboveUsual',
    'UnmatchedGrowing',
    'ApiBudgetNear',
    'ZoneSilent',
    'PeakMemory',
  ])
    expect(alerts).toContain(`Cuzo${name}`);
  for (const { labels, annotations } of rules) {
    expect(['critical', 'warning']).toContain(labels.severity);
    expect(annotations.summary).not.toBe('');
    expect(annotations.description).toMatch(/\w{3}.*\.$/);
  }
});

test('docs/OPERATIONS.md lists every metric and every alert', () => {
  const docs = readFileSync(join(ROOT, 'docs/OPERATIONS.md'), 'utf8');
  const names = [
    ...Object.keys(MEASURES),
    ...Object.keys(LISTEN_METRICS),
    ...rules.map(({ alert }) => alert),
  ];
  expect(names.filter((name) => !docs.includes(`\`${name}`))).toStrictEqual([]);
});

test('the panels of the dashboard have ids and places of their own', () => {
  const { panels } = DASHBOARD;
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)}:${y + Math.floor(n / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  for (const { type, title, targets = [], gridPos } of panels) {
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    expect(title).not.toBe('');
    if (type !== 'row') expect(targets).not.toStrictEqual([]);
  }
});
