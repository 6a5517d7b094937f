import type { AllocationPlace, AllocationSummary } from '@shared/contract/allocations';
import {
  type AllocationState,
  type InterestFlag,
  type InterestState,
  nextInLine,
  type ScoreLine,
} from '@shared/domain/allocation';
import type { ReadableDb } from '../../db/sql';
import { customerOf } from '../customers/cards.sql';
import { scarceProductOf } from '../interests/interest-view';
import { listPlaces, type PlaceRow, type ShownAllocationRow } from './allocations.sql';
import { listOffersOfPiece } from './offers.sql';

/** A piece as lists show it. */
export function summaryOf(db: ReadableDb, row: ShownAllocationRow): AllocationSummary {
  const isHeld = row.state === 'offered' || row.state === 'accepted' || row.state === 'sold';
  const last = isHeld ? listOffersOfPiece(db, row.id)[0] : undefined;
  return {
    id: row.id,
    number: row.number,
    product: scarceProductOf(row),
    serial: row.serial,
    openedAt: row.opened_at,
    openedBy: { id: row.opened_by, name: row.opener_name },
    state: row.state as AllocationState,
    holder: last ? customerOf(last) : null,
    holdUntil: last && row.state !== 'sold' ? last.hold_until : null,
    candidates: row.candidates,
    offers: row.offers,
    overrides: row.overrides,
  };
}

/** A place as the screen shows it. */
export function placeOf(row: PlaceRow): AllocationPlace {
  return {
    interestId: row.interest_id,
    interestNumber: row.interest_number,
    rank: row.rank,
    points: row.points,
    lines: JSON.parse(row.arithmetic) as ScoreLine[],
    flags: JSON.parse(row.flags) as InterestFlag[],
    customer: customerOf(row),
    registeredOn: row.registered_on,
    reason: row.reason,
    wantsToBeTold: row.wants_to_be_told === 1,
    isDiscreet: row.is_discreet === 1,
    state: row.state as InterestState,
    wasOffered: row.was_offered === 1,
  };
}

/** Who is next in line for a piece that nobody holds; null where nobody is left. */
export function findNext(db: ReadableDb, allocationId: string): AllocationPlace | null {
  return nextInLine(listPlaces(db, allocationId).map(placeOf));
}
