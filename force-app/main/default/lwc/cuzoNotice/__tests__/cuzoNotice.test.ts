import CuzoNotice from 'c/cuzoNotice';
import { look, mount, text } from 'kit';

describe('c-cuzo-notice', () => {
  test('says that it loads to who sees it and who hears it', async () => {
    const element = await mount(CuzoNotice, { notice: { kind: 'loading', message: 'Bezig met laden' } });
    expect(text(element)).toBe('Bezig met laden');
    expect(look(element, 'lightning-spinner')).toHaveLength(1);
    expect(look(element, '[role=status]')).toHaveLength(1);
  });

  test.each([
    ['info', 'utility:info'],
    ['warning', 'utility:warning'],
    ['error', 'utility:error'],
  ] as const)('%s has its own icon beside the words', async (kind, icon) => {
    const element = await mount(CuzoNotice, { notice: { kind, message: 'Zo is het', hint: 'Doe dit' } });
    expect(text(element)).toBe('Zo is het Doe dit');
    expect(look(element, 'lightning-icon')).toMatchObject([{ iconName: icon }]);
  });

  test("folds the administrator's lines away", async () => {
    const notice = { kind: 'error', message: 'Fout', details: ['Regel 1', 'Regel 2'] } as const;
    const element = await mount(CuzoNotice, { notice });
    const [details] = look(element, 'details');
    expect(details!.hasAttribute('open')).toBe(false);
    expect(text(details)).toBe('Details van de fout Regel 1 Regel 2');
  });

  test('is nothing when there is nothing to say', async () => {
    const element = await mount(CuzoNotice);
    expect(look(element, '*')).toStrictEqual([]);
  });
});
