import type { ComponentItem, FlexiPageModel, PageItem, RecordContent } from '../../page/pageModel.ts';
import { model } from '../platform/model.ts';
import { h } from './dom.ts';
import { fieldView } from './fieldView.ts';
import { deployedComponent } from './lightning.ts';
import { detailPanel, highlightsPanel, richText, standardBox } from './panels.ts';
import type { ShownRecord } from './record.ts';
import { tabset } from './tabs.ts';
import { fieldsOfRule, isVisible } from './visibility.ts';
import { ruleValue } from './ruleValue.ts';

/** The record of a record page; an app page has none. */
export interface About {
  readonly content: RecordContent;
  readonly shown: ShownRecord;
  /** Draws a panel, and redraws it when the record has changed. */
  readonly live: (panel: (shown: ShownRecord) => HTMLElement) => HTMLElement;
}

const STANDARD_TITLES: Readonly<Record<string, string>> = {
  'Standard.Tab.detail': model.texts.details,
  'Standard.Tab.relatedLists': model.texts.related,
  'Standard.Tab.activity': model.texts.activity,
};

/** The record fields that a page's visibility rules and field components ask for. */
export function fieldsOfPage({ regions }: FlexiPageModel): readonly string[] {
  return Object.values(regions)
    .flat()
    .flatMap((item) => [
      ...fieldsOfRule(item.visibility),
      ...(item.kind === 'field' ? [item.field.replace(/^Record\./, '')] : []),
    ]);
}

/** Rows of regions that stand one below the other beside the others: the templates that have them. */
const ROWS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'home:desktopTemplate': [['top'], ['bottomLeft', 'bottomRight']],
  'flexipage:appHomeTemplateHeaderTwoColumns': [['region1'], ['region2', 'region3']],
};

/** Draws the regions of a FlexiPage: header and subheader in full width, below them the others side by side. */
export function flexiPageView(page: FlexiPageModel, about?: About): HTMLElement {
  function region(name: string): HTMLElement | null {
    const items = itemsOf(page, name, about);
    return items.length === 0 ? null : h('div', { class: `region region-${name}` }, ...items);
  }
  const names = page.template === '' ? Object.keys(page.regions) : regionNames(page);
  const above = names.filter((name) => /header$/i.test(name));
  const rows = ROWS[page.template] ?? [];
  const beside = names.filter((name) => !above.includes(name) && !rows.flat().includes(name));
  const stacked = rows
    .map((row) => row.map(region).filter((drawn) => drawn !== null))
    .filter((row) => row.length > 0)
    .map((row) => h('div', { class: 'columns even' }, ...row));
  return h(
    'div',
    { class: 'flexipage' },
    ...above.map(region),
    h(
      'div',
      { class: 'columns' },
      stacked.length === 0 ? null : h('div', { class: 'region' }, ...stacked),
      ...beside.map(region),
    ),
  );
}

/** The regions that aren't the facet of a component. */
function regionNames({ regions }: FlexiPageModel): readonly string[] {
  const facets = new Set(
    Object.values(regions)
      .flat()
      .flatMap((item) =>
        item.kind === 'component' ? ['tabs', 'body', 'columns'].map((name) => item.properties[name]) : [],
      ),
  );
  return Object.keys(regions).filter((name) => !facets.has(name));
}

function itemsOf(page: FlexiPageModel, region: string, about: About | undefined): readonly HTMLElement[] {
  return visibleItems(page, region, about).map((item) => itemView(page, item, about));
}

function visibleItems(page: FlexiPageModel, region: string, about: About | undefined): readonly PageItem[] {
  return (page.regions[region] ?? []).filter((item) =>
    isVisible(item.visibility, (name) => ruleValue(name, about?.shown.record)),
  );
}

function itemView(page: FlexiPageModel, item: PageItem, about: About | undefined): HTMLElement {
  if (item.kind === 'field') return singleField(item.field.replace(/^Record\./, ''), about);
  const facet = (property: string): string => String(item.properties[property] ?? '');
  if (item.name.startsWith('c:')) return deployedComponent(item, givenProperties(about));
  switch (item.name) {
    case 'force:highlightsPanel':
      return about === undefined
        ? standardBox(item.name)
        : about.live((shown) => highlightsPanel(about.content, shown));
    case 'force:detailPanel':
      return about === undefined
        ? standardBox(item.name)
        : about.live((shown) => detailPanel(about.content, shown));
    case 'flexipage:tabset':
      return tabset(tabsOf(page, facet('tabs'), about), facet('tabs'));
    case 'flexipage:richText':
      return richText(facet('richTextValue'));
    case 'flexipage:fieldSection':
    case 'flexipage:column':
      return h('div', { class: 'field-group' }, ...itemsOf(page, facet('columns') || facet('body'), about));
    default:
      return standardBox(item.name);
  }
}

/** What a record page passes to every component that declares it. */
function givenProperties(about: About | undefined): Readonly<Record<string, unknown>> {
  return about === undefined ? {} : { recordId: about.content.recordId, objectApiName: about.content.object };
}

function tabsOf(page: FlexiPageModel, region: string, about: About | undefined) {
  return visibleItems(page, region, about)
    .filter((item): item is ComponentItem => item.kind === 'component')
    .map(({ properties }) => {
      const title = String(properties.title ?? '');
      return {
        title: STANDARD_TITLES[title] ?? title,
        active: String(properties.active) === 'true',
        body: () => h('div', { class: 'tab-body' }, ...itemsOf(page, String(properties.body ?? ''), about)),
      };
    });
}

function singleField(field: string, about: About | undefined): HTMLElement {
  if (about?.shown.info.fields[field] === undefined) return h('div');
  const { shown } = about;
  return h(
    'dl',
    { class: 'detail-fields columns-1' },
    h(
      'div',
      { class: 'detail-field', 'data-field': field },
      h('dt', {}, shown.info.fields[field]?.label ?? field),
      h('dd', {}, fieldView(shown, field)),
    ),
  );
}
