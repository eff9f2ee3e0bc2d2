import { patternTest } from './patterns.ts';

test.each([
  ['/sobjects$', '/services/data/v66.0/sobjects', true],
  ['/sobjects$', '/services/data/v66.0/sobjects/Account', false],
  ['^/services/.*/query.*$', '/services/data/v66.0/query?q=x', true],
  ['/jobs/(ingest|query)(/[^/]+)*$', '/services/data/v66.0/jobs/ingest/750', true],
])('%s on %s', (pattern, path, fits) => {
  expect(patternTest(pattern)(path)).toBe(fits);
});

test('a pattern that would never come to an end fits nothing', () => {
  const fits = patternTest('((a+)+)+$');
  expect(fits('aaa')).toBe(true);
  expect(fits(`/${'a'.repeat(60)}!`)).toBe(false);
  expect(fits('aaa')).toBe(false);
});
