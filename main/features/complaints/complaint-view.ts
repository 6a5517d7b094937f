import type { Complaint, ComplaintEvent } from '@shared/contract/complaints';
import {
  type ComplaintCause,
  type ComplaintClocks,
  type ComplaintSource,
  type ComplaintSubject,
  clockStanding,
  type Severity,
} from '@shared/domain/complaints';
import type { ToldChannel } from '@shared/domain/promises';
import { customerOf } from '../customers/cards.sql';
import type { ComplaintRow, listComplaintEvents, ShownComplaintRow } from './complaints.sql';

/** A row as the contract shows it; how it stands against its clocks is computed, never stored. */
export function complaintOf(row: ShownComplaintRow, now: number): Complaint {
  return {
    id: row.id,
    number: row.number,
    customer: customerOf(row),
    source: row.source as ComplaintSource,
    about: row.about as ComplaintSubject,
    what: row.what,
    ...linksOf(row),
    severity: row.severity as Severity,
    receivedAt: row.received_at,
    receivedBy: { id: row.received_by, name: row.receiver_name },
    owner: { id: row.owner_id, name: row.owner_name },
    respondBy: row.respond_by,
    resolveBy: row.resolve_by,
    respondedAt: row.responded_at,
    ...clockStanding(clocksOf(row), now),
    isDiscreet: row.is_discreet === 1,
    status: row.status as Complaint['status'],
    escalatedAt: row.escalated_at,
    ...endOf(row),
    currency: row.currency,
    closedAt: row.closed_at,
    satisfaction: row.satisfaction,
    version: row.version,
  };
}

function linksOf(row: ShownComplaintRow): Pick<Complaint, 'sale' | 'item' | 'aboutStaff'> {
  return {
    sale: row.sale_id
      ? { id: row.sale_id, receiptNumber: row.receipt_number ?? '', soldOn: row.sold_on ?? '' }
      : null,
    item: row.item_id
      ? { id: row.item_id, description: row.item_description ?? '', serial: row.item_serial }
      : null,
    aboutStaff: row.about_staff_id ? { id: row.about_staff_id, name: row.about_staff_name ?? '' } : null,
  };
}

function endOf(row: ShownComplaintRow): Pick<Complaint, 'remedy' | 'told' | 'cause' | 'lesson'> {
  return {
    remedy:
      row.remedy === null
        ? null
        : {
            words: row.remedy,
            state: row.remedy_state as 'proposed' | 'agreed',
            costMinor: row.remedy_cost_minor ?? 0,
          },
    told:
      row.told_channel !== null && row.told_at !== null && row.told_what !== null
        ? { channel: row.told_channel as ToldChannel, at: row.told_at, what: row.told_what }
        : null,
    cause: row.cause_code ? { code: row.cause_code as ComplaintCause, words: row.cause ?? '' } : null,
    lesson: row.lesson,
  };
}

/** A row as the clocks need it. */
export function clocksOf(row: ComplaintRow): ComplaintClocks {
  return {
    respondBy: row.respond_by,
    resolveBy: row.resolve_by,
    respondedAt: row.responded_at,
    closedAt: row.closed_at,
  };
}

/** A step as the contract shows it. */
export function eventOf(row: ReturnType<typeof listComplaintEvents>[number]): ComplaintEvent {
  return {
    id: row.id,
    at: row.at,
    by: { id: row.staff_id, name: row.staff_name },
    kind: row.kind as ComplaintEvent['kind'],
    words: row.words,
    detail: JSON.parse(row.detail) as ComplaintEvent['detail'],
  };
}
