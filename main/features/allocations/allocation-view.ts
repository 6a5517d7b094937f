import type { AllocationSummary } from '@shared/contract/allocations';
import type { AllocationState } from '@shared/domain/allocation';
import type { ReadableDb } from '../../db/sql';
import { customerOf } from '../customers/cards.sql';
import { scarceProductOf } from '../interests/interests.sql';
import type { ShownAllocationRow } from './allocations.sql';
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
    holdUntil: last && row.state !== 'sold' ? last.held_until : null,
    candidates: row.candidates,
    offers: row.offers,
    overrides: row.overrides,
  };
}
