/** What people may ask about their own data under Cap. 486: by when it is answered, and which answers there are. */

import { addDays, type CivilDate, daysBetween, isLeapYear } from './dates';

/** Access (s. 18), correction (s. 22), stop using it for marketing (s. 35G), erasure (s. 26). */
export const REQUEST_KINDS = ['access', 'correction', 'objection', 'erasure'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const ASKS_AS = ['self', 'parent', 'representative'] as const;
export type AsksAs = (typeof ASKS_AS)[number];

export const REQUEST_CHANNELS = ['in-person', 'letter', 'email', 'phone', 'fax', 'message'] as const;
export type RequestChannel = (typeof REQUEST_CHANNELS)[number];

/** How a request can end. `nothing-held` is an answer too, and has the same 40 days (s. 18(1)(a), s. 19(1)). */
export const ANSWERS = ['granted', 'partial', 'refused', 'nothing-held', 'withdrawn'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Why a request is refused, with where the Ordinance says so. */
export const REFUSAL_GROUNDS = [
  'identity',
  'others-data',
  'not-written',
  'not-found',
  'repeated',
  'controlled-elsewhere',
  'fee-unpaid',
  'accurate',
  'law-requires',
  'exempt',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** "Not later than 40 days after receiving the request": ss. 19(1) and 23(1). */
export const DAYS_TO_ANSWER = 40;
/** How long an entry of the log of refusals is kept: s. 27(2). */
export const REFUSAL_LOG_YEARS = 4;

/** The last day on which a request is answered in time; the day of receipt is not counted. */
export function answerDue(receivedOn: CivilDate): CivilDate {
  return addDays(receivedOn, DAYS_TO_ANSWER);
}

/** Days that are left; negative once the last one has passed. */
export function daysLeft(dueOn: CivilDate, today: CivilDate): number {
  return daysBetween(today, dueOn);
}

/** The same day some years later; the 29th of February becomes the 1st of March, never a shorter time. */
export function yearsLater(date: CivilDate, years: number): CivilDate {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return moved.endsWith('-02-29') && !isLeapYear(Number(moved.slice(0, 4)))
    ? `${moved.slice(0, 4)}-03-01`
    : moved;
}

const answersOf: Readonly<Record<RequestKind, readonly Answer[]>> = {
  access: ['granted', 'partial', 'refused', 'nothing-held', 'withdrawn'],
  correction: ['granted', 'partial', 'refused', 'nothing-held', 'withdrawn'],
  // To stop is the person's right, free and at any time (s. 35G): there is nothing to refuse.
  objection: ['granted', 'nothing-held', 'withdrawn'],
  // Granted by erasing, and by nothing else.
  erasure: ['partial', 'refused', 'nothing-held', 'withdrawn'],
};

/** The answers that a request of this kind can have, said by hand. */
export function answersFor(kind: RequestKind, isOnRecord: boolean): readonly Answer[] {
  return answersOf[kind].filter((answer) =>
    isOnRecord ? answer !== 'nothing-held' : answer !== 'granted' && answer !== 'partial',
  );
}

const groundsOf: Readonly<Record<RequestKind, readonly RefusalGround[]>> = {
  access: [
    'identity',
    'others-data',
    'not-written',
    'not-found',
    'repeated',
    'controlled-elsewhere',
    'fee-unpaid',
    'exempt',
  ],
  correction: ['identity', 'accurate', 'not-written', 'not-found', 'controlled-elsewhere'],
  objection: [],
  erasure: ['identity', 'law-requires', 'controlled-elsewhere'],
};

/** The grounds on which a request of this kind may be refused. */
export function groundsFor(kind: RequestKind): readonly RefusalGround[] {
  return groundsOf[kind];
}

/** True where the data, or that there is any, may be told only to somebody whose identity was seen (s. 20(1)(a), s. 24(1)). */
export function needsIdentity(kind: RequestKind, answer: Answer): boolean {
  return kind !== 'objection' && (answer === 'granted' || answer === 'partial');
}

// A letter or two, six digits, a check digit in brackets or not; or nine digits and more in a row, as passports have.
const documentNumber = /\b[A-Z]{1,2}\s?\d{6}\s?(\(?[0-9A]\)?)?|\d{8,}/i;

/** True where a note of what was seen holds what looks like the number of an identity document: it is not to be kept. */
export function holdsDocumentNumber(text: string): boolean {
  return documentNumber.test(text);
}

/** What can go wrong with personal data. */
export const INCIDENT_KINDS = [
  'lost',
  'stolen',
  'wrong-recipient',
  'unlawful-access',
  'disclosed',
  'damaged',
  'other',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Who is told of it. */
export const INCIDENT_TOLD = ['commissioner', 'people', 'police', 'head-office'] as const;
export type IncidentTold = (typeof INCIDENT_TOLD)[number];
