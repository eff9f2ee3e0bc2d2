import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { sandboxBundle } from './sandboxBundle.ts';

let folder = '';
beforeEach(() => {
  ({ folder } = folderForFile('sandbox-test-'));
});

test('the sandbox is bundled once, as one minified module that gives what sandboxed bundles import', async () => {
  const first = await sandboxBundle(folder);
  const file = join(first.folder, first.modules.lws ?? '');
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/export\{\w+ as evaluateFunction,\w+ as wrapDependency\}/);
  // LWS takes code whose parameters have kept their names for unminified, which makes it run in debug mode.
  expect(text).not.toContain('instrumentation$LWS');
  // Telemetry of Salesforce's own pages, with a package that wants to run an install script.
  expect(text).not.toContain('protobuf');

  writeFileSync(file, 'kept');
  expect(await sandboxBundle(folder)).toEqual(first);
  expect(readFileSync(file, 'utf8')).toBe('kept');
  expect(readdirSync(folder)).toHaveLength(1);
});
