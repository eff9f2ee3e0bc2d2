import { forThisFile } from '../kit/ending.ts';
import { type Answer, type WidgetOrg, startWidgetOrg } from '../kit/widgetOrg.ts';

const widgets = forThisFile(startWidgetOrg);
let account: string;

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);

const idOf = ({ body }: Answer): string => (body as { readonly id: string }).id;

beforeAll(async () => {
  account = idOf(await call('POST', '/sobjects/Account', { Name: 'Holder', Key__c: 'H1' }));
});

async function count(condition: string): Promise<number> {
  const { body } = await call(
    'GET',
    `/query?q=${encodeURIComponent(`SELECT COUNT() FROM Widget__c WHERE ${condition}`)}`,
  );
  return (body as { readonly totalSize: number }).totalSize;
}

describe('Collections', () => {
  test('with allOrNone save all or nothing', async () => {
    const records = [
      { attributes: { type: 'Widget__c' }, Name: 'all' },
      { attributes: { type: 'Account' }, Name: 'all' },
      { attributes: { type: 'Widget__c' }, Name: 'all', Price__c: -1 },
    ];
    const refused = await call('POST', '/composite/sobjects', { allOrNone: true, records });
    expect(refused).toMatchObject({
      status: 200,
      body: [
        { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
        { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
        {
          success: false,
          errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Price__c'] }],
        },
      ],
    });
    expect(await count("Name = 'all'")).toBe(0);
    const partly = await call('POST', '/composite/sobjects', { records });
    expect(partly.body).toMatchObject([{ success: true }, { success: true }, { success: false }]);
    expect(await count("Name = 'all'")).toBe(1);
  });

  test('with allOrNone change and delete all or nothing', async () => {
    const kept = idOf(await call('POST', '/sobjects/Widget__c', { Name: 'kept', Stock__c: 1 }));
    const nobody = 'a00000000000000AAA';
    const attributes = { type: 'Widget__c' };
    const rolledBack = [
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      { success: false, errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY' }] },
    ];
    const records = [kept, nobody].map((Id) => ({ attributes, Id, Stock__c: 2 }));
    expect((await call('PATCH', '/composite/sobjects', { allOrNone: true, records })).body).toMatchObject(
      rolledBack,
    );
    const ids = `ids=${kept},${nobody}`;
    expect((await call('DELETE', `/composite/sobjects?allOrNone=true&${ids}`)).body).toMatchObject(
      rolledBack,
    );
    expect(await count("Name = 'kept' AND Stock__c = 1")).toBe(1);
    expect((await call('DELETE', `/composite/sobjects?${ids}`)).body).toMatchObject([
      { success: true },
      { success: false },
    ]);
    expect(await count("Name = 'kept'")).toBe(0);
    const all = await call(
      'GET',
      `/queryAll?q=${encodeURIComponent("SELECT IsDeleted FROM Widget__c WHERE Name = 'kept'")}`,
    );
    expect(all.body).toMatchObject({ totalSize: 1, records: [{ IsDeleted: true }] });
  });

  // https://help.salesforce.com/s/articleView?id=000384876
  test('fail the records of one id', async () => {
    const id = idOf(await call('POST', '/sobjects/Widget__c', { Name: 'twice' }));
    const records = [id, id.slice(0, 15)].map((Id) => ({
      attributes: { type: 'Widget__c' },
      Id,
      Stock__c: 3,
    }));
    const repeated = (text: string): object => ({
      success: false,
      errors: [{ statusCode: 'DUPLICATE_VALUE', message: `Duplicate id specified: ${text}` }],
    });
    expect((await call('PATCH', '/composite/sobjects', { records })).body).toMatchObject([
      repeated(id),
      repeated(id.slice(0, 15)),
    ]);
    expect(await count('Stock__c = 3')).toBe(0);
  });

  // https://github.com/sorenkrabbe/Chrome-Salesforce-inspector/issues/134
  test('take 200 records', async () => {
    const records = Array.from({ length: 201 }, () => ({ attributes: { type: 'Widget__c' }, Name: 'x' }));
    expect(await call('POST', '/composite/sobjects', { records })).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'EXCEEDED_ID_LIMIT',
          message: 'record limit reached. cannot submit more than 200 records into this call',
        },
      ],
    });
  });

  test('read records in the order of the ids, null where there is none', async () => {
    const answer = await call('POST', '/composite/sobjects/Account', {
      ids: ['001000000000000AAA', account],
      fields: ['Name'],
    });
    expect(answer.body).toMatchObject([null, { Name: 'Holder' }]);
  });
});

describe('batch and tree', () => {
  test('batch runs parts that know nothing of each other', async () => {
    const batchRequests = [
      { method: 'GET', url: 'v66.0/limits' },
      { method: 'GET', url: 'v66.0/sobjects/Nowhere__c/describe' },
    ];
    expect((await call('POST', '/composite/batch', { batchRequests })).body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 200 }, { statusCode: 404 }],
    });
  });

  // REST API Developer Guide, Batch: 25 parts at most, haltOnError; sObject Tree: 200 records, five levels, five types.
  test('batch and tree refuse what is over their limits', async () => {
    const part = { method: 'GET', url: 'v66.0/limits' };
    expect(
      await call('POST', '/composite/batch', { batchRequests: Array.from({ length: 26 }, () => part) }),
    ).toMatchObject({ status: 400, body: [{ errorCode: 'LIMIT_EXCEEDED' }] });
    const batchRequests = [{ method: 'GET', url: 'v66.0/sobjects/Nowhere__c/describe' }, part];
    expect((await call('POST', '/composite/batch', { haltOnError: true, batchRequests })).body).toMatchObject(
      {
        results: [
          { statusCode: 404 },
          { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] },
        ],
      },
    );
    const records = Array.from({ length: 201 }, (_, index) => ({
      attributes: { type: 'Account', referenceId: `a${index}` },
      Name: 'Over',
    }));
    expect(await call('POST', '/composite/tree/Account', { records })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_INPUT' }],
    });
    expect(await widgets.query("SELECT Id FROM Account WHERE Name = 'Over'")).toStrictEqual([]);
  });

  test('tree saves parents and children together or not at all', async () => {
    const tree = (price: number): unknown => ({
      records: [
        {
          attributes: { type: 'Account', referenceId: 'a' },
          Name: 'Tree',
          Widgets__r: {
            records: [{ attributes: { type: 'Widget__c', referenceId: 'w' }, Name: 'Leaf', Price__c: price }],
          },
        },
      ],
    });
    expect(await call('POST', '/composite/tree/Account', tree(-1))).toMatchObject({
      status: 400,
      body: { hasErrors: true, results: [{ referenceId: 'w', errors: [{ fields: ['Price__c'] }] }] },
    });
    expect(await widgets.query("SELECT Id FROM Account WHERE Name = 'Tree'")).toStrictEqual([]);
    expect(await call('POST', '/composite/tree/Account', tree(1))).toMatchObject({
      status: 201,
      body: { hasErrors: false },
    });
    expect(await widgets.query("SELECT Account__r.Name FROM Widget__c WHERE Name = 'Leaf'")).toMatchObject([
      { Account__r: { Name: 'Tree' } },
    ]);
  });

  test('tree tells which records are of no object, and which share a reference', async () => {
    const record = (type: string, referenceId: string): unknown => ({
      attributes: { type, referenceId },
      Name: 'Refused',
    });
    // https://github.com/forcedotcom/cli/issues/3285
    expect(
      await call('POST', '/composite/tree/Nowhere__c', { records: [record('Nowhere__c', 'n1')] }),
    ).toMatchObject({
      status: 400,
      body: {
        hasErrors: true,
        results: [
          {
            referenceId: 'n1',
            errors: [
              {
                statusCode: 'INVALID_INPUT',
                message: 'Invalid entity type provided in the request: Nowhere__c',
              },
            ],
          },
        ],
      },
    });
    // REST API Developer Guide, sObject Tree Response Body: one item for each instance of the duplicate id.
    const twice = { records: [record('Account', 'a'), record('Account', 'a')] };
    expect(await call('POST', '/composite/tree/Account', twice)).toMatchObject({
      status: 400,
      body: { hasErrors: true, results: [{ referenceId: 'a' }, { referenceId: 'a' }] },
    });
    expect(await widgets.query("SELECT Id FROM Account WHERE Name = 'Refused'")).toStrictEqual([]);
  });
});
