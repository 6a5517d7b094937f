import type { Customer, CustomerChanges, Preferences } from '@shared/contract/customer-shapes';
import { normaliseContact } from '@shared/domain/contacts';
import { isCivilDate, isYearlyDate } from '@shared/domain/dates';
import type { ReadableDb, WritableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import { type CustomerRow, isActiveStaff, updateCustomer } from './customers.sql';
import {
  findPreferences,
  listContacts,
  listDates,
  replaceContacts,
  replaceDates,
  savePreferences,
} from './details.sql';

/** Everything that can be edited on a record, as one flat value: what forms change and revisions remember. */
export interface Profile extends Omit<Required<CustomerChanges>, 'contacts' | 'dates' | 'preferences'> {
  contacts: Pick<Customer['contacts'][number], 'id' | 'kind' | 'value' | 'label'>[];
  dates: Customer['dates'];
  preferences: Preferences | null;
}
export type ProfileChanges = Partial<Profile>;
export type ProfileField = keyof Profile;

/** Column of each plain field. */
const columns = {
  title: 'title',
  familyName: 'family_name',
  givenName: 'given_name',
  englishName: 'english_name',
  chineseName: 'chinese_name',
  preferredName: 'preferred_name',
  otherNames: 'other_names',
  formOfAddress: 'form_of_address',
  language: 'language',
  preferredChannel: 'preferred_channel',
  contactHours: 'contact_hours',
  birthYear: 'birth_year',
  birthMonth: 'birth_month',
  birthDay: 'birth_day',
  address: 'address',
  district: 'district',
  country: 'country',
  discretion: 'discretion',
  occupation: 'occupation',
  source: 'source',
  primaryAdvisorId: 'primary_advisor_id',
  secondaryAdvisorId: 'secondary_advisor_id',
} as const satisfies Partial<Record<ProfileField, keyof CustomerRow>>;
export type PlainField = keyof typeof columns;
const plainFields = Object.keys(columns) as PlainField[];

/** The preferences as they cross the process boundary, or null when nobody asked yet. */
export function readPreferences(db: ReadableDb, customerId: string): Preferences | null {
  const row = findPreferences(db, customerId);
  if (!row) return null;
  return {
    wristMm: row.wrist_mm,
    strap: row.strap,
    metals: JSON.parse(row.metals) as string[],
    brands: JSON.parse(row.brands) as string[],
    colours: JSON.parse(row.colours) as string[],
    budgetMinMinor: row.budget_min_minor,
    budgetMaxMinor: row.budget_max_minor,
    note: row.note,
  };
}

/** The record's editable parts as they are now. */
export function readProfile(db: ReadableDb, row: CustomerRow): Profile {
  const plain = Object.fromEntries(plainFields.map((field) => [field, row[columns[field]]]));
  return {
    ...(plain as Pick<Profile, PlainField>),
    isMinor: row.is_minor === 1,
    contacts: listContacts(db, row.id).map(({ id, kind, value, label }) => ({
      id,
      kind: kind as Profile['contacts'][number]['kind'],
      value,
      label,
    })),
    dates: listDates(db, row.id).map((date) => ({
      id: date.id,
      kind: date.kind as Profile['dates'][number]['kind'],
      label: date.label,
      month: date.month,
      day: date.day,
      year: date.year,
      isDiscreet: date.is_discreet === 1,
    })),
    preferences: readPreferences(db, row.id),
  };
}

/**
 * What a form sent, completed: new contacts and dates get ids, and an id of another record is not believed.
 * Returns only what is sent.
 */
export function completeChanges(
  changes: CustomerChanges,
  before: Pick<Profile, 'contacts' | 'dates'>,
  newId: () => string,
): ProfileChanges {
  const { contacts, dates, preferences, ...plain } = changes;
  const completed: ProfileChanges = { ...plain };
  if (preferences) completed.preferences = isBlank(preferences) ? null : preferences;
  if (contacts) {
    const known = new Set(before.contacts.map(({ id }) => id));
    completed.contacts = contacts.map(({ id, kind, value, label }) => ({
      id: id && known.has(id) ? id : newId(),
      kind,
      value,
      label,
    }));
  }
  if (dates) {
    const known = new Set(before.dates.map(({ id }) => id));
    completed.dates = dates
      .map(({ id, kind, label, month, day, year, isDiscreet }) => ({
        id: id && known.has(id) ? id : newId(),
        kind,
        label,
        month,
        day,
        year,
        isDiscreet,
      }))
      .sort((a, b) => a.month - b.month || a.day - b.day || (a.id < b.id ? -1 : 1));
  }
  return completed;
}

function isBlank(preferences: Preferences): boolean {
  return Object.values(preferences).every(
    (value) => value === null || (Array.isArray(value) && value.length === 0),
  );
}

/** True when two values of a field are the same. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only what really differs, before and after. */
export function differences(before: Profile, changes: ProfileChanges) {
  const fields = (Object.keys(changes) as ProfileField[]).filter(
    (field) => changes[field] !== undefined && !isSame(before[field], changes[field]),
  );
  const pick = (from: ProfileChanges) => Object.fromEntries(fields.map((field) => [field, from[field]]));
  return { fields, before: pick(before) as ProfileChanges, after: pick(changes) as ProfileChanges };
}

/** Refuses a record without any name, a day no year has, or an advisor who does not work here. */
export function checkProfile(db: ReadableDb, profile: Profile, changed: readonly ProfileField[]): void {
  const { familyName, givenName, englishName, chineseName, preferredName } = profile;
  if (!(familyName || givenName || englishName || chineseName || preferredName)) fail('NAME_NEEDED');
  if (changed.some((field) => field.startsWith('birth'))) {
    checkDay(profile.birthMonth, profile.birthDay, profile.birthYear);
  }
  if (changed.includes('dates')) for (const { month, day, year } of profile.dates) checkDay(month, day, year);
  for (const field of ['primaryAdvisorId', 'secondaryAdvisorId'] as const) {
    const id = profile[field];
    if (changed.includes(field) && id && !isActiveStaff(db, id)) fail('ADVISOR_NOT_FOUND');
  }
}

function checkDay(month: number | null, day: number | null, year: number | null): void {
  if (month === null && day === null) return;
  if (month === null || day === null || !isYearlyDate(month, day)) fail('DATE_IMPOSSIBLE');
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year !== null && !isCivilDate(written)) fail('DATE_IMPOSSIBLE');
}

/** Columns of the record's own row for these changes. */
export function columnsOf(changes: ProfileChanges) {
  const set: Record<string, string | number | null> = {};
  for (const field of plainFields) {
    const value = changes[field];
    if (value !== undefined) set[columns[field]] = value;
  }
  if (changes.isMinor !== undefined) set.is_minor = changes.isMinor ? 1 : 0;
  return set;
}

/** Writes the changed parts of a record; `extra` are further columns of its row (version, time). */
export function writeProfile(
  db: WritableDb,
  customerId: string,
  changes: ProfileChanges,
  extra: { version: number; updated_at: number },
): void {
  updateCustomer(db, customerId, { ...columnsOf(changes), ...extra });
  writeParts(db, customerId, changes);
}

/** Writes contacts, dates and preferences where they are among the changes. */
export function writeParts(db: WritableDb, customerId: string, changes: ProfileChanges): void {
  if (changes.contacts) {
    const rows = changes.contacts.map((contact, position) => ({
      ...contact,
      customer_id: customerId,
      normalised: normaliseContact(contact.kind, contact.value).normalised,
      position,
    }));
    replaceContacts(db, customerId, rows);
  }
  if (changes.dates) {
    const rows = changes.dates.map(({ isDiscreet, ...date }) => ({
      ...date,
      customer_id: customerId,
      is_discreet: isDiscreet ? 1 : 0,
    }));
    replaceDates(db, customerId, rows);
  }
  if (changes.preferences !== undefined)
    savePreferences(db, customerId, preferencesRow(customerId, changes.preferences));
}

function preferencesRow(customerId: string, preferences: Preferences | null) {
  if (!preferences) return null;
  return {
    customer_id: customerId,
    wrist_mm: preferences.wristMm,
    strap: preferences.strap,
    metals: JSON.stringify(preferences.metals),
    brands: JSON.stringify(preferences.brands),
    colours: JSON.stringify(preferences.colours),
    budget_min_minor: preferences.budgetMinMinor,
    budget_max_minor: preferences.budgetMaxMinor,
    note: preferences.note,
  };
}
