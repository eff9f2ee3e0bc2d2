export { OUTCOMES, type Outcome } from '../../feed/outcome.ts';

/** The state of an event in the staging database until its row is confirmed. */
export const PLANNED = 'planned';
