import { contentSecurityPolicy, pageHtml } from './html.ts';
import type { PageModel } from './pageModel.ts';

const model = {
  app: { label: 'A <b> & "c"', items: [] },
  orgName: '</script><script>alert(1)</script>',
  i18n: { lang: 'nl-NL' },
} as unknown as PageModel;
const assets = { imports: { lwc: '/assets/lwc.js' }, styles: ['/assets/a.css'], start: '/assets/start.js' };

test('nothing in the data of a page can end the element it stands in', () => {
  const html = pageHtml(model, assets, 'abc');
  expect(html).not.toContain('<script>alert');
  expect(html).toContain('A &#60;b&#62; &#38; &#34;c&#34;');
  const [, json = ''] = /id="model">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(json)).toEqual(model);
});

test('a page loads from its own server only', () => {
  expect(contentSecurityPolicy('abc', false)).toContain("default-src 'self'; script-src 'self' 'nonce-abc';");
});

test('only the sandbox may evaluate text and read blobs', () => {
  expect(contentSecurityPolicy('abc', true)).toContain(
    "'nonce-abc' 'unsafe-eval'; connect-src 'self' blob:;",
  );
  expect(contentSecurityPolicy('abc', false)).not.toMatch(/unsafe-eval|connect-src/);
});
