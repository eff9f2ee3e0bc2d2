import CuzoHelpSupport from 'c/cuzoHelpSupport';
import { look, mount, text } from 'kit';

const portal = { email: 'mypv@pv.be', phone: '02/250.87.09', hours: '' };

test('has the number as a link that calls, and no hours where none are kept', async () => {
  const element = await mount(CuzoHelpSupport, { zoneName: 'MyP&V', customerNumber: '1', portal });
  const [call] = look(element, 'a.call');
  expect([text(call), call!.getAttribute('href')]).toEqual(['Bel 02/250.87.09', 'tel:022508709']);
  expect(look(element, '.hours')).toEqual([]);
});

test('without access to the zones it says that no help desk is known', async () => {
  const element = await mount(CuzoHelpSupport, { zoneName: 'MyP&V', portal: null });
  expect(text(element)).toBe('Helpdesk van MyP&V Voor MyP&V is geen helpdesk ingevuld.');
});
