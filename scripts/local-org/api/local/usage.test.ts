import { createUsage, kindOf } from './usage.ts';

test.each([
  ['/services/data/v66.0/query?q=SELECT+Id+FROM+X', 'query'],
  ['/services/data/v66.0/queryAll/01g-2000', 'query'],
  ['/services/data/v66.0/jobs/query/750/results', 'bulk'],
  ['/services/data/v66.0/composite/sobjects', 'collections'],
  ['/services/data/v66.0/composite/sobjects/Account/Key__c', 'collections'],
  ['/services/data/v66.0/composite', 'composite'],
  ['/services/data/v66.0/sobjects', 'describe'],
  ['/services/data/v66.0/sobjects/Account/describe', 'describe'],
  ['/services/data/v66.0/sobjects/Account/001', 'sobjects'],
  ['/services/data/v66.0/ui-api/records/001', 'ui'],
  ['/services/data/v66.0/graphql', 'graphql'],
  ['/services/Soap/m/66.0', 'metadata'],
  ['/services/data/v66.0/tooling/query?q=x', 'tooling'],
  ['/services/data/v66.0/limits', 'other'],
])('%s is a call of kind %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});

test('calls are counted by kind until they are cleared', () => {
  const usage = createUsage(10);
  usage.count('/services/data/v66.0/limits');
  usage.count('/services/data/v66.0/graphql');
  usage.count('/services/data/v66.0/graphql');
  expect(usage.calls()).toEqual({ total: 3, other: 1, graphql: 2 });
  usage.clear();
  expect(usage.calls()).toEqual({ total: 0 });
});
