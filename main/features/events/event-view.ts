import type { EventGuest, OwnEvent, ShopEvent } from '@shared/contract/event-shapes';
import {
  type EventKind,
  eventStageOf,
  type GuestVerdict,
  guestFigures,
  type OwnEventKind,
} from '@shared/domain/events';
import { asLanguage } from '@shared/domain/languages';
import type { ToldChannel } from '@shared/domain/promises';
import type { ReadableDb } from '../../db/sql';
import { customerOf } from '../customers/cards.sql';
import { listCountedGuests, type ShownEventRow } from './events.sql';
import type { ShownGuestRow } from './guests.sql';
import type { ShownOwnEventRow } from './own-events.sql';

/** A row as the contract shows it, with its figures. */
export function eventOf(db: ReadableDb, row: ShownEventRow, now: number): ShopEvent {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as EventKind,
    name: row.name,
    place: row.place,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    startsOn: row.starts_on,
    answerBy: row.answer_by,
    capacity: row.capacity,
    language: asLanguage(row.language),
    words: row.words,
    currency: row.currency,
    budgetMinor: row.budget_minor,
    spentMinor: row.spent_minor,
    owner: { id: row.owner_id, name: row.owner_name },
    stage: eventStageOf(
      { isCancelled: row.status === 'cancelled', startsAt: row.starts_at, endsAt: row.ends_at },
      now,
    ),
    cancelReason: row.cancel_reason,
    unnamedPersons: row.unnamed_persons,
    figures: guestFigures(listCountedGuests(db, row.id), row.unnamed_persons),
    version: row.version,
  };
}

/** A guest as the contract shows them. */
export function guestOf(
  row: ShownGuestRow,
  verdict: GuestVerdict | null,
  heldOutOf: string | null,
): EventGuest {
  return {
    id: row.id,
    number: row.number,
    customer: customerOf(row),
    phoneEnd: row.phone_end,
    card: row.card,
    source: row.source as EventGuest['source'],
    invited:
      row.invited_at !== null && row.invited_channel !== null
        ? { by: row.invited_channel as NonNullable<EventGuest['invited']>['by'], at: row.invited_at }
        : null,
    reply:
      row.reply !== null && row.reply_at !== null
        ? {
            reply: row.reply as NonNullable<EventGuest['reply']>['reply'],
            persons: row.persons ?? 1,
            at: row.reply_at,
            how: row.reply_how as ToldChannel,
          }
        : null,
    arrived:
      row.arrived_at !== null && row.arrived_persons !== null
        ? { at: row.arrived_at, persons: row.arrived_persons }
        : null,
    followUp: row.follow_up as EventGuest['followUp'],
    promiseNumber: row.promise_number,
    told: row.told_at !== null ? { at: row.told_at, channel: row.told_channel as ToldChannel } : null,
    note: row.note,
    verdict: verdict && { ...verdict, ways: [...verdict.ways], obstacles: [...verdict.obstacles] },
    heldOutOf,
  };
}

/** A customer's own event as the contract shows it. */
export function ownEventOf(row: ShownOwnEventRow): OwnEvent {
  return {
    id: row.id,
    kind: row.kind as OwnEventKind,
    name: row.name,
    place: row.place,
    heldOn: row.held_on,
    words: row.words,
    isDiscreet: row.is_discreet === 1,
    owner: { id: row.owner_id, name: row.owner_name },
    status: row.status as OwnEvent['status'],
    outcome: row.outcome,
    version: row.version,
  };
}
