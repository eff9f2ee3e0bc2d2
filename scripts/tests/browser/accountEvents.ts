/** A moment ago, so that the test doesn't depend on the date. */
const justNow = (): string => new Date(Date.now() - 60_000).toISOString();

const event = (zone: 'mypv' | 'myvivium', type: string, subject: string, data: object) => ({
  specversion: '1.0',
  id: `account-${zone}-${type}-${subject}`,
  source: `/portals/${zone}`,
  type: `be.pv.cuzo.${type}.v1`,
  subject,
  time: justNow(),
  data,
});

/** Sample customers by what their account page shows. */
export const CUSTOMERS = {
  notRegistered: 'Damien Exemple',
  oneZone: 'Bart Voorbeeld',
  both: 'Anna Voorbeeld',
  changed: 'Inès Exemple',
  deceased: 'Frank Proefpersoon',
  business: 'Voorbeeld Bakkerij BV',
} as const;

/** MyP&V's events of today: MyP&V is up to date, MyVivium has delivered nothing since the sample feed. */
export const TODAY = [
  event('mypv', 'registration', '10000005', { registered: false, registeredOn: null }),
  event('mypv', 'contact', '10000011', { changedAt: justNow(), email: 'ines.exemple@example.com' }),
];
