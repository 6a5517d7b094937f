import type { PrivacyEvent, PrivacyRequest, Refusal } from '@shared/contract/privacy';
import { asLanguage } from '@shared/domain/languages';
import { daysLeft } from '@shared/domain/privacy';
import { namesOf } from '../customers/cards.sql';
import type { listRequestEvents, RefusalRow, ShownRequestRow } from './privacy.sql';

/** A row as the contract shows it; the days left are counted, never stored. */
export function requestOf(row: ShownRequestRow, today: string): PrivacyRequest {
  const isOpen = row.status === 'open';
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as PrivacyRequest['kind'],
    customer:
      row.customer_id === null
        ? null
        : {
            ...namesOf(row),
            id: row.customer_id,
            number: row.customer_number ?? '',
            isErased: row.is_erased === 1,
          },
    requesterName: row.requester_name,
    asksAs: row.asks_as as PrivacyRequest['asksAs'],
    what: row.what,
    receivedOn: row.received_on,
    receivedHow: row.received_how as PrivacyRequest['receivedHow'],
    receivedBy: { id: row.made_by, name: row.maker_name },
    identity:
      row.identity_seen !== null && row.identity_seen_on !== null
        ? { seen: row.identity_seen, on: row.identity_seen_on }
        : null,
    dueOn: row.due_on,
    daysLeft: isOpen ? daysLeft(row.due_on, today) : null,
    isLate: (row.answered_on ?? today) > row.due_on,
    language: asLanguage(row.language),
    feeMinor: row.fee_minor,
    currency: row.currency,
    status: row.status as PrivacyRequest['status'],
    answer: answerOf(row),
    copyMadeAt: row.copy_made_at,
    version: row.version,
  };
}

function answerOf(row: ShownRequestRow): PrivacyRequest['answer'] {
  const { answered_on, answered_how, answered_by, answer } = row;
  if (answered_on === null || answered_how === null || answered_by === null || answer === null) return null;
  return {
    on: answered_on,
    how: answered_how as PrivacyRequest['receivedHow'],
    by: { id: answered_by, name: row.answerer_name ?? '' },
    words: answer,
    copyHanded: row.copy_handed,
    thirdParties: JSON.parse(row.third_parties) as { name: string; toldOn: string }[],
  };
}

/** A step of a request as the contract shows it. */
export function eventOf(row: ReturnType<typeof listRequestEvents>[number]): PrivacyEvent {
  return {
    id: row.id,
    at: row.at,
    by: { id: row.staff_id, name: row.staff_name },
    kind: row.kind as PrivacyEvent['kind'],
    words: row.words,
  };
}

/** An entry of the log of refusals as the contract shows it. */
export function refusalOf(row: RefusalRow): Refusal {
  return {
    id: row.id,
    requestId: row.request_id,
    number: row.number,
    kind: row.kind as Refusal['kind'],
    ground: row.ground as Refusal['ground'],
    reasons: row.reasons,
    refusedOn: row.refused_on,
    keepUntil: row.keep_until,
    by: { id: row.staff_id, name: row.staff_name },
  };
}
