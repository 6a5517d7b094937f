import type { Duty, DutyKind } from '@shared/contract/today';
import type { ContactChannel } from '@shared/domain/contact-channels';
import type { Pause } from '@shared/domain/contact-gate';
import { preferredChannelOf } from '@shared/domain/conversations';
import { asLanguage, type Language } from '@shared/domain/languages';
import { fullName } from '@shared/domain/names';
import { formatPhone } from '@shared/domain/phones';
import { dutyInWords } from '@shared/words/duty-sentences';
import type { Translate } from '@shared/words/story-sentences';
import type { ReadableDb } from '../../db/sql';
import { permissionsOf } from '../../features/consents/consents.sql';
import { pausesOf } from '../../features/conversations/gate.sql';
import { type CustomerRow, findCustomer } from '../../features/customers/customers.sql';
import { listContacts } from '../../features/customers/details.sql';
import { maySell } from '../../features/plans/contact-plan';
import { findOwnPlan } from '../../features/plans/plans.sql';
import { personNames, salutationOf } from '../letterhead';
import { wordsFor } from '../words';

/** One person to be called, with everything the caller must know first. */
export interface CallLine {
  readonly name: string;
  readonly phones: readonly string[];
  readonly address: string;
  readonly hours: string | null;
  readonly prefers: ContactChannel | null;
  readonly speaks: Language;
  readonly reasons: readonly {
    readonly kind: DutyKind;
    readonly words: string;
    readonly lateSince: string | null;
  }[];
  /** May they be called at all? Not about nothing but offers that are not permitted, or that rest. */
  readonly mayCall: boolean;
  /** May anything be offered by telephone? */
  readonly maySell: boolean;
  readonly pauses: readonly Pause[];
}

/** What is not done by calling the customer: an oral consent is confirmed in writing, a hand-over is answered in the house. */
const notByCalling: readonly DutyKind[] = ['oral-consent', 'handover'];
/** What is an offer by its nature: called about, it is direct marketing (Cap. 486 Part 6A). */
const offers: readonly DutyKind[] = [
  'campaign-call',
  'need',
  'arrival',
  'postponed',
  'vip',
  'birthday',
  'date',
  'warranty',
  'care',
];
/** Nobody calls more people in a day. */
const mostPeople = 80;

/** Those to be called about these duties, each once, in the order in which the duties matter. */
export function callLines(
  db: ReadableDb,
  duties: readonly Duty[],
  { now, language }: { now: number; language: Language },
): CallLine[] {
  const byPerson = new Map<string, Duty[]>();
  for (const duty of duties) {
    if (notByCalling.includes(duty.kind)) continue;
    // Whoever is not on record is known by what they asked only.
    const person = duty.customer?.id ?? `${duty.kind} ${duty.id}`;
    byPerson.set(person, [...(byPerson.get(person) ?? []), duty]);
  }
  return [...byPerson.values()].slice(0, mostPeople).flatMap((theirs) => {
    const [first] = theirs;
    if (first && first.customer === null) return [strangersLine(first, language)];
    const customer = first?.customer && findCustomer(db, first.customer.id);
    return customer ? [lineOf(db, customer, theirs, { now, language })] : [];
  });
}

/** Somebody of whom the shop holds nothing: the name they gave, and what they wait for. */
function strangersLine(duty: Duty, language: Language): CallLine {
  const translate = wordsFor(language) as unknown as Translate;
  return {
    name: `${duty.name ?? ''} · ${translate('today.notOnRecord')}`,
    phones: [],
    address: '',
    hours: null,
    prefers: null,
    speaks: asLanguage(String(duty.params.language ?? language)),
    reasons: [reasonOf(duty, language)],
    mayCall: true,
    maySell: false,
    pauses: [],
  };
}

function reasonOf(duty: Duty, language: Language): CallLine['reasons'][number] {
  const translate = wordsFor(language) as unknown as Translate;
  return {
    kind: duty.kind,
    words: dutyInWords(duty, translate, language),
    lateSince: duty.isOverdue ? duty.dueOn : null,
  };
}

function lineOf(
  db: ReadableDb,
  customer: CustomerRow,
  duties: readonly Duty[],
  { now, language }: { now: number; language: Language },
): CallLine {
  const phones = listContacts(db, customer.id)
    .filter(({ kind }) => kind === 'phone' || kind === 'whatsapp')
    .map(({ normalised, value }) => (normalised.startsWith('+') ? formatPhone(normalised) : value));
  const speaks = asLanguage(customer.language);
  const mayOffer = maySell(permissionsOf(db, customer.id, now), 'phone');
  const pauses = pausesOf(db, customer.id, now);
  return {
    name: `${fullName(personNames(customer), language) || customer.number} · ${customer.number}`,
    phones: [...new Set(phones)],
    address: salutationOf(customer, speaks),
    hours: findOwnPlan(db, customer.id)?.hours ?? customer.contact_hours,
    prefers: preferredChannelOf(customer.preferred_channel),
    speaks,
    reasons: duties.map((duty) => reasonOf(duty, language)),
    mayCall: duties.some((duty) => !isOffer(duty)) || (mayOffer && pauses.length === 0),
    maySell: mayOffer,
    pauses,
  };
}

function isOffer({ kind, params, needsConsent }: Duty): boolean {
  return needsConsent || offers.includes(kind) || params.purpose === 'selling';
}
