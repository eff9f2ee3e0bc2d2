import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityDone, checksOneByOne } from './accessibility.ts';
import { abandonTest, unmountAll } from './kit.ts';
import { shareStyles } from './sharedStyles.ts';

/**
 * Default of every component test: an agent in Dutch, with the permissions of `CuZo_Agent` and the texts of the label
 * metadata.
 */
const { labels, customPermissions } = JSON.parse(
  readFileSync(join(process.cwd(), 'scripts', 'schema', 'generated', 'names.json'), 'utf8'),
) as { labels: Record<string, string>; customPermissions: string[] };

function give(module: string, value: unknown): void {
  jest.doMock(module, () => ({ default: value }), { virtual: true });
}
Object.entries(labels).forEach(([name, text]) => {
  give(`@salesforce/label/c.${name}`, text);
});
customPermissions.forEach((name) => {
  give(`@salesforce/customPermission/${name}`, true);
});
give('@salesforce/i18n/lang', 'nl-NL');
give('@salesforce/i18n/locale', 'nl-BE');
give('@salesforce/i18n/timeZone', 'Europe/Brussels');

// The stub's own gql returns undefined, which the adapter takes for a query that isn't ready.
jest.doMock('lightning/graphql', () => ({
  ...jest.requireActual<object>('lightning/graphql'),
  gql: (text: readonly string[], ...parts: readonly string[]) => ({
    query: String.raw({ raw: text }, ...parts),
  }),
}));

checksOneByOne();
shareStyles();
afterEach(async () => {
  abandonTest();
  await accessibilityDone();
  unmountAll();
});
