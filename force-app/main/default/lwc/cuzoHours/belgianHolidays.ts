const DAY = 86_400_000;

/** The ten legal holidays of Belgium (royal decree of 18 April 1974, article 1): those with a fixed month and day. */
const FIXED: readonly string[] = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'];

/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const AFTER_EASTER: readonly number[] = [1, 39, 50];

/** Whether a day (`YYYY-MM-DD`) is a legal holiday in Belgium. */
export function isBelgianHoliday(day: string): boolean {
  if (FIXED.includes(day.slice(5))) return true;
  const sinceEaster = (Date.parse(day) - easter(Number(day.slice(0, 4)))) / DAY;
  return AFTER_EASTER.includes(sinceEaster);
}

/** Easter Sunday in UTC milliseconds, by the Gregorian computus of Meeus, Jones and Butcher. */
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century + 8) / 25);
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - correction + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1);
}
