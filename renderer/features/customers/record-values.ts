import type { Input } from '@shared/contract';
import type { Customer, CustomerChanges, Preferences } from '@shared/contract/customer-shapes';
import { currencyDecimals } from '@shared/domain/money';
import { factCode } from '@shared/words/fact-codes';
import { changedParts } from '../../lib/drafts';

type Changes = Input<'customers.create'>;
type Contact = NonNullable<Changes['contacts']>[number];
type ImportantDate = NonNullable<Changes['dates']>[number];

/** A contact as a form holds it; `key` only tells the rows apart. */
export interface ContactValue {
  key: string;
  id?: string;
  kind: Contact['kind'];
  value: string;
  label: string;
}
export interface DateValue {
  key: string;
  id?: string;
  kind: ImportantDate['kind'];
  label: string;
  day: number | '';
  month: string | null;
  year: number | '';
  isDiscreet: boolean;
}

/** A record as its form holds it: text is never null, and numbers may be empty. */
export interface RecordValues {
  title: string | null;
  familyName: string;
  givenName: string;
  englishName: string;
  chineseName: string;
  preferredName: string;
  otherNames: string;
  formOfAddress: string;
  language: string;
  preferredChannel: string | null;
  contactHours: string;
  isMinor: boolean;
  birthYear: number | '';
  birthMonth: string | null;
  birthDay: number | '';
  address: string;
  district: string;
  country: string;
  discretion: string;
  occupation: string;
  source: string;
  primaryAdvisorId: string | null;
  secondaryAdvisorId: string | null;
  contacts: ContactValue[];
  dates: DateValue[];
  wristMm: number | '';
  strap: string;
  metals: string[];
  brands: string[];
  colours: string[];
  budgetMin: number | '';
  budgetMax: number | '';
  likesNote: string;
}

/** A form nobody has typed in yet. */
export const blankValues: RecordValues = {
  title: null,
  familyName: '',
  givenName: '',
  englishName: '',
  chineseName: '',
  preferredName: '',
  otherNames: '',
  formOfAddress: '',
  language: 'zh-Hant',
  preferredChannel: null,
  contactHours: '',
  isMinor: false,
  birthYear: '',
  birthMonth: null,
  birthDay: '',
  address: '',
  district: '',
  country: '',
  discretion: '',
  occupation: '',
  source: 'counter',
  primaryAdvisorId: null,
  secondaryAdvisorId: null,
  contacts: [],
  dates: [],
  wristMm: '',
  strap: '',
  metals: [],
  brands: [],
  colours: [],
  budgetMin: '',
  budgetMax: '',
  likesNote: '',
};

/** Says a metal or a colour in the language on the screen. */
export type SayFact = (code: string) => string;

/** The record as the form shows it; budgets in whole units of the shop's currency, metals and colours in words. */
export function valuesOf(customer: Customer, currency: string, say: SayFact): RecordValues {
  const scale = 10 ** currencyDecimals(currency);
  const likes = customer.preferences;
  const money = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? '' : minor / scale;
  return {
    title: customer.title,
    familyName: customer.familyName ?? '',
    givenName: customer.givenName ?? '',
    englishName: customer.englishName ?? '',
    chineseName: customer.chineseName ?? '',
    preferredName: customer.preferredName ?? '',
    otherNames: customer.otherNames ?? '',
    formOfAddress: customer.formOfAddress ?? '',
    language: customer.language,
    preferredChannel: customer.preferredChannel,
    contactHours: customer.contactHours ?? '',
    isMinor: customer.isMinor,
    birthYear: customer.birthYear ?? '',
    birthMonth: customer.birthMonth === null ? null : String(customer.birthMonth),
    birthDay: customer.birthDay ?? '',
    address: customer.address ?? '',
    district: customer.district ?? '',
    country: customer.country ?? '',
    discretion: customer.discretion ?? '',
    occupation: customer.occupation ?? '',
    source: customer.source,
    primaryAdvisorId: customer.primaryAdvisor?.id ?? null,
    secondaryAdvisorId: customer.secondaryAdvisor?.id ?? null,
    contacts: customer.contacts.map(({ id, kind, value, label }) => ({
      key: id,
      id,
      kind,
      value,
      label: label ?? '',
    })),
    dates: customer.dates.map((date) => ({
      key: date.id,
      id: date.id,
      kind: date.kind,
      label: date.label ?? '',
      day: date.day,
      month: String(date.month),
      year: date.year ?? '',
      isDiscreet: date.isDiscreet,
    })),
    wristMm: likes?.wristMm ?? '',
    strap: say(likes?.strap ?? ''),
    metals: (likes?.metals ?? []).map(say),
    brands: likes?.brands ?? [],
    colours: (likes?.colours ?? []).map(say),
    budgetMin: money(likes?.budgetMinMinor),
    budgetMax: money(likes?.budgetMaxMinor),
    likesNote: likes?.note ?? '',
  };
}

const likeFields = [
  'wristMm',
  'strap',
  'metals',
  'brands',
  'colours',
  'budgetMin',
  'budgetMax',
  'likesNote',
] as const satisfies readonly (keyof RecordValues)[];
const isLike = (field: string) => (likeFields as readonly string[]).includes(field);

/** What main is told: only the fields that differ from `from`. */
export function changesOf(values: RecordValues, from: RecordValues, currency: string): Changes {
  const fields = Object.keys(changedParts(values, from)) as (keyof RecordValues)[];
  const changes: Record<string, unknown> = {};
  for (const field of fields) {
    if (field === 'contacts') changes.contacts = contactsOf(values.contacts);
    else if (field === 'dates') changes.dates = datesOf(values.dates);
    else if (field === 'birthMonth')
      changes.birthMonth = values.birthMonth ? Number(values.birthMonth) : null;
    else if (!isLike(field)) changes[field] = values[field] === '' ? null : values[field];
  }
  if (fields.some(isLike)) changes.preferences = preferencesOf(values, currency);
  return changes as Changes & Partial<CustomerChanges>;
}

function contactsOf(contacts: readonly ContactValue[]): Contact[] {
  return contacts
    .filter(({ value }) => value.trim() !== '')
    .map(({ id, kind, value, label }) => ({ ...(id ? { id } : {}), kind, value, label }));
}

function datesOf(dates: readonly DateValue[]): ImportantDate[] {
  return dates.flatMap(({ id, kind, label, day, month, year, isDiscreet }) =>
    day === '' || month === null
      ? []
      : [
          {
            ...(id ? { id } : {}),
            kind,
            label,
            day,
            month: Number(month),
            year: year === '' ? null : year,
            isDiscreet,
          },
        ],
  );
}

const codesOf = (words: readonly string[]) => [...new Set(words.map(factCode))];

function preferencesOf(values: RecordValues, currency: string): Preferences {
  const scale = 10 ** currencyDecimals(currency);
  const minor = (amount: number | '') => (amount === '' ? null : Math.round(amount * scale));
  return {
    wristMm: values.wristMm === '' ? null : values.wristMm,
    strap: factCode(values.strap) || null,
    metals: codesOf(values.metals),
    brands: values.brands,
    colours: codesOf(values.colours),
    budgetMinMinor: minor(values.budgetMin),
    budgetMaxMinor: minor(values.budgetMax),
    note: values.likesNote || null,
  };
}
