import CuzoInvite from 'c/cuzoInvite';
import CuzoPills from 'c/cuzoPills';
import CuzoPresent from 'c/cuzoPresent';
import { emitResult, look, mount, press, text } from 'kit';
import { graphql } from 'lightning/graphql';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

const ACCOUNT = '001000000000001AAA';

const node = (id: string, fields: Readonly<Record<string, unknown>>) => ({
  node: { Id: id, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])) },
});
const refresh = jest.fn(() => Promise.resolve());

/** The answer for a customer who is registered in MyP&V, or in none. */
const answer = (registered: boolean) => ({
  data: {
    uiapi: {
      query: {
        InsurancePolicy: { edges: [], pageInfo: { hasNextPage: false, endCursor: '' } },
        Account: {
          edges: [
            node(ACCOUNT, {
              CuZo_MyPV_Onboarded__c: registered,
              CuZo_MyPV_Onboarding_Date__c: registered ? '2026-11-30' : null,
              CuZo_MyPV_As_Of__c: '2026-11-30T09:00:00.000Z',
              CuZo_MyVivium_Onboarded__c: false,
              CuZo_MyVivium_Onboarding_Date__c: null,
              CuZo_MyVivium_As_Of__c: null,
            }),
          ],
        },
        CuZo_Portal__c: {
          edges: ['MYPV', 'MYVIVIUM'].map((Code__c) =>
            node(Code__c, {
              Code__c,
              Landing_URL_nl__c: Code__c === 'MYPV' ? 'https://my.pv.be/' : 'https://my.vivium.be/',
              Landing_URL_fr__c: null,
              Landing_URL_de__c: null,
              Landing_URL_en__c: null,
            }),
          ),
        },
      },
    },
  },
  errors: undefined,
  refresh,
});

/** What the page does every ten seconds. */
let turn: (() => void) | undefined;
beforeEach(() => {
  turn = undefined;
  refresh.mockClear();
  jest.mocked(notifyRecordUpdateAvailable).mockReset();
  jest.mocked(notifyRecordUpdateAvailable).mockResolvedValue(undefined);
  jest.spyOn(window, 'setInterval').mockImplementation(((work: () => void) => {
    turn = work;
    return 1;
  }) as never);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const justNow = (element: Element) => text(look(element, '.just-now')[0]);

test('while the card shows its code it asks again; then it folds, says so and tells the page', async () => {
  const element = await mount(CuzoInvite, { recordId: ACCOUNT });
  await emitResult(graphql, answer(false));
  expect(justNow(element)).toBe('');
  turn?.();
  expect(refresh).toHaveBeenCalledTimes(1);
  await emitResult(graphql, answer(true));
  expect(justNow(element)).toBe('Zonet geregistreerd in MyP&V');
  expect(look(element, '.just-now')[0]?.getAttribute('role')).toBe('status');
  expect(look(element, 'c-cuzo-qr-code')).toStrictEqual([]);
  expect(text(look(element, '.folded')[0])).toContain('Geregistreerd sinds');
  expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: ACCOUNT }]);
});

test('the pills ask while the code is shown to the customer, and turn green', async () => {
  const element = await mount(CuzoPills, { recordId: ACCOUNT });
  await emitResult(graphql, answer(false));
  expect(turn).toBeUndefined();
  let close: (() => void) | undefined;
  const { open } = CuzoPresent as unknown as { open: jest.Mock };
  open.mockReturnValue(
    new Promise<void>((resolve) => {
      close = resolve;
    }),
  );
  await press(look(element, 'button.present')[0]);
  turn?.();
  expect(refresh).toHaveBeenCalledTimes(1);
  await emitResult(graphql, answer(true));
  expect(justNow(element)).toBe('Zonet geregistreerd in MyP&V');
  expect(look(element, 'li.registered')).toHaveLength(1);
  expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(1);
  close?.();
});

test('nothing has just happened on a page that opens on a registered customer', async () => {
  const element = await mount(CuzoInvite, { recordId: ACCOUNT });
  await emitResult(graphql, answer(true));
  expect(justNow(element)).toBe('');
  expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
});

test('nor on one that goes to another record', async () => {
  const pills = await mount(CuzoPills, { recordId: ACCOUNT });
  await emitResult(graphql, answer(false));
  pills.recordId = '001000000000002AAA';
  await emitResult(graphql, answer(true));
  expect(justNow(pills)).toBe('');
  expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
});

test('a page can switch it off', async () => {
  await mount(CuzoInvite, { recordId: ACCOUNT, askAgain: false });
  await emitResult(graphql, answer(false));
  expect(turn).toBeUndefined();
});
