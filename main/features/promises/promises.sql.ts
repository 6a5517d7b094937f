import type { PromiseKind, PromiseOrigin } from '@shared/domain/promises';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { PromiseEvents, Promises } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { findStandingCustomer, isActiveStaff } from '../customers/customers.sql';
import { indexCustomer } from '../search/search.sql';

export type PromiseRow = Selectable<Promises>;

/** What is promised, as every feature that ends in a promise hands it over. */
export interface NewPromise {
  readonly customerId: string;
  readonly kind: PromiseKind;
  readonly what: string;
  /** Civil date, not before today. */
  readonly dueOn: string;
  readonly dueTime?: string | null;
  /** Absent: whoever makes it. */
  readonly ownerId?: string | undefined;
  readonly isDiscreet?: boolean;
  readonly origin: { readonly kind: PromiseOrigin; readonly id: string | null };
}

type Context = Pick<CommandContext, 'db' | 'now' | 'today' | 'newId' | 'nextNumber'> & {
  readonly staff: { readonly staffId: string };
};

/**
 * Writes a promise into the ledger, inside the caller's transaction; returns its id and number. Fails with
 * CUSTOMER_NOT_FOUND, DUE_IN_THE_PAST or OWNER_NOT_FOUND, which the calling operation declares.
 */
export function makePromise(
  { db, now, today, staff, newId, nextNumber }: Context,
  made: NewPromise,
): { promiseId: string; number: string } {
  const customer = findStandingCustomer(db, made.customerId);
  if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
  if (made.dueOn < today) fail('DUE_IN_THE_PAST');
  const ownerId = made.ownerId ?? staff.staffId;
  if (!isActiveStaff(db, ownerId)) fail('OWNER_NOT_FOUND');
  const promiseId = newId();
  const number = `P${nextNumber('promise')}`;
  const row: Insertable<Promises> = {
    id: promiseId,
    number,
    customer_id: customer.id,
    kind: made.kind,
    what: made.what,
    due_on: made.dueOn,
    due_time: made.dueTime ?? null,
    owner_id: ownerId,
    made_by: staff.staffId,
    made_at: now,
    origin_kind: made.origin.kind,
    origin_id: made.origin.id,
    is_discreet: made.isDiscreet ? 1 : 0,
    updated_at: now,
  };
  run(db, sqlBuilder.insertInto('promises').values(row));
  insertPromiseEvent(db, {
    id: newId(),
    promise_id: promiseId,
    at: now,
    staff_id: staff.staffId,
    kind: 'made',
    detail: JSON.stringify({ dueOn: made.dueOn }),
  });
  indexCustomer(db, customer.id);
  return { promiseId, number };
}

/** Adds a line to a promise's history. */
export function insertPromiseEvent(db: WritableDb, row: Insertable<PromiseEvents>): void {
  run(db, sqlBuilder.insertInto('promise_events').values(row));
}

/** One promise. */
export function findPromise(db: ReadableDb, id: string): PromiseRow | undefined {
  return one(db, sqlBuilder.selectFrom('promises').selectAll().where('id', '=', id));
}

/** Changes columns of one promise and what finds it; its history is the caller's to write. */
export function updatePromise(
  db: WritableDb,
  { id, customer_id }: PromiseRow,
  columns: Updateable<Promises>,
): void {
  run(db, sqlBuilder.updateTable('promises').set(columns).where('id', '=', id));
  if ('what' in columns || 'outcome' in columns) indexCustomer(db, customer_id);
}

/** A promise with the names it is shown with. */
export interface ShownPromiseRow extends PromiseRow, CustomerOfRow {
  readonly owner_name: string;
  readonly maker_name: string;
  readonly origin_number: string | null;
  readonly found: number;
}

/** Where the records that a promise may come from have the numbers people read. */
const originNumbers: readonly (readonly [origin: PromiseOrigin, table: string, column: string])[] = [
  ['conversation', 'conversations', 'number'],
  ['enquiry', 'enquiries', 'number'],
  ['quotation', 'quotations', 'number'],
  ['complaint', 'complaints', 'number'],
  ['job', 'service_jobs', 'number'],
  ['handover', 'handovers', 'number'],
  ['review', 'review_meetings', 'number'],
  ['event', 'events', 'number'],
  ['sale', 'sales', 'receipt_number'],
  ['allocation', 'allocations', 'number'],
];
const originNumber = `CASE p.origin_kind ${originNumbers
  .map(
    ([kind, table, column]) =>
      `WHEN '${kind}' THEN (SELECT x.${column} FROM ${table} x WHERE x.id = p.origin_id)`,
  )
  .join(' ')} END`;

const shown = `SELECT p.*, o.name AS owner_name, m.name AS maker_name, ${originNumber} AS origin_number, ${customerColumns}`;
const joined = `JOIN customers c ON c.id = p.customer_id JOIN staff o ON o.id = p.owner_id JOIN staff m ON m.id = p.made_by`;

/** The condition that promise `p` is to answer an enquiry that is open still: it stands there, with its question. */
export const answersEnquiry = `EXISTS (SELECT 1 FROM enquiries e WHERE e.promise_id = p.id AND e.status = 'open')`;

/** Which promises a list is about. */
export interface PromiseFilter {
  /** Of this owner; null: everybody's. */
  readonly ownerId: string | null;
  readonly customerId: string | null;
  readonly show: 'open' | 'late' | 'closed';
  /** Civil date: what is due before it is late. */
  readonly today: string;
  readonly limit: number;
}

/** Promises of the shop: open ones by their day, closed ones the last first. `found` counts those beyond the limit, too. */
export function listPromises(
  db: ReadableDb,
  { ownerId, customerId, show, today, limit }: PromiseFilter,
): ShownPromiseRow[] {
  const which = {
    open: `p.status = 'open'`,
    late: `p.status = 'open' AND p.due_on < @today`,
    closed: 'p.closed_at IS NOT NULL',
  }[show];
  const whose = [
    ownerId === null ? '' : 'AND p.owner_id = @ownerId',
    // On the customer's page the promise to answer an open enquiry is the enquiry's own line.
    customerId === null ? '' : `AND p.customer_id = @customerId AND NOT ${answersEnquiry}`,
  ].join(' ');
  const order =
    show === 'closed' ? 'p.closed_at DESC, p.id' : `p.due_on, coalesce(p.due_time, '24:00'), p.id`;
  return prepared(
    db,
    `${shown}, count(*) OVER () AS found FROM promises p ${joined}
     WHERE ${which} ${whose} ORDER BY ${order} LIMIT @limit`,
  ).all({
    today,
    limit,
    ...(ownerId ? { ownerId } : {}),
    ...(customerId ? { customerId } : {}),
  }) as ShownPromiseRow[];
}

/** One promise with its names. */
export function findShownPromise(db: ReadableDb, id: string): ShownPromiseRow | undefined {
  return prepared(db, `${shown}, 1 AS found FROM promises p ${joined} WHERE p.id = ?`).get(id) as
    | ShownPromiseRow
    | undefined;
}

/** The history of one promise, oldest first. */
export function listPromiseEvents(db: ReadableDb, promiseId: string) {
  return prepared(
    db,
    `SELECT e.*, s.name AS staff_name FROM promise_events e JOIN staff s ON s.id = e.staff_id
     WHERE e.promise_id = ? ORDER BY e.id`,
  ).all(promiseId) as (Selectable<PromiseEvents> & { staff_name: string })[];
}

/** How many open promises have a day before this one. */
export function countLatePromises(db: ReadableDb, today: string): number {
  return prepared(db, `SELECT count(*) FROM promises WHERE status = 'open' AND due_on < ?`)
    .pluck()
    .get(today) as number;
}

/** What the kept-rate counts: promises whose day is between two dates. */
export function listCountedPromises(db: ReadableDb, from: string, to: string) {
  return all(
    db,
    sqlBuilder
      .selectFrom('promises')
      .innerJoin('staff', 'staff.id', 'promises.owner_id')
      .select([
        'promises.status',
        'promises.kind',
        'promises.due_on',
        'promises.due_time',
        'promises.closed_at',
        'promises.owner_id',
        'staff.name as owner_name',
      ])
      .where('promises.due_on', '>=', from)
      .where('promises.due_on', '<=', to),
  );
}
