import CuzoHelp from 'c/cuzoHelp';
import { asked, emitResult, look, mount, press, settled, text } from 'kit';
import { graphql } from 'lightning/graphql';
import { ACCOUNT, opened, others, PERSON, POLICY, SETTINGS } from './opened';

const section = (element: Element, name: string) => text(look(element, `section.${name}`)[0]);
const mailOf = (element: Element, selector: string) =>
  new URL(look(element, selector)[0]!.getAttribute('href')!);

beforeEach(() => {
  // A Friday at eleven in Belgium.
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-27T10:00:00Z'));
});
afterEach(() => {
  jest.restoreAllMocks();
});

test('is folded, and asks for nothing until it is opened', async () => {
  const element = await mount(CuzoHelp, SETTINGS);
  expect(text(element)).toBe('Hulp bij MyP&V / MyVivium');
  expect(asked(graphql, 'CuzoHelp')?.query).toBeUndefined();
  await press(look(element, 'button')[0]);
  expect(asked(graphql, 'CuzoHelp')?.query).toBeDefined();
  expect(text(element)).toContain('Bezig met laden');
});

describe('what may be in the way', () => {
  test('nothing found is said as what it is: among the customers one may see', async () => {
    expect(section(await opened(), 'blockers')).toBe(
      'Wat er in de weg kan zitten Hier is niets gevonden dat in de weg zit. ' +
        'Dubbele klant: niet gevonden bij de klanten die u mag zien. ' +
        'E-mailadres in gebruik: niet gevonden bij de klanten die u mag zien.',
    );
  });

  test('another customer with the e-mail address, registered', async () => {
    const element = await opened({ sameEmail: others({ CuZo_MyPV_Onboarded__c: true }) });
    expect(section(element, 'blockers')).toContain('Er is nog een klant met hetzelfde e-mailadres');
    expect(section(element, 'blockers')).toContain(
      'Een klant die in MyP&V geregistreerd is, heeft hetzelfde',
    );
  });

  test('a look-up that is refused is not checked, and breaks nothing', async () => {
    const element = await opened({
      sameEmail: { data: undefined, errors: [{ message: 'The field Email__c can not be filtered' }] },
    });
    expect(section(element, 'blockers')).toContain('E-mailadres in gebruik: niet nagekeken.');
    expect(section(element, 'blockers')).toContain('Dubbele klant: niet nagekeken.');
    expect(text(element)).not.toContain('can not be filtered');
  });

  test('a field that is not named, or is closed to the agent, is not checked', async () => {
    const element = await opened({ settings: { emailField: '' }, account: { Mobile__c: undefined } });
    const said = section(element, 'blockers');
    expect(said).toContain('E-mailadres: niet nagekeken.');
    expect(said).toContain('E-mailadres in gebruik: niet nagekeken.');
    expect(asked(graphql, 'CuzoHelpSameEmail')).toBeUndefined();
  });

  test('who has no e-mail address shares none', async () => {
    const said = section(await opened({ account: { Email__c: null } }), 'blockers');
    expect(said).toContain('Er is geen e-mailadres ingevuld.');
    expect(said).toContain('E-mailadres in gebruik: niet gevonden bij de klanten die u mag zien.');
  });

  test('a business with non-life; one of whom the products are not known is not checked', async () => {
    const business = { Person__c: false };
    expect(section(await opened({ account: business }), 'blockers')).toContain('alleen aan particulieren');
    const unknown = await opened({ account: business, policies: [{ ...POLICY, CuZo_Product__c: null }] });
    expect(section(unknown, 'blockers')).toContain('Onderneming met niet-leven: niet nagekeken.');
  });

  test('who has died', async () => {
    const element = await opened({ account: { Died__c: '2026-06-03', Email__c: null } });
    expect(section(element, 'blockers')).toBe(
      'Wat er in de weg kan zitten De klant is overleden: nodig niet uit. Spreek met de nabestaanden over de contracten.',
    );
  });

  test('values of the customer stay values in the look-ups', async () => {
    await opened();
    expect(asked(graphql, 'CuzoHelpNamesakes')?.query?.query).toContain(
      'Name: { eq: "Test \\"Test\\" Test" }',
    );
    expect(asked(graphql, 'CuzoHelpSameEmail')?.variables).toEqual({ recordId: ACCOUNT });
  });
});

describe('before one starts', () => {
  test('the ways in with what each asks for, contact data, and numbers to copy', async () => {
    const copied: string[] = [];
    function writeText(value: string) {
      copied.push(value);
      return Promise.resolve();
    }
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const vivium = { ...POLICY, Name: '222', Brand__c: 'Vivium' };
    const element = await opened({ account: { Mobile__c: null }, policies: [POLICY, vivium] });
    const said = section(element, 'before');
    expect(said).toMatch(/itsme®: .* eID: .* Activeringscode: /);
    expect(said).toContain('E-mailadres: ingevuld Mobiel nummer: ontbreekt');
    expect(look(element, '.copy-number').map(text)).toEqual(['Kopieer 111000171363']);
    await press(look(element, '.copy-number')[0]);
    await settled();
    expect(copied).toEqual(['111000171363']);
    expect(section(element, 'before')).toContain('111000171363 is gekopieerd.');
  });

  test('says so when nothing can be copied', async () => {
    const writeText = () => Promise.reject(new Error('refused'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const element = await opened();
    await press(look(element, '.copy-number')[0]);
    await settled();
    expect(section(element, 'before')).toContain(
      'De browser laat kopiëren niet toe: neem 111000171363 over.',
    );
  });

  test('a zone without codes says nothing of them; a way without words keeps its code', async () => {
    const element = await opened({ portal: { Login_Methods__c: 'itsme;passkey' } });
    expect(section(element, 'before')).toContain('passkey');
    expect(section(element, 'before')).not.toContain('Activeringscode');
    expect(section(element, 'questions')).toContain('werkt niet met een activeringscode');
    expect(section(element, 'questions')).not.toContain('vraagt een nieuwe code aan');
  });
});

test('answers what customers say, with the address and the number at hand', async () => {
  const element = await opened();
  const details = look(element, 'section.questions details');
  expect(details).toHaveLength(12);
  expect(text(details[0])).toContain('Die e-mail is niet nodig om zich te registreren.');
  expect(look(details[0]!, 'a').map((link) => link.getAttribute('href'))).toEqual(['https://my.pv.be/']);
  expect(look(element, 'section.questions a[href^=tel]').map((link) => link.getAttribute('href'))).toEqual([
    'tel:022508709',
    'tel:022508709',
  ]);
});

describe('the help desk', () => {
  test.each([
    ['2026-11-27T10:00:00Z', 'Nu open, tot 16:00.'],
    ['2026-11-27T06:00:00Z', 'Nu gesloten. Opent vandaag om 08:30.'],
    ['2026-11-28T10:00:00Z', 'Nu gesloten. Opent op 30 nov 2026 om 08:30.'],
    ['2026-12-25T10:00:00Z', 'Vandaag is een feestdag: de openingsuren zeggen niet of er iemand is.'],
  ])('at %s: %s', async (moment, words) => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse(moment));
    expect(section(await opened(), 'support').replace(/\.(?= 2026)/, '')).toContain(words);
  });

  test('shows hours that are written for people as they are', async () => {
    const element = await opened({ portal: { Opening_Hours__c: 'op afspraak' } });
    expect(section(element, 'support')).toContain('Openingsuren: op afspraak');
  });

  test('a mail asks what the desk needs, with the number and what was typed, and no more of the customer', async () => {
    const element = await opened();
    const [wished] = look(element, 'lightning-input[data-name=wishedEmail]');
    wished!.dispatchEvent(new CustomEvent('change', { detail: { value: 'nieuw@example.com' } }));
    await settled();
    const mail = mailOf(element, 'a.write');
    expect(mail.pathname).toBe('mypv@pv.be');
    expect(mail.searchParams.get('subject')).toBe('MyP&V: klant 10000001 kan zich niet registreren');
    const body = mail.searchParams.get('body')!;
    expect(body).toContain('Klantnummer: 10000001');
    expect(body).toContain('E-mailadres dat de klant wil gebruiken: nieuw@example.com');
    for (const own of [PERSON.Name, PERSON.Email__c, PERSON.Mobile__c, PERSON.Born__c])
      expect(decodeURIComponent(mail.href)).not.toContain(own);
  });

  test('paper: the caution first, then the mail', async () => {
    const element = await opened();
    expect(section(element, 'paper')).toMatch(
      /^Uitzondering op papier Vermijd uitzonderingen: .* Mail mypv@pv\.be$/,
    );
    expect(mailOf(element, 'a.write-paper').searchParams.get('subject')).toContain('uitzondering op papier');
  });

  test('says that there is none', async () => {
    const element = await opened({ portal: { Support_Email__c: null, Support_Phone__c: null } });
    expect(section(element, 'support')).toContain('Voor MyP&V is geen helpdesk ingevuld.');
    expect(look(element, 'section.paper')).toStrictEqual([]);
  });
});

test('tells since when documents are digital, and which', async () => {
  const since = { CuZo_MyPV_Onboarded__c: true, CuZo_MyPV_Onboarding_Date__c: '2024-03-28' };
  expect(section(await opened({ account: since }), 'digital')).toMatch(
    /Digitaal in MyP&V sinds 28 mrt\.? 2024\./,
  );
  expect(section(await opened(), 'digital')).toMatch(
    /Niet digitaal: .* Later voor niet-leven: .*[Gg]roene kaart/,
  );
});

test.each([
  ['2026-11-27', true],
  ['2026-11-28', false],
])('news of %s is told: %s', async (on, isTold) => {
  const element = await opened({ portal: { News_On__c: on, News_nl__c: 'U kunt nu afspraken maken.' } });
  expect(section(element, 'news').includes('U kunt nu afspraken maken.')).toBe(isTold);
});

test.each([
  ['2026-11-22', /Nagekeken op 22 nov\.? 2026\./],
  ['2025-11-27', /Niet meer nagekeken sinds 27 nov\.? 2025/],
  [null, /Nog nooit nagekeken/],
])('facts checked on %s', async (on, words) => {
  const element = await opened({ portal: { Checked_On__c: on } });
  expect(text(look(element, '.age')[0])).toMatch(words);
});

test('says what went wrong, and an empty list of errors is nothing', async () => {
  const element = await opened();
  await emitResult(graphql, { data: undefined, errors: [{ message: 'Unknown object' }] }, 'CuzoHelp');
  expect(text(element)).toContain('Unknown object');
});

test('says which setting is wrong', async () => {
  const element = await opened({ settings: { mobileField: 'GSM nummer' } });
  expect(text(element)).toContain('De instelling Mobile field van dit component is ongeldig');
});
