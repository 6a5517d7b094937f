import type { ReviewMeeting, ReviewPoint } from '@shared/contract/reviews';
import { asLanguage } from '@shared/domain/languages';
import type { ReviewSource, ReviewStatus } from '@shared/domain/reviews';
import { customerOf } from '../customers/cards.sql';
import type { ShownPointRow, ShownReviewRow } from './reviews.sql';

/** A meeting as the contract shows it; `names` are those of everybody who works or worked here. */
export function reviewOf(
  row: ShownReviewRow,
  names: ReadonlyMap<string, string>,
  today: string,
): ReviewMeeting {
  return {
    id: row.id,
    number: row.number,
    customer: customerOf(row),
    plannedOn: row.planned_on,
    plannedTime: row.planned_time,
    place: row.place,
    ourPeople: (JSON.parse(row.our_people) as string[]).map((id) => ({ id, name: names.get(id) ?? '' })),
    theirPeople: row.their_people,
    language: asLanguage(row.language),
    status: row.status as ReviewStatus,
    heldOn: row.held_on,
    customerWords: row.customer_words,
    satisfaction: row.satisfaction,
    nextOn: row.next_on,
    cancelledReason: row.cancelled_reason,
    isLate: row.status === 'planned' && row.planned_on < today,
    version: row.version,
  };
}

/** A point as the contract shows it. */
export function pointOf(row: ShownPointRow): ReviewPoint {
  return {
    id: row.id,
    source: row.source as ReviewSource,
    words: row.words,
    isInternal: row.is_internal === 1,
    isDiscreet: row.is_discreet === 1,
    minutes: row.minutes,
    promise:
      row.promise_id === null
        ? null
        : {
            id: row.promise_id,
            number: row.promise_number ?? '',
            what: row.promise_what ?? '',
            dueOn: row.promise_due_on ?? '',
            owner: row.promise_owner ?? '',
            status: row.promise_status ?? 'open',
            isDiscreet: row.promise_is_discreet === 1,
          },
  };
}
