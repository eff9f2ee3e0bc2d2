import { emit, look, settled, text } from 'kit';
import { CurrentPageReference } from 'lightning/navigation';
import { opened } from './opened';

test.each([
  ['MYVIVIUM', 'MyVivium'],
  ['MYPV', 'MyP&V'],
  ['ELSEWHERE', 'MyP&V'],
])('a link to the page that names %s: it helps with %s', async (named, zone) => {
  const element = await opened();
  await emit(CurrentPageReference, { type: 'standard__recordPage', state: { c__zone: named } });
  expect(text(look(element, 'section.support')[0])).toContain(`Helpdesk van ${zone}`);
  const [choice] = look(element, 'c-cuzo-choice');
  choice!.dispatchEvent(new CustomEvent('choose', { detail: 'MYPV' }));
  await settled();
  expect(text(look(element, 'section.support')[0])).toContain('Helpdesk van MyP&V');
});
