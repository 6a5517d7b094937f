import { mayContact } from '@shared/domain/consent';
import { CHANNELS, GOODS_CLASSES } from '@shared/domain/consent-events';
import { CONTACT_CHANNELS, type ContactChannel } from '@shared/domain/contact-channels';
import { consentChannelOf, contactChannelOf } from '@shared/domain/conversations';
import { formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import type { MergeValues } from '@shared/domain/templates';
import type { ReadableDb } from '../../db/sql';
import { letterShop, personNames, salutationOf } from '../../reports/letterhead';
import { permissionsOf } from '../consents/consents.sql';
import type { CustomerRow } from '../customers/customers.sql';
import { listContacts } from '../customers/details.sql';
import { findShop } from '../shop/shop.sql';
import { findStaff } from '../staff/staff.sql';

/** Kinds of contact that serve a way, the best first; one of another kind serves where its label names the way. */
const kindsFor: Readonly<Record<ContactChannel, readonly string[]>> = {
  phone: ['phone', 'whatsapp'],
  email: ['email'],
  sms: ['phone', 'whatsapp'],
  whatsapp: ['whatsapp', 'phone'],
  wechat: ['wechat'],
  line: ['line'],
  facebook: [],
  instagram: [],
  letter: [],
  fax: [],
};
const labelFor: Partial<Record<ContactChannel, RegExp>> = {
  facebook: /facebook|臉書|脸书/i,
  instagram: /instagram/i,
  fax: /fax|傳真|传真/i,
};

/** Where a message by this way would go; null where the record has nothing. */
export function addressFor(db: ReadableDb, customer: CustomerRow, channel: ContactChannel): string | null {
  return addressIn(listContacts(db, customer.id), customer, channel);
}

type Contacts = ReturnType<typeof listContacts>;

function addressIn(contacts: Contacts, customer: CustomerRow, channel: ContactChannel): string | null {
  if (channel === 'letter') return customer.address?.trim() || null;
  const named = labelFor[channel];
  if (named) return contacts.find(({ label }) => label !== null && named.test(label))?.value ?? null;
  for (const kind of kindsFor[channel]) {
    // A fax is no telephone.
    const contact = contacts.find((one) => one.kind === kind && !labelFor.fax?.test(one.label ?? ''));
    if (contact) return kind === 'phone' || kind === 'whatsapp' ? dialled(contact) : contact.value;
  }
  return null;
}

/** With its country code where that is known. */
function dialled({ normalised, value }: Contacts[number]): string {
  return normalised.startsWith('+') ? normalised : value;
}

/** Every way to reach this customer, and what may be offered by each today. */
export function waysTo(db: ReadableDb, customer: CustomerRow, now: number) {
  const permissions = permissionsOf(db, customer.id, now);
  const contacts = listContacts(db, customer.id);
  return CONTACT_CHANNELS.map((channel) => ({
    channel,
    address: addressIn(contacts, customer, channel),
    isPreferred: preferredOf(customer) === channel,
    maySell: GOODS_CLASSES.filter((goods) => {
      const way = consentChannelOf(channel);
      const cell = way && { purpose: 'direct-marketing' as const, channel: way, class: goods };
      return cell !== null && mayContact(permissions, cell).ok;
    }),
  }));
}

/** The way this customer prefers, where they said so. */
export function preferredOf({ preferred_channel }: CustomerRow): ContactChannel | null {
  const channel = CHANNELS.find((one) => one === preferred_channel);
  return channel ? contactChannelOf(channel) : null;
}

/** What stands in the fields of a text to this customer. */
export function mergeValues(
  db: ReadableDb,
  customer: CustomerRow,
  { staffId, language, today }: { staffId: string; language: Language; today: string },
): MergeValues {
  const shop = letterShop(db, language);
  const staff = findStaff(db, staffId);
  return {
    name: salutationOf(customer, language),
    fullName: displayName(personNames(customer), language),
    address: customer.address?.trim() ?? '',
    customerNumber: customer.number,
    shop: shop.name,
    shopAddress: shop.address,
    hotline: shop.hotline,
    hours: findShop(db)?.opening_hours ?? '',
    advisor: (language !== 'en' && staff?.chinese_name) || staff?.name || '',
    date: formatDate(today, language),
  };
}
