import { type Handler, type Resource, ok } from '../resource.ts';
import { layout } from './layout.ts';
import { MASTER_RECORD_TYPE, objectInfo } from './objectInfo.ts';
import { readRecord } from './representation.ts';
import { list, objectOf, readingOf, wantedOf } from './wanted.ts';

/** Records with the object info and layouts that show them (User Interface API Developer Guide, Record UI). */
const recordUi: Handler = (request, api) => {
  const reading = readingOf(request, api);
  const query = new URLSearchParams(request.query);
  if (!query.has('layoutTypes')) query.set('layoutTypes', 'Full');
  const ids = list(request.param('ids'));
  const objects = [...new Set(ids.map((id) => objectOf(id, reading)))];
  const records = Object.fromEntries(
    ids.map((id) => [id, readRecord(id, wantedOf(objectOf(id, reading), query, reading), reading)]),
  );
  const layouts = objects.map((name) => {
    const described = reading.describes.of(name);
    const byMode = list(query.get('modes') ?? 'View').map((mode) => [
      mode,
      layout(described, api.org, new URLSearchParams({ mode, layoutType: 'Full' })),
    ]);
    return [name, { [MASTER_RECORD_TYPE]: { Full: Object.fromEntries(byMode) as unknown } }];
  });
  return ok({
    layoutUserStates: {},
    layouts: Object.fromEntries(layouts) as unknown,
    objectInfos: Object.fromEntries(objects.map((name) => [name, objectInfo(name, reading.describes)])),
    records,
  });
};

export const RECORD_UI_RESOURCES: readonly Resource[] = [
  { path: '/ui-api/record-ui/:ids', handlers: { GET: recordUi } },
];
