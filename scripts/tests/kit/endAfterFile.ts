import { endAll } from './ending.ts';

/** For every test file in Node: ends what the kit started, also when a set-up has thrown half way. */
afterAll(endAll);
