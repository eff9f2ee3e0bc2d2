import { endAll } from './ending.ts';

/** Runs for every test file in Node: ends what the kit has started, even when a set-up failed half-way. */
afterAll(endAll);
