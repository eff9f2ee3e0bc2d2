export { OUTCOMES, type Outcome } from '../../feed/outcome.ts';

/** What an event is in the staging database until its row is confirmed. */
export const PLANNED = 'planned';
