import { createFaults, faultRules } from './faults.ts';

const fault = { status: 503 };

test('a rule lets some requests pass, faults some, and then no more', () => {
  const faults = createFaults();
  faults.replace([{ method: 'post', path: '/jobs/', skip: 1, times: 2, fault }]);
  const claims = ['POST', 'GET', 'POST', 'POST', 'POST'].map((method) =>
    faults.claim(method, '/x/jobs/ingest?a=b'),
  );
  expect(claims).toEqual([undefined, undefined, fault, fault, undefined]);
  expect(faults.claim('POST', '/other')).toBeUndefined();
});

test('a path fits with and without its query, and the first rule that fits acts', () => {
  const faults = createFaults();
  faults.replace([
    { path: '/limits$', fault },
    { path: 'q=SELECT', fault: { delayMs: 1 } },
  ]);
  expect(faults.claim('GET', '/limits?x=1')).toBe(fault);
  expect(faults.claim('GET', '/query?q=SELECT')).toEqual({ delayMs: 1 });
});

test('new rules replace the old', () => {
  const faults = createFaults();
  faults.replace([{ fault }]);
  faults.replace([]);
  expect(faults.claim('GET', '/')).toBeUndefined();
});

test.each([
  undefined,
  {},
  { rules: {} },
  { rules: [{}] },
  { rules: [{ fault: { unknown: 1 } }] },
  { rules: [{ path: '(', fault }] },
])('%j is no rules', (body) => {
  expect(() => faultRules(body)).toThrow(expect.objectContaining({ errorCode: 'INVALID_INPUT' }) as Error);
});
