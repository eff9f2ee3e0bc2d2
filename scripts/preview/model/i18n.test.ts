import { i18nValues } from './i18n.ts';

const valuesFor = (language: string, locale: string) =>
  i18nValues({ language, locale, timeZone: 'Europe/Brussels', currency: 'EUR' });

test.each([
  ['nl_NL', 'nl_BE', 'nl-NL', 'nl-BE', 'd/MM/yyyy', 'HH:mm', ',', '.'],
  ['en_US', 'en_US', 'en-US', 'en-US', 'M/d/yyyy', 'h:mm a', '.', ','],
])('%s in %s', (language, locale, lang, tag, date, time, decimal, group) => {
  expect(valuesFor(language, locale)).toMatchObject({
    lang,
    locale: tag,
    'dateTime.shortDateFormat': date,
    'dateTime.shortTimeFormat': time,
    'number.decimalSeparator': decimal,
    'number.groupingSeparator': group,
  });
});

test('the week begins on Monday but in the United States', () => {
  expect(valuesFor('fr', 'fr_BE').firstDayOfWeek).toBe(2);
  expect(valuesFor('en_US', 'en_US').firstDayOfWeek).toBe(1);
});
