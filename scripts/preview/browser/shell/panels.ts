import type { LayoutSection, RecordContent } from '../../page/pageModel.ts';
import { model } from '../platform/model.ts';
import { h, sign, SIGNS } from './dom.ts';
import { fieldText } from './fieldText.ts';
import { fieldView } from './fieldView.ts';
import { recordIcon } from './lightning.ts';
import type { ShownRecord } from './record.ts';

/** force:highlightsPanel: the object, the record's name, and the other fields of the compact layout. */
export function highlightsPanel(content: RecordContent, shown: ShownRecord): HTMLElement {
  const [title = 'Name', ...facts] = content.compactLayout.filter(
    (field) => shown.info.fields[field] !== undefined,
  );
  return h(
    'section',
    { class: 'panel highlights', 'aria-labelledby': 'record-title' },
    h(
      'div',
      { class: 'highlights-title' },
      recordIcon(content.object),
      h(
        'h1',
        { id: 'record-title' },
        h('span', { class: 'record-object' }, content.objectLabel),
        ' ',
        h('span', { class: 'record-name' }, fieldText(shown, title)),
      ),
    ),
    facts.length === 0
      ? null
      : h(
          'dl',
          { class: 'highlights-facts' },
          ...facts.map((field) =>
            h('div', {}, h('dt', {}, labelOf(shown, field)), h('dd', {}, fieldView(shown, field))),
          ),
        ),
  );
}

/** force:detailPanel: the page layout, section by section. Fields that the user may not see are left out. */
export function detailPanel(content: RecordContent, shown: ShownRecord): HTMLElement {
  return h('div', { class: 'details' }, ...content.layout.map((section) => sectionView(section, shown)));
}

function sectionView(section: LayoutSection, shown: ShownRecord): HTMLElement {
  const columns = section.columns.map((column) =>
    column.filter((field) => field === null || shown.info.fields[field]),
  );
  const cells = columns.flatMap((column, x) =>
    column.flatMap((field, y) => (field === null ? [] : [cellView(field, shown, { x, y })])),
  );
  const list = h('dl', { class: `detail-fields columns-${columns.length}` }, ...cells);
  if (!section.headed) return list;
  return h(
    'details',
    { class: 'detail-section', open: true },
    h('summary', {}, sign(SIGNS.down), h('h2', {}, section.label)),
    list,
  );
}

function cellView(
  field: string,
  shown: ShownRecord,
  at: { readonly x: number; readonly y: number },
): HTMLElement {
  const cell = h(
    'div',
    { class: 'detail-field', 'data-field': field },
    h('dt', {}, labelOf(shown, field)),
    h('dd', {}, fieldView(shown, field)),
  );
  cell.style.setProperty('--column', String(at.x + 1));
  cell.style.setProperty('--row', String(at.y + 1));
  return cell;
}

function labelOf({ info }: ShownRecord, field: string): string {
  return info.fields[field]?.label ?? field;
}

/** Placeholder for one of Salesforce's own components that these pages don't draw. */
export function standardBox(name: string): HTMLElement {
  return h(
    'section',
    { class: 'panel standard-box', 'aria-label': name },
    h('p', {}, h('strong', {}, name)),
    h('p', {}, model.texts.standardComponent),
  );
}

/** flexipage:richText. Its HTML comes from the deployed page, so only its text is shown. */
export function richText(value: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(value, 'text/html');
  return h('div', { class: 'panel rich-text' }, h('p', {}, parsed.body.textContent));
}
