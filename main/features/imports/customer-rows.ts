import { type ContactKind, normaliseContact } from '@shared/domain/contacts';
import { type Language, languages } from '@shared/domain/languages';
import { type PersonNames, parseName, type Title } from '@shared/domain/names';
import { parseDate } from './files/date-values';
import { parseBoolean } from './files/values';
import type { ImportTask } from './import-job-types';
import {
  boundedText,
  type CellReader,
  cellReader,
  parsedValue,
  refuseRow,
  somethingOf,
  textOrNull,
} from './row-values';
import type { Findings } from './stage';

/** A way to reach somebody, as stored. */
export interface ImportedContact {
  readonly kind: ContactKind;
  readonly value: string;
  readonly normalised: string;
}

/** The columns of a customer that a file can fill; only those it does. */
export interface CustomerColumns {
  external_id?: string;
  title?: Title;
  family_name?: string;
  given_name?: string;
  english_name?: string;
  chinese_name?: string;
  preferred_name?: string;
  other_names?: string;
  language?: Language;
  birth_year?: number;
  birth_month?: number;
  birth_day?: number;
  address?: string;
  primary_advisor_id?: string;
}

/** One row of a customer list, understood. */
export interface CustomerRecord {
  readonly number: string | null;
  readonly columns: CustomerColumns;
  readonly contacts: readonly ImportedContact[];
  readonly note: string | null;
  /** What the file claims about marketing, by channel; it permits nothing (see shared/domain/consent.ts). */
  readonly claims: readonly { readonly channel: 'email' | 'sms'; readonly accepts: boolean }[];
}

// A spreadsheet that took a phone for a number has lost its digits for good.
const SPREADSHEET_NUMBER = /^\d(?:\.\d+)?e\+\d+$/i;

/** A reader of customer rows; it throws RowRefused. */
export function customerRowReader(
  task: ImportTask,
  findings: Findings,
  staffByName: (name: string) => string | undefined,
): (cells: readonly string[]) => CustomerRecord {
  const read = cellReader(task.mapping);
  return (cells) => {
    const columns: CustomerColumns = { ...namesOf(read, cells), ...birthdayOf(read, cells, task) };
    const externalId = boundedText(somethingOf(read(cells, 'externalId')), 'externalId', 64);
    if (externalId !== '') columns.external_id = externalId;
    const title = titleOf(read(cells, 'title'), findings) ?? columns.title;
    if (title) columns.title = title;
    const address = boundedText(somethingOf(read(cells, 'address')), 'address', 500);
    if (address !== '') columns.address = address;
    const language = languageOf(read(cells, 'language'), findings);
    if (language) columns.language = language;
    const advisor = read(cells, 'advisor');
    const advisorId = advisor === '' ? undefined : staffByName(advisor);
    if (advisor !== '' && advisorId === undefined) findings.add('STAFF_UNKNOWN');
    if (advisorId) columns.primary_advisor_id = advisorId;
    return {
      number: textOrNull(boundedText(somethingOf(read(cells, 'memberNumber')), 'memberNumber', 40)),
      columns,
      contacts: contactsOf(read, cells, findings),
      note: noteOf(read, cells),
      claims: claimsOf(read, cells, findings),
    };
  };
}

function namesOf(read: CellReader, cells: readonly string[]): CustomerColumns {
  const text = (field: string) => boundedText(read(cells, field).replace(/\s+/g, ' '), field, 120);
  const whole = text('fullName');
  const { title, ...parsed } = whole === '' ? { title: null } : parseName(whole);
  const names: PersonNames = { ...parsed };
  for (const field of ['familyName', 'givenName', 'englishName', 'chineseName'] as const) {
    const given = text(field);
    if (given !== '') names[field] = given;
  }
  const columns: CustomerColumns = {};
  if (names.familyName) columns.family_name = names.familyName;
  if (names.givenName) columns.given_name = names.givenName;
  if (names.englishName) columns.english_name = names.englishName;
  if (names.chineseName) columns.chinese_name = names.chineseName;
  if (names.preferredName) columns.preferred_name = names.preferredName;
  if (names.otherNames) columns.other_names = names.otherNames;
  if (Object.keys(columns).length === 0) refuseRow('NAME_MISSING');
  if (title) columns.title = title;
  return columns;
}

function birthdayOf(read: CellReader, cells: readonly string[], task: ImportTask): CustomerColumns {
  const text = somethingOf(read(cells, 'birthday'));
  if (text === '') return {};
  const lastTwoDigitYear = Number(task.today.slice(0, 4));
  const order = task.options.dateOrder;
  const day = parsedValue(
    parseDate(text, { order, timeZone: task.options.timeZone, lastTwoDigitYear }),
    'birthday',
  );
  if (day > task.today) refuseRow('BIRTHDAY_IN_FUTURE');
  const [year, month, date] = day.split('-').map(Number);
  // Systems that ask for no year write 1900 or 1904, the first years of spreadsheets.
  const isYearKnown = year !== undefined && year > 1904;
  return { ...(isYearKnown ? { birth_year: year } : {}), birth_month: month ?? 1, birth_day: date ?? 1 };
}

const titleWords: readonly [Title, RegExp][] = [
  ['mr', /^(mr|mister|先生|m|male|男)$/],
  ['mrs', /^(mrs|太太|夫人)$/],
  ['ms', /^(ms|女士|f|female|女)$/],
  ['miss', /^(miss|小姐)$/],
  ['dr', /^(dr|doctor|博士|醫生|医生)$/],
  ['prof', /^(prof|professor|教授)$/],
];

function titleOf(text: string, findings: Findings): Title | undefined {
  const word = text.toLowerCase().replace(/\./g, '');
  if (word === '') return undefined;
  const found = titleWords.find(([, words]) => words.test(word))?.[0];
  if (!found) findings.add('TITLE_UNKNOWN', text.slice(0, 30));
  return found;
}

const languageWords: readonly [Language, RegExp][] = [
  ['zh-Hant', /^(zh-?(hant|hk|tw|mo)|zh|chinese|cantonese|traditional chinese|繁體中文?|中文|廣東話|粵語)$/],
  ['zh-Hans', /^(zh-?(hans|cn|sg)|mandarin|putonghua|simplified chinese|简体中文?|普通話|普通话|國語)$/],
  ['en', /^(en(-[a-z]{2})?|english|英文|英語|英语)$/],
];

function languageOf(text: string, findings: Findings): Language | undefined {
  const word = text.toLowerCase().replaceAll('_', '-');
  if (word === '') return undefined;
  const exact = languages.find((language) => language.toLowerCase() === word);
  const found = exact ?? languageWords.find(([, words]) => words.test(word))?.[0];
  if (!found) findings.add('LANGUAGE_UNKNOWN', text.slice(0, 30));
  return found;
}

const contactFields: readonly [string, ContactKind][] = [
  ['phone', 'phone'],
  ['phone2', 'phone'],
  ['email', 'email'],
  ['wechat', 'wechat'],
];

function contactsOf(read: CellReader, cells: readonly string[], findings: Findings): ImportedContact[] {
  const contacts: ImportedContact[] = [];
  for (const [field, kind] of contactFields) {
    // A spreadsheet is told to leave a phone alone by an apostrophe before it.
    const value = boundedText(somethingOf(read(cells, field).replace(/^'/, '')), field);
    if (value === '') continue;
    if (kind === 'phone' && SPREADSHEET_NUMBER.test(value)) refuseRow('PHONE_LOST_DIGITS', { field });
    const { normalised, warning } = normaliseContact(kind, value);
    if (warning && warning !== 'assumed-mainland') findings.add(kind === 'email' ? 'EMAIL_ODD' : 'PHONE_ODD');
    if (contacts.some((contact) => contact.kind === kind && contact.normalised === normalised)) continue;
    contacts.push({ kind, value, normalised });
  }
  return contacts;
}

function noteOf(read: CellReader, cells: readonly string[]): string | null {
  const tags = read(cells, 'tags');
  const parts = [read(cells, 'note'), tags === '' ? '' : `# ${tags}`];
  return textOrNull(boundedText(parts.filter((part) => part !== '').join('\n'), 'note', 10_000));
}

function claimsOf(read: CellReader, cells: readonly string[], findings: Findings): CustomerRecord['claims'] {
  return (['acceptsEmail', 'acceptsSms'] as const).flatMap((field) => {
    const text = somethingOf(read(cells, field));
    // Silence is not consent, and no refusal either.
    if (text === '') return [];
    const channel = field === 'acceptsEmail' ? ('email' as const) : ('sms' as const);
    const accepts = parsedValue(parseBoolean(text), field);
    if (accepts) findings.add('MARKETING_CLAIMS');
    return [{ channel, accepts }];
  });
}
