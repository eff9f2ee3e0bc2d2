import CuzoGapList from 'c/cuzoGapList';
import { asked, emit, fail, look, mount, press, text } from 'kit';
import { graphql } from 'lightning/graphql';

jest.mock('lightning/navigation', () => {
  const GenerateUrl = Symbol('GenerateUrl');
  interface Reference {
    readonly attributes: { readonly objectApiName: string; readonly recordId: string };
  }
  const NavigationMixin = (Base: new () => object) =>
    class extends Base {
      [GenerateUrl]({ attributes }: Reference) {
        return Promise.resolve(`/${attributes.objectApiName}/${attributes.recordId}`);
      }
    };
  return { NavigationMixin: Object.assign(NavigationMixin, { GenerateUrl }) };
});

const page = (names: Readonly<Record<string, string>>, endCursor: string | null = null) => ({
  uiapi: {
    query: {
      Account: {
        edges: Object.entries(names).map(([Id, value]) => ({ node: { Id, Name: { value } } })),
        pageInfo: { hasNextPage: endCursor !== null, endCursor },
      },
    },
  },
});
const list = () =>
  mount(CuzoGapList, { zone: 'MYVIVIUM', total: 3, heading: 'Vivium-contract zonder MyVivium' });

test('lists the customers of the gap by name, page by page, and leads to each', async () => {
  const element = await list();
  expect(asked(graphql, 'CuzoGapList')?.query?.query).toMatch(
    /Account\(first: 50, after: \$after, where: \{ .*CuZo_Zone__c: \{ eq: "MYVIVIUM" \}.* \}, orderBy: \{ Name: \{ order: ASC \} \}\)/,
  );
  await emit(graphql, page({ '001A': 'An', '001B': 'Bo' }, 'c1'));
  expect(text(element)).toBe('An Bo Meer tonen (2 van 3)');
  await press(look(element, 'button')[0]);
  expect(asked(graphql, 'CuzoGapList')?.variables).toEqual({ after: 'c1' });
  await emit(graphql, page({ '001C': 'Cis' }));
  expect(look(element, 'a').map((link) => [text(link), link.getAttribute('href')])).toEqual([
    ['An', '/Account/001A'],
    ['Bo', '/Account/001B'],
    ['Cis', '/Account/001C'],
  ]);
  expect(look(element, 'button')).toStrictEqual([]);
  expect(look(element, 'ul')[0]?.getAttribute('aria-label')).toBe('Vivium-contract zonder MyVivium');
});

test('waits, and says when it cannot be read', async () => {
  const element = await list();
  expect(look(element, 'lightning-spinner')).toHaveLength(1);
  await fail(graphql, 'SERVER_ERROR');
  expect(text(element)).toContain('SERVER_ERROR');
});
