import { forThisFile } from '../kit/ending.ts';
import { type WidgetUser, idOf, startWithUser } from '../kit/widgetUser.ts';

const widgets = forThisFile(startWithUser);
let asUser: WidgetUser['asUser'];
let account: string;
let widget: string;

const call: WidgetUser['call'] = (...args) => widgets.call(...args);

beforeAll(() => {
  ({ account, widget, asUser } = widgets);
});

describe('UI API', () => {
  test('reads a record with its parents, leaving out optional fields that are not there', async () => {
    const path = `/ui-api/records/${widget}?fields=Widget__c.Name,Widget__c.Account__r.Name&optionalFields=Widget__c.Kind__c,Widget__c.Notes__c`;
    const { status, body } = await call('GET', path, undefined, asUser);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      apiName: 'Widget__c',
      id: widget,
      fields: {
        Name: { value: 'alpha', displayValue: null },
        Account__r: {
          displayValue: 'Holder',
          value: { apiName: 'Account', fields: { Name: { value: 'Holder' } } },
        },
        Kind__c: { value: 'round', displayValue: 'Round one' },
      },
    });
    expect(Object.keys((body as { fields: object }).fields)).not.toContain('Notes__c');
    const refused = await call(
      'GET',
      `/ui-api/records/${widget}?fields=Widget__c.Notes__c`,
      undefined,
      asUser,
    );
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
    expect((await call('GET', '/ui-api/records/a00000000000999AAA?fields=Widget__c.Name')).status).toBe(404);
  });

  test('reads several records, each with its own status', async () => {
    const { body } = await call(
      'GET',
      `/ui-api/records/batch/${widget},a00000000000999AAA?fields=Widget__c.Name`,
    );
    expect(body).toMatchObject({ hasErrors: true, results: [{ statusCode: 200 }, { statusCode: 404 }] });
  });

  test('writes a record and says which field was refused', async () => {
    const good = await call('PATCH', `/ui-api/records/${widget}`, { fields: { Stock__c: 7 } });
    expect(good).toMatchObject({ status: 200, body: { fields: { Stock__c: { value: 7 } } } });
    const bad = await call('PATCH', `/ui-api/records/${widget}`, { fields: { Price__c: -7 } });
    expect(bad).toMatchObject({
      status: 400,
      body: [
        {
          enhancedErrorType: 'RecordError',
          output: {
            fieldErrors: { Price__c: [{ message: "A price can't be negative.", fieldLabel: 'Price' }] },
          },
        },
      ],
    });
    const created = await call('POST', '/ui-api/records', {
      apiName: 'Widget__c',
      fields: { Name: 'delta' },
    });
    expect(created).toMatchObject({ status: 201, body: { fields: { Name: { value: 'delta' } } } });
    expect((await call('DELETE', `/ui-api/records/${idOf(created)}`)).status).toBe(204);
  });

  test('reads the children of a record page by page', async () => {
    const path = `/ui-api/related-list-records/${account}/Widgets__r?fields=Widget__c.Name&sortBy=-Name&pageSize=1`;
    expect((await call('GET', path)).body).toMatchObject({
      count: 1,
      nextPageToken: '1',
      records: [{ fields: { Name: { value: 'beta' } } }],
    });
    expect((await call('GET', `${path}&pageToken=1`)).body).toMatchObject({
      nextPageToken: null,
      records: [{ fields: { Name: { value: 'alpha' } } }],
    });
    expect((await call('GET', `/ui-api/related-list-records/${account}/Nowhere__r`)).status).toBe(404);
  });

  test('describes objects and picklists as the user sees them', async () => {
    const { body } = await call('GET', '/ui-api/object-info/Widget__c', undefined, asUser);
    expect(body).toMatchObject({
      apiName: 'Widget__c',
      nameFields: ['Name'],
      fields: { Kind__c: { dataType: 'Picklist', label: 'Kind', updateable: true } },
    });
    expect(Object.keys((body as { fields: object }).fields)).not.toContain('Notes__c');
    const batch = await call('GET', '/ui-api/object-info/batch/Widget__c,Nowhere__c');
    expect(batch.body).toMatchObject({ results: [{ statusCode: 200 }, { statusCode: 404 }] });
    const values = await call(
      'GET',
      '/ui-api/object-info/Widget__c/picklist-values/012000000000000AAA/Kind__c',
    );
    expect(values.body).toMatchObject({
      values: [{ value: 'round', label: 'Round one' }, { value: 'square' }],
    });
  });

  test('gives the page layout without what the user can not see, and a record with all of it', async () => {
    const { body } = await call(
      'GET',
      '/ui-api/layout/Widget__c?layoutType=Full&mode=View',
      undefined,
      asUser,
    );
    expect(body).toMatchObject({
      objectApiName: 'Widget__c',
      sections: [
        {
          heading: 'Information',
          useHeading: true,
          columns: 2,
          rows: 1,
          layoutRows: [
            {
              layoutItems: [
                {
                  label: 'Widget Name',
                  required: true,
                  layoutComponents: [{ apiName: 'Name', componentType: 'Field' }],
                },
                { label: 'Price', editableForUpdate: false, layoutComponents: [{ apiName: 'Price__c' }] },
              ],
            },
          ],
        },
      ],
    });
    const whole = await call('GET', `/ui-api/record-ui/${widget}`);
    expect(whole.body).toMatchObject({
      records: { [widget]: { fields: { Name: { value: 'alpha' }, Notes__c: { value: 'kept from users' } } } },
      objectInfos: { Widget__c: { apiName: 'Widget__c' } },
      layouts: { Widget__c: { '012000000000000AAA': { Full: { View: { mode: 'View' } } } } },
    });
    expect((await call('GET', '/ui-api/layout/Account')).status).toBe(404);
  });
});
