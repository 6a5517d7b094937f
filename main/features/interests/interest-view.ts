import type { Interest } from '@shared/contract/interests';
import type { InterestPurpose, InterestState } from '@shared/domain/allocation';
import { waitDays } from '@shared/domain/allocation';
import { civilDateOf } from '@shared/domain/dates';
import type { ReadableDb } from '../../db/sql';
import { listOpenPlacesOf } from '../allocations/allocations.sql';
import { listOffersOf, offerOf } from '../allocations/offers.sql';
import { customerOf } from '../customers/cards.sql';
import { listInterestChanges, type ShownInterestRow, scarceProductOf } from './interests.sql';
import { flagsOf, type TiesAt, tiesOf } from './ties.sql';

/** A row as the contract shows it, with its figures, its history and its offers. */
export function interestOf(db: ReadableDb, row: ShownInterestRow, at: TiesAt): Interest {
  const offers = listOffersOf(db, row.id).map((offer) => offerOf(db, offer));
  const changes = listInterestChanges(db, row.id);
  const state = row.state as InterestState;
  const soldAt = offers.find(({ sale }) => sale !== null)?.sale?.at;
  const endedAt = state === 'served' ? soldAt : state === 'withdrawn' ? changes[0]?.at : undefined;
  return {
    id: row.id,
    number: row.number,
    customer: customerOf(row),
    product: scarceProductOf(row),
    registeredAt: row.registered_at,
    registeredOn: row.registered_on,
    registeredBy: { id: row.registered_by, name: row.registrar_name },
    advisor: { id: row.advisor_id, name: row.advisor_name },
    reason: row.reason,
    statedTies: row.stated_ties,
    purpose: row.purpose as InterestPurpose,
    wantsToBeTold: row.wants_to_be_told === 1,
    isDiscreet: row.is_discreet === 1,
    state,
    waitedDays: waitDays(
      row.registered_on,
      endedAt === undefined ? at.today : civilDateOf(endedAt, at.timeZone),
    ),
    changes: changes.map((change) => ({
      kind: change.kind as 'withdrawn',
      reason: change.reason ?? '',
      at: change.at,
      by: { id: change.staff_id, name: change.staff_name },
    })),
    flags: flagsOf(db, row.customer_id, null),
    ties: tiesOf(db, row.customer_id, row.brand, at),
    offers,
    places: state === 'waiting' ? listOpenPlacesOf(db, row.id) : [],
  };
}
