import type { Interest, Offer, ScarceProduct, Ties } from '@shared/contract/interests';
import type { InterestFlag, InterestPurpose, InterestState, OfferAnswer } from '@shared/domain/allocation';
import { waitDays } from '@shared/domain/allocation';
import { civilDateOf } from '@shared/domain/dates';
import type { ToldChannel } from '@shared/domain/promises';
import type { ReadableDb } from '../../db/sql';
import { listOpenPlacesOf } from '../allocations/allocations.sql';
import { listOffersOf, type ShownOfferRow } from '../allocations/offers.sql';
import { customerOf } from '../customers/cards.sql';
import { listInterestChanges, type ShownInterestRow } from './interests.sql';
import { flagsOf, type TiesAt, tiesOf } from './ties.sql';

interface ProductColumns {
  readonly product_id: string;
  readonly brand: string | null;
  readonly product_name: string;
  readonly product_chinese_name: string | null;
  readonly reference: string | null;
}

/** A product's names as they cross the process boundary. */
export function scarceProductOf(row: ProductColumns): ScarceProduct {
  return {
    id: row.product_id,
    brand: row.brand,
    name: row.product_name,
    chineseName: row.product_chinese_name,
    reference: row.reference,
  };
}

/** A row as the contract shows it, with its figures, its history and its offers. */
export function interestOf(db: ReadableDb, row: ShownInterestRow, at: TiesAt): Interest {
  const offers = listOffersOf(db, row.id).map(offerOf);
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

/** An offer as the contract shows it. */
export function offerOf(row: ShownOfferRow): Offer {
  return {
    id: row.id,
    allocationId: row.allocation_id,
    allocationNumber: row.allocation_number,
    at: row.at,
    by: { id: row.staff_id, name: row.staff_name },
    how: row.how as ToldChannel,
    rank: row.rank,
    words: row.words,
    holdUntil: row.hold_until,
    overrideReason: row.override_reason,
    flags: JSON.parse(row.flags) as InterestFlag[],
    ties: JSON.parse(row.ties) as Ties,
    answer:
      row.answer === null
        ? null
        : {
            answer: row.answer as OfferAnswer,
            words: row.answer_words,
            at: row.answered_at ?? 0,
            by: { id: row.answered_by ?? '', name: row.answerer_name ?? '' },
          },
    sale:
      row.sale_id === null
        ? null
        : { id: row.sale_id, receiptNumber: row.receipt_number ?? '', at: row.sold_at ?? 0 },
  };
}
