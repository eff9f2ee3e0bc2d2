import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { deployedOrg } from '../deployedOrg.ts';
import { compileComponents } from './compile.ts';

const component = (body = '') =>
  `import { LightningElement, api } from 'lwc';\nexport default class X extends LightningElement { ${body} }`;

let folder = '';
beforeEach(() => {
  ({ folder } = folderForFile('preview-test-'));
});

const compile = (bundles: Parameters<typeof deployedOrg>[1], sandboxed = false) =>
  compileComponents(deployedOrg({}, bundles).components('LightningComponentBundle'), folder, sandboxed);

const PANEL = {
  panel: {
    'panel.js': `import size from '@salesforce/label/c.Size';\nimport { width } from './width';\n${component('text = size + width;')}`,
    'panel.html': '<template><lightning-card title={text}><c-part></c-part></lightning-card></template>',
    'panel.css': 'p { color: red; }',
    'width.js': 'export const width = 7;',
  },
  part: { 'part.js': component(), 'part.html': '<template></template>' },
};

test('a deployed bundle becomes a module that imports its neighbours and leaves the platform to the page', async () => {
  const compiled = await compile(PANEL);
  const code = compiled.files.get(compiled.modules['c/panel'] ?? '') ?? '';
  expect(code).toContain(`value("label", "c.Size")`);
  expect(code).toMatch(/from '\.\/part\.js'/);
  expect(code).toMatch(/from 'lightning\/card'/);
  expect([...compiled.used]).toEqual(['lightning/card']);
  expect(compiled.broken.size).toBe(0);
});

test('a sandboxed bundle is evaluated in the sandbox of its namespace and is given everything from outside', async () => {
  const compiled = await compile(PANEL, true);
  const code = compiled.files.get(compiled.modules['c/panel'] ?? '') ?? '';
  const statements = code.split('\n').filter((line) => /^(import|export) /.test(line));
  expect(statements).toEqual([
    `import { evaluateFunction, wrapDependency } from 'lws';`,
    ...['lwc', './part.js', 'lightning/card'].map((from): unknown =>
      expect.stringContaining(` from "${from}";`),
    ),
    'export { exported0 as default };',
  ]);
  expect(code).toMatch(/^evaluateFunction\('c', "function .*registerComponent/m);
  expect(code).toContain('{ default: globalThis.lightningPlatform.value("label", "c.Size") }');
  expect(code).toMatch(/wrapDependency\(given\d, "lwc", 'c'\)/);
  expect([...compiled.used]).toEqual(['lightning/card']);
});

test('what stands around components is outside of the sandbox', async () => {
  const compiled = await compile(PANEL, true);
  expect(compiled.files.get(compiled.modules['preview/boundary'] ?? '')).not.toContain('evaluateFunction');
});

test('with and without the sandbox are different files', async () => {
  const [on, off] = [await compile(PANEL, true), await compile(PANEL)];
  expect(on.hash).not.toBe(off.hash);
});

test('a bundle that does not compile says why when it is loaded, and the others work', async () => {
  const compiled = await compile({
    bad: { 'bad.js': component('@wrong x;') },
    good: { 'good.js': component() },
    empty: { 'empty.html': '<template></template>' },
  });
  expect(compiled.broken.get('bad')).toMatch(/Invalid 'wrong' decorator/);
  expect(compiled.broken.get('empty')).toBe('The deployed bundle has no empty.js.');
  expect(compiled.files.get('c/bad.js')).toMatch(/throw new Error\(".*Invalid 'wrong' decorator/);
  expect(compiled.files.get('c/good.js')).toContain('registerComponent');
});

test('field imports need no page: they are the names themselves', async () => {
  const compiled = await compile({
    names: { 'names.js': `export { default as field } from '@salesforce/schema/Widget__c.Parent__r.Name';` },
  });
  expect(compiled.files.get('c/names.js')).toContain('"fieldApiName":"Parent__r.Name"');
});

test('an org without components yet has a page all the same', async () => {
  const compiled = await compile({});
  expect(Object.keys(compiled.modules)).toEqual(['preview/boundary']);
  expect(compiled.used.size + compiled.broken.size).toBe(0);
});

test.each([false, true])(
  'the same bundles give the same from the folder, sandboxed %s',
  async (sandboxed) => {
    const bundles = { ...PANEL, wrong: { 'wrong.js': 'export default class {' } };
    const first = await compile(bundles, sandboxed);
    expect(first.broken.has('wrong')).toBe(true);
    expect(readdirSync(join(folder, `components-${first.hash}`))).toContain('compiled.json');
    expect(await compile(bundles, sandboxed)).toEqual(first);
  },
);
