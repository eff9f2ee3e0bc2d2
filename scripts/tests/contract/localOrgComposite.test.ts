import { forThisFile } from '../kit/ending.ts';
import { type WidgetOrg, startWidgetOrg } from '../kit/widgetOrg.ts';

const widgets = forThisFile(startWidgetOrg);

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);

async function count(condition: string): Promise<number> {
  const { body } = await call(
    'GET',
    `/query?q=${encodeURIComponent(`SELECT COUNT() FROM Widget__c WHERE ${condition}`)}`,
  );
  return (body as { readonly totalSize: number }).totalSize;
}

const v = '/services/data/v66.0';

describe('composite', () => {
  test('hands answers on to later parts', async () => {
    const compositeRequest = [
      { method: 'POST', url: `${v}/sobjects/Account`, referenceId: 'a', body: { Name: 'Chained' } },
      {
        method: 'POST',
        url: `${v}/sobjects/Widget__c`,
        referenceId: 'w',
        body: { Name: 'Link', Account__c: '@{a.id}' },
      },
      {
        method: 'GET',
        url: `${v}/query?q=SELECT+Account__r.Name+FROM+Widget__c+WHERE+Id='@{w.id}'`,
        referenceId: 'q',
      },
      { method: 'GET', url: `${v}/sobjects/Account/@{q.records[5].Id}`, referenceId: 'n' },
    ];
    const { status, body } = await call('POST', '/composite', { compositeRequest });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      compositeResponse: [
        { referenceId: 'a', httpStatusCode: 201 },
        { referenceId: 'w', httpStatusCode: 201 },
        { referenceId: 'q', httpStatusCode: 200, body: { records: [{ Account__r: { Name: 'Chained' } }] } },
        {
          referenceId: 'n',
          httpStatusCode: 400,
          body: [
            {
              errorCode: 'PROCESSING_HALTED',
              message: 'Invalid reference specified. No value for q.records[5].Id found in q.',
            },
          ],
        },
      ],
    });
  });

  test('with allOrNone undoes the parts before a failure', async () => {
    const compositeRequest = [
      { method: 'POST', url: `${v}/sobjects/Widget__c`, referenceId: 'good', body: { Name: 'undone' } },
      {
        method: 'POST',
        url: `${v}/sobjects/Widget__c`,
        referenceId: 'bad',
        body: { Name: 'undone', Price__c: -1 },
      },
      { method: 'POST', url: `${v}/sobjects/Widget__c`, referenceId: 'late', body: { Name: 'undone' } },
    ];
    const { body } = await call('POST', '/composite', { allOrNone: true, compositeRequest });
    const halted = [
      {
        errorCode: 'PROCESSING_HALTED',
        message: 'The transaction was rolled back since another operation in the same transaction failed.',
      },
    ];
    expect(body).toMatchObject({
      compositeResponse: [
        { referenceId: 'good', httpStatusCode: 400, body: halted },
        {
          referenceId: 'bad',
          httpStatusCode: 400,
          body: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }],
        },
        { referenceId: 'late', httpStatusCode: 400, body: halted },
      ],
    });
    expect(await count("Name = 'undone'")).toBe(0);
  });

  test('takes 25 parts, 5 of them queries or collections, and is one API call', async () => {
    const query = (index: number): unknown => ({
      method: 'GET',
      url: `${v}/query?q=SELECT+Id+FROM+Account+LIMIT+1`,
      referenceId: `q${index}`,
    });
    const of = (length: number): unknown => ({
      compositeRequest: Array.from({ length }, (_, index) => query(index)),
    });
    await call('POST', '/__local/reset', {});
    expect((await call('POST', '/composite', of(5))).status).toBe(200);
    expect((await call('GET', '/__local/stats')).body).toMatchObject({
      apiCalls: { total: 1, composite: 1 },
    });
    const refused = async (length: number): Promise<unknown> => call('POST', '/composite', of(length));
    const over = (message: string): object => ({
      status: 400,
      body: {
        compositeResponse: [
          {
            body: [{ errorCode: 'LIMIT_EXCEEDED', message }],
            httpHeaders: {},
            httpStatusCode: 400,
            referenceId: null,
          },
        ],
      },
    });
    // https://github.com/guardian/support-service-lambdas/pull/766
    expect(await refused(26)).toMatchObject(over('The request can’t contain more than 25 operations.'));
    expect(await refused(6)).toMatchObject(
      over('The request can’t contain more than 5 query and sObject Collections operations.'),
    );
  });
});

// REST API Developer Guide, Composite Graph and Composite Graph Limits.
describe('composite graph', () => {
  const node = (referenceId: string, body: unknown, object = 'Widget__c'): unknown => ({
    method: 'POST',
    url: `${v}/sobjects/${object}`,
    referenceId,
    body,
  });
  const graph = (graphId: string, ...compositeRequest: unknown[]): unknown => ({ graphId, compositeRequest });

  test('saves each graph as a whole or not at all, whatever becomes of the others', async () => {
    await call('POST', '/__local/reset', {});
    const graphs = [
      graph('bad', node('fine', { Name: 'graph bad' }), node('wrong', { Name: 'graph bad', Price__c: -1 })),
      graph(
        'good',
        node('parent', { Name: 'Graph' }, 'Account'),
        node('child', { Name: 'graph good', Account__c: '@{parent.id}' }),
      ),
    ];
    const answer = await call('POST', '/composite/graph', { graphs });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        graphs: [
          {
            graphId: 'bad',
            isSuccessful: false,
            graphResponse: {
              compositeResponse: [
                { referenceId: 'fine', httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
                {
                  referenceId: 'wrong',
                  httpStatusCode: 400,
                  body: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }],
                },
              ],
            },
          },
          {
            graphId: 'good',
            isSuccessful: true,
            graphResponse: {
              compositeResponse: [{ httpStatusCode: 201, body: { success: true } }, { httpStatusCode: 201 }],
            },
          },
        ],
      },
    });
    expect(
      await widgets.query("SELECT Name, Account__r.Name FROM Widget__c WHERE Name LIKE 'graph%'"),
    ).toMatchObject([{ Name: 'graph good', Account__r: { Name: 'Graph' } }]);
    expect((await call('GET', '/__local/stats')).body).toMatchObject({ apiCalls: { composite: 1 } });
  });

  test('runs no more after 15 graphs that failed', async () => {
    const graphs = Array.from({ length: 17 }, (_, index) =>
      graph(`g${index}`, node('n', { Name: 'late', ...(index < 15 ? { Price__c: -1 } : {}) })),
    );
    const { body } = await call('POST', '/composite/graph', { graphs });
    const last = (body as { graphs: unknown[] }).graphs.slice(15);
    const halted = {
      isSuccessful: false,
      graphResponse: { compositeResponse: [{ body: [{ errorCode: 'PROCESSING_HALTED' }] }] },
    };
    expect(last).toMatchObject([halted, halted]);
    expect(await count("Name = 'late'")).toBe(0);
  });

  const many = (length: number): unknown[] =>
    Array.from({ length }, (_, index) => node(`n${index}`, { Name: 'many' }));
  const chain = (length: number): unknown[] =>
    Array.from({ length }, (_, index) =>
      node(`n${index}`, index === 0 ? { Name: 'c' } : { Name: 'c', Notes__c: `@{n${index - 1}.id}` }),
    );

  test.each([
    ['76 graphs', Array.from({ length: 76 }, (_, index) => graph(`g${index}`, node('n', { Name: 'x' })))],
    ['501 nodes', [graph('g', ...many(501))]],
    ['16 levels', [graph('g', ...chain(16))]],
    [
      'a query',
      [graph('g', { method: 'GET', url: `${v}/query?q=SELECT+Id+FROM+Account`, referenceId: 'q' })],
    ],
    ['a reference id twice', [graph('g', node('n', { Name: 'x' }), node('n', { Name: 'x' }))]],
  ])('refuses %s', async (_, graphs) => {
    expect(await call('POST', '/composite/graph', { graphs })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_INPUT' }],
    });
  });

  test('takes 500 nodes', async () => {
    const { body } = await call('POST', '/composite/graph', { graphs: [graph('g', ...many(500))] });
    expect(body).toMatchObject({ graphs: [{ isSuccessful: true }] });
    expect(await count("Name = 'many'")).toBe(500);
  });
});
