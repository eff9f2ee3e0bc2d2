import capped from '@salesforce/label/c.CuZo_Adoption_Capped';
import gapMyPV from '@salesforce/label/c.CuZo_Adoption_Gap_MyPV';
import gapMyVivium from '@salesforce/label/c.CuZo_Adoption_Gap_MyVivium';
import gapList from '@salesforce/label/c.CuZo_Adoption_Gap_List';
import isNew from '@salesforce/label/c.CuZo_Adoption_New';
import notRegistered from '@salesforce/label/c.CuZo_Adoption_Not_Registered';
import registered from '@salesforce/label/c.CuZo_Adoption_Registered';
import share from '@salesforce/label/c.CuZo_Adoption_Share';
import { gapCount, zoneFigures, type ZoneFigures } from 'c/cuzoAdoptionFigures';
import { fill, numberText, percentText } from 'c/cuzoFormat';
import { MYPV, MYVIVIUM, type Zone } from 'c/cuzoZones';

/** A number that opens a list view. */
export interface NumberLink {
  /** API name of the list view on Account. */
  readonly list: string;
  readonly words: string;
}

/** A zone's figures, ready for the template. */
export interface ZoneCard {
  readonly code: string;
  readonly name: string;
  /** null when the zone has said nothing of any customer. */
  readonly share: string | null;
  readonly links: readonly NumberLink[];
  readonly gap: { readonly words: string; readonly heading: string; readonly count: number } | null;
  readonly cappedWords: string | null;
}

/** Endings of the names of the zones' list views. */
const LISTS: ReadonlyMap<Zone, string> = new Map([
  [MYPV, 'MyPV'],
  [MYVIVIUM, 'MyVivium'],
]);

const FIGURES: readonly {
  readonly list: string;
  readonly label: string;
  readonly count: (figures: ZoneFigures) => number;
}[] = [
  { list: 'Registered', label: registered, count: (figures) => figures.registered },
  { list: 'Not_Registered', label: notRegistered, count: (figures) => figures.notRegistered },
  { list: 'New', label: isNew, count: newCount },
];

const listOf = (list: string, zone: Zone): string => `CuZo_${list}_${LISTS.get(zone) ?? ''}`;

/** Names of the list views on Account that a zone's numbers open. */
export const listsOf = (zone: Zone): readonly string[] => FIGURES.map(({ list }) => listOf(list, zone));

/** A list view shows no more records (UI API Developer Guide, "Get List View Records": pageSize 1-2000). */
const LIST_MAX = 2000;

/** null when the result doesn't have the zone's figures. */
export function zoneCard(zone: Zone, figures: unknown, gaps: unknown): ZoneCard | null {
  const known = zoneFigures(figures, zone);
  if (known === null) return null;
  const isCapped = FIGURES.some(({ count }) => count(known) > LIST_MAX);
  return {
    code: zone.code,
    name: zone.name,
    share: shareText(known),
    links: FIGURES.map(({ list, label, count }) => ({
      list: listOf(list, zone),
      words: fill(label, numberText(count(known))),
    })),
    gap: gapOf(gapCount(gaps, zone), zone === MYVIVIUM ? gapMyVivium : gapMyPV),
    cappedWords: isCapped ? fill(capped, numberText(LIST_MAX)) : null,
  };
}

function newCount({ newByDay }: ZoneFigures): number {
  return [...newByDay.values()].reduce((sum, count) => sum + count, 0);
}

/** Of those that the zone has spoken of, as a whole percentage. It is 0 % or 100 % only when nobody or everybody is. */
function shareText(figures: ZoneFigures): string | null {
  const all = figures.registered + figures.notRegistered;
  if (all === 0) return null;
  const percent = Math.round((figures.registered / all) * 100);
  const most = figures.notRegistered === 0 ? 100 : 99;
  const least = figures.registered === 0 ? 0 : 1;
  return fill(share, percentText(Math.min(most, Math.max(least, percent))));
}

function gapOf(count: number | undefined, label: string): ZoneCard['gap'] {
  if (count === undefined) return null;
  const words = fill(label, numberText(count));
  return { words, heading: fill(gapList, words), count };
}
