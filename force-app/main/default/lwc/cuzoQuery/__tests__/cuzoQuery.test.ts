import CODE from '@salesforce/schema/CuZo_Portal__c.Code__c';
import PHONE from '@salesforce/schema/CuZo_Portal__c.Support_Phone__c';
import PORTAL from '@salesforce/schema/CuZo_Portal__c';
import { rows, rowsQuery, rowValue } from 'c/cuzoQuery';
import { parse, print } from 'graphql';

const answer = (edges: unknown) => ({ uiapi: { query: { CuZo_Portal__c: { edges } } } });

describe('c-cuzo-query', () => {
  test('asks for each field only where the user may have it', () => {
    expect(print(parse(rowsQuery(PORTAL, [CODE, PHONE], 10)))).toBe(
      print(
        parse(`query CuZo_Portal { uiapi { query { CuZo_Portal__c(first: 10) { edges { node {
          Id
          Code__c @optional { value }
          Support_Phone__c @optional { value }
        } } } } } }`),
      ),
    );
  });

  test('tells an empty field from one without access', () => {
    const [row] = rows(answer([{ node: { Id: 'a00', Code__c: { value: null } } }]), PORTAL);
    expect(rowValue(row!, CODE)).toBeNull();
    expect(rowValue(row!, PHONE)).toBeUndefined();
  });

  test.each([undefined, {}, { uiapi: { query: {} } }, answer(null), answer([null])])(
    'no rows in %j',
    (data) => {
      expect(rows(data, PORTAL)).toStrictEqual([]);
    },
  );
});
