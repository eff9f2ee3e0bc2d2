import type { ListModel } from '../../page/pageModel.ts';
import { model } from '../platform/model.ts';
import { pageUrl } from '../platform/pageReference.ts';
import { callOrg, objectInfo, type ObjectInfo, type RecordRepresentation } from '../platform/uiApi.ts';
import { h } from './dom.ts';
import { plainValue } from './fieldText.ts';
import { fieldView } from './fieldView.ts';
import { recordIcon } from './lightning.ts';

interface Column {
  readonly fieldApiName: string;
  readonly label: string;
  readonly lookupId: string | null;
  readonly sortable: boolean;
}

interface ListUi {
  readonly info: {
    readonly displayColumns: readonly Column[];
    readonly orderedByInfo: readonly {
      readonly fieldApiName: string;
      readonly isAscending: boolean;
      readonly label: string;
    }[];
  };
  readonly records: RecordPage;
}

interface RecordPage {
  readonly records: readonly RecordRepresentation[];
  readonly nextPageToken: string | null;
}

/** The order of a list; the list view's own unless a header was pressed. */
interface Order {
  readonly field: string;
  readonly ascending: boolean;
}

/** What a list shows now. */
interface Shown {
  readonly columns: readonly Column[];
  readonly order: Order | undefined;
  readonly records: readonly RecordRepresentation[];
  readonly next: string | null;
}

/** A list view with its picker, its records by pages, sorted by the header that is pressed. */
export async function listView(list: ListModel): Promise<HTMLElement> {
  const heading = `list-${list.object}`;
  const status = h('span', { class: 'list-count', role: 'status' });
  const body = h('div', { class: 'list-body' });
  const info = await objectInfo(list.object);

  async function show(load: () => Promise<Shown>): Promise<void> {
    status.textContent = model.texts.loading;
    try {
      const shown = await load();
      status.textContent = statusOf(shown);
      body.replaceChildren(
        ...drawn(list, info, shown, {
          sort,
          more: () => {
            more(shown);
          },
        }),
      );
    } catch (error) {
      status.textContent = '';
      body.replaceChildren(
        h('p', { class: 'problem', role: 'alert' }, `${model.texts.list.failed} ${reason(error)}`),
      );
    }
  }
  const sort = (order: Order): void =>
    void show(() => firstPage(list, info, order)).then(() =>
      body.querySelector<HTMLElement>('th[aria-sort] button')?.focus(),
    );
  const more = (shown: Shown): void => void show(() => nextPage(list, info, shown));
  await show(() => firstPage(list, info));
  return h(
    'section',
    { class: 'panel list', 'aria-labelledby': heading },
    h(
      'div',
      { class: 'highlights-title' },
      recordIcon(list.object),
      h(
        'h2',
        { id: heading },
        h('span', { class: 'record-object' }, list.objectLabel),
        ' ',
        h('a', { class: 'record-name', href: listUrl(list.object, list.view) }, labelOf(list)),
      ),
      list.views.length > 1 ? picker(list) : null,
      status,
    ),
    body,
  );
}

const labelOf = ({ views, view }: ListModel): string =>
  views.find(({ name }) => name === view)?.label ?? view;

/** Lightning's address of a list view. */
function listUrl(object: string, view: string): string {
  const address = pageUrl(`/lightning/o/${object}/list`);
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ filterName: view }).toString()}`;
}

function picker({ object, views, view }: ListModel): HTMLElement {
  const options = views.map(({ name, label }) =>
    h('option', { value: name, selected: name === view }, label),
  );
  function open({ target }: Event): void {
    if (target instanceof HTMLSelectElement) location.assign(listUrl(object, target.value));
  }
  return h(
    'select',
    { class: 'slds-select list-picker', 'aria-label': model.texts.list.view, change: open },
    ...options,
  );
}

function statusOf({ records, next, order, columns }: Shown): string {
  const { record, records: several, list } = model.texts;
  const count = `${records.length}${next === null ? '' : '+'} ${records.length === 1 ? record : several}`;
  const by = columns.find(({ fieldApiName }) => fieldApiName === order?.field)?.label;
  return by === undefined ? count : `${count} • ${list.sortedBy} ${by}`;
}

interface Deeds {
  readonly sort: (order: Order) => void;
  readonly more: () => void;
}

function drawn(
  list: ListModel,
  info: ObjectInfo,
  shown: Shown,
  { sort, more }: Deeds,
): readonly HTMLElement[] {
  if (shown.records.length === 0) return [h('p', { class: 'list-empty' }, model.texts.list.empty)];
  const button = h(
    'button',
    { class: 'slds-button slds-button_neutral', type: 'button', click: more },
    model.texts.list.more,
  );
  return [
    h(
      'div',
      { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': labelOf(list) },
      table(info, shown, sort),
    ),
    ...(shown.next === null ? [] : [button]),
  ];
}

function table(info: ObjectInfo, { columns, order, records }: Shown, sort: Deeds['sort']): HTMLElement {
  const rows = records.map((record) => h('tr', {}, ...columns.map((column) => cell(info, record, column))));
  return h(
    'table',
    { class: 'slds-table slds-table_cell-buffer slds-table_bordered' },
    h('thead', {}, h('tr', {}, ...columns.map((column) => header(column, order, sort)))),
    h('tbody', {}, ...rows),
  );
}

function header(column: Column, order: Order | undefined, sort: Deeds['sort']): HTMLElement {
  const { fieldApiName, label, sortable } = column;
  const ascending = order?.field === fieldApiName ? order.ascending : undefined;
  const state = ascending === undefined ? undefined : ascending ? 'ascending' : 'descending';
  function press(): void {
    sort({ field: fieldApiName, ascending: ascending !== true });
  }
  const sign = ascending === undefined ? '' : ascending ? ' ↑' : ' ↓';
  const content = sortable
    ? h(
        'button',
        { class: 'slds-button list-sort', type: 'button', click: press },
        label,
        h('span', { 'aria-hidden': 'true' }, sign),
      )
    : h('div', { class: 'slds-truncate' }, label);
  return h('th', { scope: 'col', 'aria-sort': state }, content);
}

/** The name of the record leads to it, the name of a parent to that. */
function cell(
  info: ObjectInfo,
  record: RecordRepresentation,
  { fieldApiName, lookupId }: Column,
): HTMLElement {
  const [first = '', second] = fieldApiName.split('.');
  if (second === undefined) {
    const content = fieldView({ info, record }, fieldApiName);
    if (lookupId !== 'Id') return h('td', {}, content);
    return h('th', { scope: 'row' }, h('a', { href: recordUrl(record) }, content));
  }
  const parent = record.fields[first]?.value;
  if (typeof parent !== 'object' || parent === null) return h('td', {});
  const text = String(plainValue(parent, second) ?? '');
  return h('td', {}, h('a', { href: recordUrl(parent) }, text));
}

const recordUrl = ({ apiName, id }: RecordRepresentation): string =>
  pageUrl(`/lightning/r/${apiName}/${id}/view`);

/** The latest search, by the record's name. */
function search(info: ObjectInfo): Readonly<Record<string, string>> {
  const asked = new URLSearchParams(location.search).get('q');
  const [name] = info.nameFields;
  if (!asked || name === undefined) return {};
  return { where: `{ ${name}: { like: ${JSON.stringify(`%${asked}%`)} } }` };
}

async function firstPage(list: ListModel, info: ObjectInfo, order?: Order): Promise<Shown> {
  const sortBy = order && `${order.ascending ? '' : '-'}${order.field}`;
  const query = new URLSearchParams({ ...search(info), ...(sortBy === undefined ? {} : { sortBy }) });
  const { info: view, records } = await callOrg<ListUi>(
    'GET',
    `/ui-api/list-ui/${list.object}/${list.view}?${query.toString()}`,
  );
  const [by] = view.orderedByInfo;
  return {
    columns: view.displayColumns,
    order: by && { field: by.fieldApiName, ascending: by.isAscending },
    records: records.records,
    next: records.nextPageToken,
  };
}

async function nextPage(list: ListModel, info: ObjectInfo, shown: Shown): Promise<Shown> {
  const { order } = shown;
  const page = await callOrg<RecordPage>('POST', `/ui-api/list-records/${list.object}/${list.view}`, {
    ...search(info),
    ...(order === undefined ? {} : { sortBy: [`${order.ascending ? '' : '-'}${order.field}`] }),
    pageToken: shown.next,
  });
  return { ...shown, records: [...shown.records, ...page.records], next: page.nextPageToken };
}

function reason(error: unknown): string {
  const { body } = error as { readonly body?: { readonly message?: string } };
  return body?.message ?? (error instanceof Error ? error.message : '');
}
