export { alarmsOf, liveDays, type Alarm, type Known } from './alarms';
export { endingOf, faultsOf, FAULTS, HOUR, type Ending, type Fault, type Outcomes, type Run } from './runs';
