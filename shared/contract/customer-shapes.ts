import { z } from 'zod';
import { CHANNELS } from '../domain/consent-events';
import { CONTACT_KINDS } from '../domain/contacts';
import { languages } from '../domain/languages';
import { RELATIONS } from '../domain/relations';
import { person } from './fields';

export const titles = ['mr', 'mrs', 'ms', 'miss', 'dr', 'prof'] as const;
/** The customer's own birthday is not here: it is a field of the record, with an optional year. */
export const dateKinds = [
  'anniversary',
  'partner-birthday',
  'child-birthday',
  'graduation',
  'memorial',
  'other',
] as const;

/** Typed text: trimmed, and nothing at all when it is blank. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullable()
    .transform((value) => value?.trim() || null);
const month = z.number().int().min(1).max(12);
const day = z.number().int().min(1).max(31);
const year = z.number().int().min(1880).max(2200);

export const contactInput = z.object({
  /** Given for a contact that is already on record, so that its history stays with it. */
  id: z.string().optional(),
  kind: z.enum(CONTACT_KINDS),
  value: z.string().trim().min(1).max(200),
  label: text(60).optional().default(null),
});

export const dateInput = z.object({
  id: z.string().optional(),
  kind: z.enum(dateKinds),
  label: text(80).optional().default(null),
  month,
  day,
  year: year.nullable().optional().default(null),
  isDiscreet: z.boolean().optional().default(false),
});

const wordList = z.array(z.string().trim().min(1).max(60)).max(40);
export const preferencesShape = z.object({
  wristMm: z.number().int().min(80).max(300).nullable(),
  strap: text(120),
  metals: wordList,
  brands: wordList,
  colours: wordList,
  budgetMinMinor: z.number().int().min(0).nullable(),
  budgetMaxMinor: z.number().int().min(0).nullable(),
  note: text(500),
});
export type Preferences = z.output<typeof preferencesShape>;

/** Everything that may be written on a record, each part optional: what is absent stays as it is. */
export const customerChanges = z
  .object({
    title: z.enum(titles).nullable(),
    familyName: text(80),
    givenName: text(80),
    englishName: text(80),
    chineseName: text(40),
    preferredName: text(80),
    otherNames: text(200),
    formOfAddress: text(80),
    language: z.enum(languages),
    preferredChannel: z.enum(CHANNELS).nullable(),
    contactHours: text(120),
    isMinor: z.boolean(),
    birthYear: year.nullable(),
    birthMonth: month.nullable(),
    birthDay: day.nullable(),
    address: text(400),
    district: text(80),
    country: text(80),
    discretion: text(500),
    occupation: text(120),
    /** How they came to be known, see `ACQUAINTANCES`. */
    source: z.string().trim().min(1).max(60),
    primaryAdvisorId: z.string().nullable(),
    secondaryAdvisorId: z.string().nullable(),
    contacts: z.array(contactInput).max(30),
    dates: z.array(dateInput).max(60),
    preferences: preferencesShape,
  })
  .partial();
export type CustomerChanges = z.output<typeof customerChanges>;

/** Parts of a record as an edit found or left them; an advisor by name, because who left is in no list any more. */
export const recordPart = customerChanges
  .omit({ primaryAdvisorId: true, secondaryAdvisorId: true, preferences: true })
  .extend({
    primaryAdvisor: z.string().nullable(),
    secondaryAdvisor: z.string().nullable(),
    preferences: preferencesShape.nullable(),
  })
  .partial();
export type RecordPart = z.output<typeof recordPart>;

export const namesShape = z.object({
  title: z.string().nullable(),
  familyName: z.string().nullable(),
  givenName: z.string().nullable(),
  englishName: z.string().nullable(),
  chineseName: z.string().nullable(),
  preferredName: z.string().nullable(),
  otherNames: z.string().nullable(),
  formOfAddress: z.string().nullable(),
});
export type Names = z.output<typeof namesShape>;

/** Enough of a customer to recognise him in a list: who, and three facts. */
export const cardShape = namesShape.extend({
  id: z.string(),
  number: z.string(),
  language: z.string(),
  hasDiscretion: z.boolean(),
  isMinor: z.boolean(),
  advisor: person.nullable(),
  /** The first phone or e-mail, as stored. */
  contact: z.string().nullable(),
  lastPurchaseAt: z.number().nullable(),
  lifetimeMinor: z.number().nullable(),
  currency: z.string().nullable(),
  tier: z.string().nullable(),
  openNeeds: z.number(),
});
export type CustomerCard = z.output<typeof cardShape>;

export const contactShape = z.object({
  id: z.string(),
  kind: z.enum(CONTACT_KINDS),
  value: z.string(),
  normalised: z.string(),
  label: z.string().nullable(),
});
export const dateShape = z.object({
  id: z.string(),
  kind: z.enum(dateKinds),
  label: z.string().nullable(),
  month: z.number(),
  day: z.number(),
  year: z.number().nullable(),
  isDiscreet: z.boolean(),
});
export const linkShape = z.object({
  id: z.string(),
  relation: z.enum(RELATIONS),
  note: z.string().nullable(),
  isDiscreet: z.boolean(),
  other: namesShape.extend({ id: z.string(), number: z.string() }),
});

/** The whole record as the customer's screen shows it. */
export const customerShape = namesShape.extend({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  /** The number that was asked for, when that record was merged into this one. */
  redirectedFrom: z.string().nullable(),
  isDeleted: z.boolean(),
  language: z.string(),
  preferredChannel: z.string().nullable(),
  contactHours: z.string().nullable(),
  isMinor: z.boolean(),
  birthYear: z.number().nullable(),
  birthMonth: z.number().nullable(),
  birthDay: z.number().nullable(),
  address: z.string().nullable(),
  district: z.string().nullable(),
  country: z.string().nullable(),
  discretion: z.string().nullable(),
  occupation: z.string().nullable(),
  primaryAdvisor: person.nullable(),
  secondaryAdvisor: person.nullable(),
  contacts: z.array(contactShape),
  dates: z.array(dateShape),
  links: z.array(linkShape),
  preferences: preferencesShape.nullable(),
  totals: z
    .object({
      currency: z.string(),
      lifetimeMinor: z.number(),
      receipts: z.number(),
      firstPurchaseAt: z.number().nullable(),
      lastPurchaseAt: z.number().nullable(),
    })
    .nullable(),
  membership: z.object({ tier: z.string(), cardNumber: z.string(), since: z.string() }).nullable(),
  openNeeds: z.number(),
  isProspect: z.boolean(),
  /** The record of somebody who works here: purchases on it are looked at by the manager. */
  isStaff: z.boolean(),
  createdAt: z.number(),
  updatedAt: z.number(),
  source: z.string(),
});
export type Customer = z.output<typeof customerShape>;

/** What the two-record preview may ask the person to decide. */
export const mergeFields = [
  'title',
  'familyName',
  'givenName',
  'englishName',
  'chineseName',
  'preferredName',
  'otherNames',
  'formOfAddress',
  'language',
  'preferredChannel',
  'contactHours',
  'birthYear',
  'birthMonth',
  'birthDay',
  'address',
  'district',
  'country',
  'discretion',
  'occupation',
  'primaryAdvisorId',
  'secondaryAdvisorId',
] as const;
export type MergeField = (typeof mergeFields)[number];
