import { playLive, type LiveKind } from './liveRound.ts';

/** `npm run chaos` plays thirty of each. */
test.each<[LiveKind, number]>([
  ['live-kill', 1],
  ['live-faults', 2],
])(
  '%s, five times: every acknowledged event ends in one outcome and the org as an undisturbed run leaves it',
  async (kind, seed) => {
    const { what, faults } = await playLive(kind, seed, 5);
    expect([what, faults]).toEqual([what, []]);
  },
);
