import type { Offer, Ties } from '@shared/contract/interests';
import type { InterestFlag, OfferAnswer } from '@shared/domain/allocation';
import type { ToldChannel } from '@shared/domain/promises';
import type { Insertable, Selectable } from 'kysely';
import type { AllocationOffers } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { heldUntil, standsAsSold } from '../interests/interests.sql';
import { listExtensions } from './holds.sql';

/** An offer with its names, its last answer and the sale it led to. */
export interface ShownOfferRow extends Selectable<AllocationOffers> {
  readonly allocation_number: string;
  readonly staff_name: string;
  readonly answer: string | null;
  readonly answer_words: string | null;
  readonly answered_at: number | null;
  readonly answered_by: string | null;
  readonly answerer_name: string | null;
  readonly sale_id: string | null;
  readonly receipt_number: string | null;
  readonly sold_at: number | null;
  readonly held_until: string;
  readonly is_again: number;
}

/** The same with whose offer it is. */
export interface OfferOfRow extends ShownOfferRow, CustomerOfRow {
  readonly customer_id: string;
  readonly product_id: string;
}

const columns = `o.*, a.number AS allocation_number, s.name AS staff_name,
  n.answer, n.words AS answer_words, n.at AS answered_at, n.staff_id AS answered_by, u.name AS answerer_name,
  x.sale_id, b.receipt_number, x.at AS sold_at, ${heldUntil} AS held_until,
  EXISTS (SELECT 1 FROM allocation_offers e JOIN interests f ON f.id = e.interest_id
    JOIN interests g ON g.customer_id = f.customer_id
    WHERE e.allocation_id = o.allocation_id AND e.id < o.id AND g.id = o.interest_id) AS is_again`;

const joins = `JOIN allocations a ON a.id = o.allocation_id JOIN staff s ON s.id = o.staff_id
  LEFT JOIN allocation_events n ON n.id = (SELECT e.id FROM allocation_events e
    WHERE e.offer_id = o.id AND e.kind = 'answered' ORDER BY e.id DESC LIMIT 1)
  LEFT JOIN staff u ON u.id = n.staff_id
  LEFT JOIN allocation_events x ON x.id = (SELECT x.id FROM allocation_events x
    WHERE x.offer_id = o.id AND x.kind = 'sold' AND ${standsAsSold} ORDER BY x.id DESC LIMIT 1)
  LEFT JOIN sales b ON b.id = x.sale_id`;

const withCustomer = `SELECT ${columns}, i.customer_id, i.product_id, ${customerColumns}
  FROM allocation_offers o ${joins} JOIN interests i ON i.id = o.interest_id JOIN customers c ON c.id = i.customer_id`;

/** Writes an offer; its event is the caller's to write. */
export function insertOffer(db: WritableDb, row: Insertable<AllocationOffers>): void {
  run(db, sqlBuilder.insertInto('allocation_offers').values(row));
}

/** Offers made for one interest, the last first. */
export function listOffersOf(db: ReadableDb, interestId: string): ShownOfferRow[] {
  return prepared(
    db,
    `SELECT ${columns} FROM allocation_offers o ${joins} WHERE o.interest_id = ? ORDER BY o.id DESC`,
  ).all(interestId) as ShownOfferRow[];
}

/** Offers of one piece, the last first. */
export function listOffersOfPiece(db: ReadableDb, allocationId: string): OfferOfRow[] {
  return prepared(db, `${withCustomer} WHERE o.allocation_id = ? ORDER BY o.id DESC`).all(
    allocationId,
  ) as OfferOfRow[];
}

/** One offer. */
export function findOffer(db: ReadableDb, id: string): OfferOfRow | undefined {
  return prepared(db, `${withCustomer} WHERE o.id = ?`).get(id) as OfferOfRow | undefined;
}

/** Offers made between two days, of one product or of any (null), the first first. */
export function listOffersBetween(
  db: ReadableDb,
  { from, to, productId }: { from: string; to: string; productId: string | null },
): (OfferOfRow & { due_rank: number | null })[] {
  return prepared(
    db,
    `SELECT t.*, (SELECT r.rank FROM allocation_ranks r
       WHERE r.allocation_id = t.allocation_id AND r.interest_id = t.due_interest_id) AS due_rank
     FROM (${withCustomer} WHERE o.offered_on BETWEEN @from AND @to) t
     WHERE @productId IS NULL OR t.product_id = @productId ORDER BY t.id`,
  ).all({ from, to, productId }) as (OfferOfRow & { due_rank: number | null })[];
}

/** An offer as the contract shows it. */
export function offerOf(db: ReadableDb, row: ShownOfferRow): Offer {
  return {
    id: row.id,
    allocationId: row.allocation_id,
    allocationNumber: row.allocation_number,
    at: row.at,
    by: { id: row.staff_id, name: row.staff_name },
    how: row.how as ToldChannel,
    rank: row.rank,
    words: row.words,
    holdUntil: row.held_until,
    extensions: listExtensions(db, row.id),
    overrideReason: row.override_reason,
    againReason: row.again_reason,
    isAgain: row.is_again === 1,
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
