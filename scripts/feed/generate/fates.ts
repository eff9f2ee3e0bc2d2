import { everyShare, inTurn } from './shares.ts';

const ASIDES = ['duplicate', 'superseded', 'late', 'foreign', 'unmatched', 'ambiguous', 'failed'] as const;

/** What can happen to an event besides being the same as yesterday, changed or broken. */
export type Aside = (typeof ASIDES)[number];

export type Fate = 'unchanged' | 'changed' | 'bad' | Aside;

/** Shares of the snapshot's events, 0 to 1 each and together. */
export interface Shares {
  readonly changed: number;
  readonly bad: number;
  readonly aside: number;
}

/**
 * Gives a function that decides what happens to the next event; `can` are the asides that it could take. They come in
 * turn; one waits until an event can take it.
 */
export function openFates(shares: Shares): (can: readonly Aside[]) => Fate {
  const isBad = everyShare(shares.bad);
  const isChanged = everyShare(shares.changed);
  const isAside = everyShare(shares.aside);
  const nextAside = inTurn(ASIDES);
  const waiting = new Map<Fate, number>();
  const waits = (fate: Fate): number => waiting.get(fate) ?? 0;

  return (can) => {
    if (isBad()) waiting.set('bad', waits('bad') + 1);
    if (isChanged()) waiting.set('changed', waits('changed') + 1);
    if (isAside()) {
      const aside = nextAside();
      waiting.set(aside, waits(aside) + 1);
    }
    const fates: readonly Fate[] = ['bad', 'changed', ...can];
    const fate = fates.find((one) => waits(one) > 0);
    if (fate === undefined) return 'unchanged';
    waiting.set(fate, waits(fate) - 1);
    return fate;
  };
}
