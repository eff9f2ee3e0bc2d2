import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { folderForFile } from './tests/kit/folder.ts';

describe('build', () => {
  const { folder: root } = folderForFile('build-');
  const bundle = join(root, 'thing');
  const file = (name: string) => join(bundle, name);

  beforeAll(async () => {
    mkdirSync(join(bundle, '__tests__'), { recursive: true });
    writeFileSync(
      file('thing.ts'),
      `import { api, LightningElement } from 'lwc';
import type { Other } from './other';
/** A thing. */
export default class Thing extends LightningElement {
  @api other: Other | null = null;
}
`,
    );
    writeFileSync(file('other.ts'), 'export interface Other { readonly a: string }\n');
    writeFileSync(file('uqr.d.ts'), `export { encode } from 'uqr';\n`);
    writeFileSync(file('gone.js'), 'export const gone = true;\n');
    writeFileSync(file('__tests__/thing.test.ts'), 'test.todo("nothing");\n');
    await build(root);
  });

  test('takes the types out and leaves the decorators in', () => {
    const code = readFileSync(file('thing.js'), 'utf8');
    expect(code).toMatch(/@api\s+other = null;/);
    expect(code).toContain('/** A thing. */');
    expect(code).not.toContain('./other');
  });

  test('bundles what a component needs of an npm package, with its licence', async () => {
    const code = readFileSync(file('uqr.js'), 'utf8');
    expect(code).toMatch(/^\/\*!\nuqr \d+\.\d+\.\d+\n\nMIT License/);
    expect(code).not.toMatch(/^import /m);
    const library = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      encode: (text: string) => { size: number };
    };
    expect(Object.keys(library)).toEqual(['encode']);
    expect(library.encode('a').size).toBeGreaterThan(20);
  });

  test('leaves no JavaScript behind that has no source, and none of tests', () => {
    expect(existsSync(file('gone.js'))).toBe(false);
    expect(existsSync(file('__tests__/thing.test.js'))).toBe(false);
  });
});
