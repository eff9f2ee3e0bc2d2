import fastify from 'fastify';
import { AT_ONCE, LIKE_AN_ORG, orgTimes, registerTimes, type OrgTimes } from './orgTimes.ts';

test('times that are named replace those of an org, anything else is refused', () => {
  expect(orgTimes('')).toEqual(LIKE_AN_ORG);
  expect(orgTimes('roundTrip=50,bulkRow=0.5')).toEqual({ ...LIKE_AN_ORG, roundTrip: 50, bulkRow: 0.5 });
  for (const text of ['roundTrip', 'roundTrip=-1', 'roundTrip=1s', 'toString=1', 'speed=1'])
    expect(() => orgTimes(text)).toThrow(`${text} isn't one of roundTrip, collectionsRow`);
});

/** Milliseconds that a request takes. */
async function taken(times: Partial<OrgTimes>, url: string, records?: readonly object[]): Promise<number> {
  const app = fastify();
  registerTimes(app, { ...AT_ONCE, ...times });
  app.all('/*', () => 'answer');
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const begun = performance.now();
  const headers = { 'content-type': 'application/json', connection: 'close' };
  await fetch(new URL(url, address), { method: 'PATCH', headers, body: JSON.stringify({ records }) });
  const elapsed = performance.now() - begun;
  await app.close();
  return elapsed;
}

test('a call of the APIs takes its way, one of Collections also its rows; pages take none', async () => {
  const collections = '/services/data/v66.0/composite/sobjects';
  expect(await taken({ roundTrip: 60 }, '/services/data/v66.0/limits')).toBeGreaterThanOrEqual(59);
  expect(await taken({ collectionsRow: 30 }, collections, [{}, {}])).toBeGreaterThanOrEqual(59);
  expect(await taken({ roundTrip: 100_000, collectionsRow: 100_000 }, '/lightning')).toBeLessThan(90_000);
  expect(await taken({ collectionsRow: 100_000 }, '/services/data/v66.0/composite', [{}])).toBeLessThan(
    90_000,
  );
});
