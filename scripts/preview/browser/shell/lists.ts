import type { ListModel } from '../../page/pageModel.ts';
import { model } from '../platform/model.ts';
import { pageUrl } from '../platform/pageReference.ts';
import {
  callOrg,
  objectInfo,
  type FieldInfo,
  type FieldValue,
  type ObjectInfo,
  type RecordRepresentation,
} from '../platform/uiApi.ts';
import { h } from './dom.ts';
import { fieldView } from './fieldView.ts';
import { recordIcon } from './lightning.ts';

type Node_ = Readonly<Record<string, unknown>> & { readonly Id: string };

const MOST_ROWS = 50;

/** The records of a list view as a table, filtered by the latest search. */
export async function listView(list: ListModel): Promise<HTMLElement> {
  const info = await objectInfo(list.object);
  const fields = list.columns.flatMap((column) => info.fields[column] ?? []);
  const rows = await loadRows(list, fields);
  return h(
    'section',
    { class: 'panel list', 'aria-labelledby': `list-${list.object}` },
    h(
      'div',
      { class: 'highlights-title' },
      recordIcon(list.object),
      h(
        'h2',
        { id: `list-${list.object}` },
        h('span', { class: 'record-object' }, list.objectLabel),
        ' ',
        h('a', { class: 'record-name', href: pageUrl(`/lightning/o/${list.object}/list`) }, list.label),
      ),
      h(
        'span',
        { class: 'list-count' },
        `${rows.length} ${rows.length === 1 ? model.texts.record : model.texts.records}`,
      ),
    ),
    h(
      'div',
      { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': list.label },
      table(list, info, fields, rows),
    ),
  );
}

function table(
  list: ListModel,
  info: ObjectInfo,
  fields: readonly FieldInfo[],
  rows: readonly Node_[],
): HTMLElement {
  const head = fields.map(({ label }) =>
    h('th', { scope: 'col' }, h('div', { class: 'slds-truncate' }, label)),
  );
  const body = rows.map((row) => {
    const record = { apiName: list.object, id: row.Id, fields: recordFields(row) };
    const cells = fields.map((field, index) => {
      const content = fieldView({ info, record }, field.apiName);
      if (index > 0) return h('td', {}, content);
      const href = pageUrl(`/lightning/r/${list.object}/${row.Id}/view`);
      return h('th', { scope: 'row' }, h('a', { href }, content));
    });
    return h('tr', {}, ...cells);
  });
  return h(
    'table',
    { class: 'slds-table slds-table_cell-buffer slds-table_bordered' },
    h('thead', {}, h('tr', {}, ...head)),
    h('tbody', {}, ...body),
  );
}

async function loadRows(list: ListModel, fields: readonly FieldInfo[]): Promise<readonly Node_[]> {
  const asked = new URLSearchParams(location.search).get('q');
  const nameField = list.columns[0] ?? 'Name';
  const where = asked ? `, where: {${nameField}: {like: ${JSON.stringify(`%${asked}%`)}}}` : '';
  const query = `query List { uiapi { query { ${list.object}(first: ${MOST_ROWS}, orderBy: {${nameField}: {order: ASC}}${where}) {
    edges { node { Id ${fields.map(selection).join(' ')} } } } } } }`;
  const answer = await callOrg<{
    readonly data?: {
      readonly uiapi: { readonly query: Readonly<Record<string, { edges: readonly { node: Node_ }[] }>> };
    };
    readonly errors?: readonly { readonly message: string }[];
  }>('POST', '/graphql', { query });
  if (answer.errors?.[0] !== undefined) throw new Error(answer.errors[0].message);
  return answer.data?.uiapi.query[list.object]?.edges.map(({ node }) => node) ?? [];
}

function selection({ apiName, relationshipName, referenceToInfos }: FieldInfo): string {
  const parentName = referenceToInfos[0]?.nameFields[0];
  const parent =
    relationshipName && parentName
      ? `${relationshipName} @optional { ${parentName} @optional { value } }`
      : '';
  return `${apiName} @optional { value displayValue } ${parent}`;
}

/** A GraphQL node as the fields of a UI API record: parents become records in a value. */
function recordFields(node: Node_): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) => {
      if (typeof value !== 'object' || value === null) return [];
      if ('value' in value) return [[name, { displayValue: null, ...value } as FieldValue] as const];
      const parent = { apiName: '', id: '', fields: value as RecordRepresentation['fields'] };
      return [[name, { value: parent, displayValue: null }] as const];
    }),
  );
}
