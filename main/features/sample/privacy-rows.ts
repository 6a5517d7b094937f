import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import { answerDue, REFUSAL_LOG_YEARS, yearsLater } from '@shared/domain/privacy';
import { prepared, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';
import { insertIncident, insertIncidentEvent } from '../privacy/incidents.sql';
import { insertRefusal, insertRequest, insertRequestEvent } from '../privacy/privacy.sql';
import type { Sample } from './generator/types';

interface SampleRequest {
  readonly kind: 'access' | 'correction' | 'erasure';
  readonly daysAgo: number;
  readonly how: 'letter' | 'email' | 'in-person';
  readonly what: string;
  readonly identity: string | null;
  /** Null while it is open. */
  readonly end: {
    readonly status: 'granted' | 'refused';
    readonly afterDays: number;
    readonly words: string;
    readonly ground?: 'repeated';
    readonly copy?: string;
  } | null;
}

const identity = 'Identity card seen, photograph matches';

const requests: readonly SampleRequest[] = [
  {
    kind: 'access',
    daysAgo: 12,
    how: 'letter',
    what: 'A copy of everything the shop holds about me, and where it came from',
    identity,
    end: null,
  },
  {
    kind: 'erasure',
    daysAgo: 3,
    how: 'email',
    what: 'I am moving away; please erase my record',
    identity: null,
    end: null,
  },
  {
    kind: 'correction',
    daysAgo: 140,
    how: 'in-person',
    what: 'The district is wrong: Sai Kung, not Sha Tin',
    identity,
    end: {
      status: 'granted',
      afterDays: 1,
      words: 'District corrected',
      copy: 'Printed, handed over at the counter',
    },
  },
  {
    kind: 'access',
    daysAgo: 210,
    how: 'letter',
    what: 'All data since 2019, for the third time this year',
    identity,
    end: {
      status: 'refused',
      afterDays: 20,
      words: 'The same data were handed over four weeks before and nothing has been added since',
      ground: 'repeated',
    },
  },
];

/** A few requests about personal data, open and answered, a refusal in the log, and one incident. */
export function insertPrivacy(
  db: WritableDb,
  { staff, shop }: Sample,
  { now, counter }: { now: number; counter: string },
): void {
  const manager = staff.find(({ role }) => role === 'manager');
  const advisor = staff.find(({ role }) => role === 'advisor');
  if (!manager || !advisor) return;
  // Not the first of the list: other stories are told about those.
  const customers = prepared(db, 'SELECT id, language FROM customers ORDER BY number LIMIT ? OFFSET 40').all(
    requests.length,
  ) as { id: string; language: string }[];
  const today = civilDateOf(now);
  for (const [index, request] of requests.entries()) {
    const customer = customers[index];
    if (!customer) continue;
    const receivedOn = addDays(today, -request.daysAgo);
    const madeAt = noonOf(receivedOn);
    const id = newId();
    const number = `R${takeNumber(db, counter, 'privacy-request')}`;
    const answeredOn = request.end ? addDays(receivedOn, request.end.afterDays) : null;
    const answeredAt = answeredOn ? noonOf(answeredOn) : null;
    insertRequest(db, {
      id,
      number,
      customer_id: customer.id,
      kind: request.kind,
      asks_as: 'self',
      what: request.what,
      received_on: receivedOn,
      received_how: request.how,
      identity_seen: request.identity,
      identity_seen_on: request.identity ? receivedOn : null,
      due_on: answerDue(receivedOn),
      language: customer.language,
      currency: shop.currency,
      status: request.end?.status ?? 'open',
      answered_on: answeredOn,
      answered_at: answeredAt,
      answered_by: request.end ? manager.id : null,
      answered_how: request.end ? request.how : null,
      answer: request.end?.words ?? null,
      copy_handed: request.end?.copy ?? null,
      made_by: advisor.id,
      made_at: madeAt,
      updated_at: answeredAt ?? madeAt,
    });
    insertRequestEvent(db, {
      id: newId(),
      request_id: id,
      at: madeAt,
      staff_id: advisor.id,
      kind: 'received',
    });
    if (!request.end || answeredOn === null || answeredAt === null) continue;
    insertRequestEvent(db, {
      id: newId(),
      request_id: id,
      at: answeredAt,
      staff_id: manager.id,
      kind: 'answered',
    });
    if (request.end.ground)
      insertRefusal(db, {
        id: newId(),
        request_id: id,
        number,
        kind: request.kind,
        ground: request.end.ground,
        reasons: request.end.words,
        refused_on: answeredOn,
        keep_until: yearsLater(answeredOn, REFUSAL_LOG_YEARS),
        staff_id: manager.id,
        at: answeredAt,
      });
  }
  insertSampleIncident(db, { managerId: manager.id, today, counter });
}

const lesson = 'Letters are folded at the printer, one at a time, and the window is read before sealing';

function insertSampleIncident(
  db: WritableDb,
  { managerId, today, counter }: { managerId: string; today: string; counter: string },
): void {
  const id = newId();
  const day = addDays(today, -95);
  insertIncident(db, {
    id,
    number: `I${takeNumber(db, counter, 'incident')}`,
    happened_on: day,
    noticed_on: addDays(day, 1),
    kind: 'wrong-recipient',
    what: 'Two repair estimates were put into each other’s envelope',
    data_kinds: 'Name, address, the watch and its estimate',
    people: 2,
    measures: 'Both were called the same day; the letters came back unopened',
    made_by: managerId,
    made_at: noonOf(addDays(day, 1)),
    closed_on: addDays(day, 8),
    lesson,
    closed_by: managerId,
  });
  insertIncidentEvent(db, {
    id: newId(),
    incident_id: id,
    at: noonOf(addDays(day, 1)),
    staff_id: managerId,
    kind: 'told',
    whom: 'people',
    on_day: addDays(day, 1),
    words: 'By phone, with an apology',
  });
  insertIncidentEvent(db, {
    id: newId(),
    incident_id: id,
    at: noonOf(addDays(day, 8)),
    staff_id: managerId,
    kind: 'closed',
    whom: null,
    on_day: addDays(day, 8),
    words: lesson,
  });
}

const hourMs = 3_600_000;
const noonOf = (day: string) => startOfDay(day) + 12 * hourMs;
