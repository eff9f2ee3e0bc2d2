import { mock } from 'node:test';
import { openLanes } from './atOnce.ts';

/** Work that ends when it is told to. */
function held(): {
  readonly work: () => Promise<void>;
  readonly end: () => void;
  readonly fail: (error: Error) => void;
  readonly begun: () => boolean;
} {
  let begun = false;
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  return {
    work: async () => {
      begun = true;
      await promise;
    },
    end: () => {
      resolve(undefined);
    },
    fail: reject,
    begun: () => begun,
  };
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('so many are under way at a time, the next one when one has ended', async () => {
  const lanes = openLanes(2);
  const [one, two, three] = [held(), held(), held()];
  await lanes.start(one.work);
  await lanes.start(two.work);
  const third = lanes.start(three.work);
  await soon();
  expect([one, two, three].map(({ begun }) => begun())).toEqual([true, true, false]);
  two.end();
  await third;
  expect(three.begun()).toBe(true);
  one.end();
  three.end();
  await lanes.idle();
});

test('after a failure nothing more is started, and what is under way ends before it is thrown', async () => {
  const lanes = openLanes(2);
  const [one, two, three] = [held(), held(), held()];
  await lanes.start(one.work);
  await lanes.start(two.work);
  one.fail(new Error('refused'));
  await expect(lanes.start(three.work)).rejects.toThrow('refused');
  expect(three.begun()).toBe(false);
  let isIdle = false;
  const idle = lanes.idle().finally(() => {
    isIdle = true;
  });
  const thrown = expect(idle).rejects.toThrow('refused');
  await soon();
  expect(isIdle).toBe(false);
  two.end();
  await thrown;
});

test.each([
  ['gets one request at a time', 10_000, false],
  ['a little less gets several', 9_999, true],
])('an org that takes ten seconds for an answer %s', async (_what, taken, isTogether) => {
  let now = 5_000;
  const clock = mock.method(performance, 'now', () => now);
  const lanes = openLanes(3);
  const [one, two, three] = [held(), held(), held()];
  await lanes.start(one.work);
  now += taken;
  one.end();
  await lanes.idle();
  clock.mock.restore();
  await lanes.start(two.work);
  const third = lanes.start(three.work);
  await soon();
  expect(three.begun()).toBe(isTogether);
  two.end();
  await third;
  three.end();
  await lanes.idle();
});
