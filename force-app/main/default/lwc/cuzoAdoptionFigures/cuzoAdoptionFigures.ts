export { FIGURES_QUERY, gapCount, GAPS_QUERY, unknownCount, zoneFigures, type ZoneFigures } from './figures';
export { isGapIn } from './filters';
export { countOfWeek, lastWeeks } from './weeks';
