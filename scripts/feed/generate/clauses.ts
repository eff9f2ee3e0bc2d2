import type { View, ViewItem } from '../view.ts';
import type { Language } from './language.ts';
import type { Random } from './random.ts';

/** A section that the contract's list of codes doesn't have: it brings its own labels, as new sections will. */
const CODE = 'particular-clauses';
const LABEL = {
  de: 'Besondere Bedingungen',
  en: 'Particular clauses',
  fr: 'Conditions particulières',
  nl: 'Bijzondere bepalingen',
} as const;

const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'De waarborgen gelden in de hele Europese Unie, het Verenigd Koninkrijk en Zwitserland.',
    'De premie is vooraf betaalbaar op de jaarlijkse vervaldag, taksen en bijdragen inbegrepen.',
    'De verzekerde bedragen volgen de evolutie van de index van de consumptieprijzen.',
    'Een schadegeval moet zo snel mogelijk en ten laatste binnen de acht dagen worden aangegeven.',
    'De overeenkomst wordt stilzwijgend verlengd voor opeenvolgende periodes van één jaar.',
    'De vrijstelling wordt niet toegepast bij tegenwerpelijkheid aan derden.',
  ],
  fr: [
    'Les garanties sont acquises dans toute l’Union européenne, au Royaume-Uni et en Suisse.',
    'La prime est payable par anticipation à l’échéance annuelle, taxes et cotisations comprises.',
    'Les montants assurés suivent l’évolution de l’indice des prix à la consommation.',
    'Un sinistre doit être déclaré aussi vite que possible et au plus tard dans les huit jours.',
    'Le contrat est reconduit tacitement pour des périodes successives d’un an.',
    'La franchise n’est pas appliquée lorsqu’elle est opposable aux tiers.',
  ],
  de: [
    'Die Garantien gelten in der gesamten Europäischen Union, im Vereinigten Königreich und in der Schweiz.',
    'Die Prämie ist im Voraus zur jährlichen Fälligkeit zahlbar, Steuern und Beiträge inbegriffen.',
    'Die versicherten Beträge folgen der Entwicklung des Verbraucherpreisindexes.',
    'Ein Schadensfall ist so schnell wie möglich, spätestens aber binnen acht Tagen zu melden.',
    'Der Vertrag verlängert sich stillschweigend um jeweils ein Jahr.',
    'Die Selbstbeteiligung wird nicht angewandt, wenn sie Dritten entgegengehalten werden kann.',
  ],
};

/** Approximate characters of an item besides its code and value. */
const ITEM_SIZE = JSON.stringify({ code: '', kind: 'text', value: '' }).length + 1;
const SECTION_SIZE = JSON.stringify({ code: CODE, items: [], label: LABEL }).length;
/** Average characters of the rest: a section's code and documents, a value that isn't text, the view's own keys. */
const OTHER_SIZE = { section: 28, value: 10, view: 90 };
/** Sizes vary by half of the mean in both directions. */
const SPREAD = 0.5;

/**
 * Adds clauses until the view has about its share of `mean` characters of JSON. A view that is longer already stays as it
 * is.
 */
export function withClauses(view: View, language: Language, random: Random, mean: number): View {
  const wanted = mean * (1 - SPREAD + 2 * SPREAD * random.next());
  const items: ViewItem[] = [];
  for (let size = sizeOf(view) + SECTION_SIZE; size < wanted;) {
    const value = random.pick(SENTENCES[language]);
    const code = `clause-${items.length + 1}`;
    items.push({ code, kind: 'text', value });
    size += ITEM_SIZE + code.length + value.length;
  }
  return items.length === 0
    ? view
    : { ...view, sections: [...view.sections, { code: CODE, items, label: LABEL }] };
}

/** Approximate characters of the view's JSON. Serializing it just to measure it would take as long as generating it. */
function sizeOf({ sections, title }: View): number {
  let size = OTHER_SIZE.view + title.length;
  for (const { code, items } of sections) {
    size += OTHER_SIZE.section + code.length;
    for (const { code: item, value } of items)
      size += ITEM_SIZE + item.length + (typeof value === 'string' ? value.length : OTHER_SIZE.value);
  }
  return size;
}
