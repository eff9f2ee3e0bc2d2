import CuzoHelpSupport from 'c/cuzoHelpSupport';
import { look, mount, settled, text } from 'kit';

const portal = { email: 'mypv@pv.be', phone: '02/250.87.09', hours: '' };

test('has the number as a link that calls, and no hours where none are kept', async () => {
  const element = await mount(CuzoHelpSupport, { zoneName: 'MyP&V', customerNumber: '1', portal });
  const [call] = look(element, 'a.call');
  expect([text(call), call!.getAttribute('href')]).toEqual(['Bel 02/250.87.09', 'tel:022508709']);
  expect(look(element, '.hours')).toStrictEqual([]);
});

test('without access to the zones it says that no help desk is known', async () => {
  const element = await mount(CuzoHelpSupport, { zoneName: 'MyP&V', portal: null });
  expect(text(element)).toBe('Helpdesk van MyP&V Voor MyP&V is geen helpdesk ingevuld.');
});

describe('what the agent types', () => {
  const bodyOf = (element: Element) =>
    new URL(look(element, 'a.write')[0]!.getAttribute('href')!).searchParams.get('body')!;

  test.each(['wishedEmail', 'wayTried', 'when'])(
    'of %s: register number, account number and birth date stay out of the mail, and it says so',
    async (field) => {
      const element = await mount(CuzoHelpSupport, { zoneName: 'MyP&V', customerNumber: '1', portal });
      expect(text(look(element, '.left-out')[0])).toBe('');
      await type(element, field, 'eID 85.00.99-998.48, BE75 0689 4521 8951, 28/03/1985, scherm 3');
      expect(bodyOf(element)).toContain('eID […], […], […], scherm 3');
      expect(text(look(element, '.left-out')[0])).toBe(
        'Niet in de mail gezet: rekeningnummer (IBAN), rijksregisternummer, geboortedatum. De helpdesk heeft dat niet nodig.',
      );
      await type(element, field, 'eID, scherm 3');
      expect(text(look(element, '.left-out')[0])).toBe('');
    },
  );

  test('an e-mail address goes along whole', async () => {
    const element = await mount(CuzoHelpSupport, { zoneName: 'MyP&V', customerNumber: '1', portal });
    await type(element, 'wishedEmail', 'an.28-03-1985@example.com');
    expect(bodyOf(element)).toContain('an.28-03-1985@example.com');
  });

  async function type(element: Element, field: string, value: string): Promise<void> {
    const [input] = look(element, `lightning-input[data-name=${field}]`);
    input!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settled();
  }
});
