import type { ContactData } from '../../feed/contract.ts';
import type { Config, ContactFields } from '../config/config.ts';
import { stateFields } from '../config/countryFields.ts';
import { CONTACT_ROLES, type ContactRole } from '../config/roles.ts';

type Values = Partial<Record<ContactRole, string | null>>;

/**
 * The org fields that a contact event writes. A key that is absent leaves its field alone, null clears it. Texts are trimmed
 * and e-mail addresses lower-cased, as the org stores them.
 */
export function contactFields(
  data: ContactData,
  fields: ContactFields,
  contact: Config['contact'],
): Readonly<Record<string, string | null>> {
  const { email, mobile, phone, address } = data;
  const values: Values = {
    ...(email === undefined ? {} : { email: text(email)?.toLowerCase() ?? null }),
    ...(mobile === undefined ? {} : { mobile: text(mobile) }),
    ...(phone === undefined ? {} : { phone: text(phone) }),
    ...(address === undefined ? {} : addressValues(address, contact)),
  };
  const entries = CONTACT_ROLES.flatMap((role): [string, string | null][] => {
    const [name, value] = [fields[role], values[role]];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  const states = address === undefined ? [] : stateFields(fields).map((name) => [name, null] as const);
  return Object.fromEntries([...entries, ...states]);
}

function text(value: string | null): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function addressValues(
  address: NonNullable<ContactData['address']> | null,
  contact: Config['contact'],
): Values {
  if (address === null) return { street: null, postalCode: null, city: null, country: null };
  const box = text(address.box ?? null);
  const street = [text(address.street), text(address.houseNumber), box === null ? null : `bus ${box}`];
  return {
    street: text(street.filter((part) => part !== null).join(' ')),
    postalCode: text(address.postalCode),
    city: text(address.city),
    country:
      contact.country === 'code' ? address.country : countryName(address.country, contact.countryLanguage),
  };
}

function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
