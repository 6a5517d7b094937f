import { addDays } from '@shared/domain/dates';
import { prepared } from '../../db/sql';
import type { DutySource, Scope } from '../../kernel/parts';
import { heldUntil, isOfferSold, isOfferStanding, productWords } from '../interests/interests.sql';
import { type DueRow, groupOf, mostOfAKind, people, standing, whose } from '../today/due.sql';
import { allocationState } from './allocations.sql';
import { findNext } from './places.sql';

/** How many days before its last one an offer is shown. */
const horizon = 2;

/** Offers nobody has answered, or that were accepted and not bought, whose hold runs out. Mine are those I made. */
export const offerHoldDuties: DutySource = (db, scope, { today }) => {
  const rows = prepared(
    db,
    `SELECT o.id, i.customer_id, ${heldUntil} AS due_on, i.is_discreet, count(*) OVER () AS found,
       json_object('piece', ${productWords}, 'number', a.number, 'by', s.name) AS params
     FROM allocation_offers o JOIN interests i ON i.id = o.interest_id JOIN allocations a ON a.id = o.allocation_id
       JOIN products p ON p.id = a.product_id JOIN staff s ON s.id = o.staff_id
       JOIN customers c ON c.id = i.customer_id AND ${standing}
     WHERE ${heldUntil} <= @to AND ${whose(scope, 'o.staff_id')} AND ${isOfferStanding} AND NOT ${isOfferSold}
     ORDER BY due_on, o.id LIMIT @limit`,
  ).all({ to: addDays(today, horizon), limit: mostOfAKind, ...people(scope) }) as DueRow[];
  return groupOf(db, 'offer-hold', rows, today);
};

/** Pieces that nobody holds an offer of: due to whoever is next in line. Mine are those I opened, and my customers. */
export const allocationDuties: DutySource = (db, scope, { today }) => {
  const due = openPieces(db, scope).flatMap((piece): Omit<DueRow, 'found'>[] => {
    const next = findNext(db, piece.id);
    if (!next || !isFor(piece, next.customer.id, scope, db)) return [];
    return [
      {
        id: piece.id,
        customer_id: next.customer.id,
        due_on: null,
        is_discreet: next.isDiscreet ? 1 : 0,
        params: piece.params,
      },
    ];
  });
  const rows = due.slice(0, mostOfAKind).map((row) => ({ ...row, found: due.length }));
  return groupOf(db, 'allocation', rows, today);
};

interface Piece {
  readonly id: string;
  readonly opened_by: string;
  readonly params: string;
}

/** Pieces without an offer; about one customer, only those on whose list they stand. */
function openPieces(db: Parameters<DutySource>[0], { customerId }: Scope): Piece[] {
  const from =
    customerId === null
      ? 'allocations a'
      : `interests i JOIN allocation_ranks r ON r.interest_id = i.id JOIN allocations a ON a.id = r.allocation_id`;
  return prepared(
    db,
    `SELECT DISTINCT a.id, a.opened_at, a.opened_by, json_object('piece', ${productWords}, 'number', a.number) AS params
     FROM ${from} JOIN products p ON p.id = a.product_id
     WHERE ${customerId === null ? '' : 'i.customer_id = @customerId AND'} ${allocationState} = 'waiting'
     ORDER BY a.opened_at, a.id`,
  ).all(customerId === null ? {} : { customerId }) as Piece[];
}

function isFor(
  piece: Piece,
  nextId: string,
  { customerId, staffId }: Scope,
  db: Parameters<DutySource>[0],
): boolean {
  if (customerId !== null) return nextId === customerId;
  if (staffId === null || piece.opened_by === staffId) return true;
  return (
    prepared(
      db,
      'SELECT 1 FROM customers WHERE id = @nextId AND (primary_advisor_id = @staffId OR secondary_advisor_id = @staffId)',
    ).get({ nextId, staffId }) !== undefined
  );
}
