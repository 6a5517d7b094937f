import type { ComplaintSource, ComplaintSubject, Severity } from '@shared/domain/complaints';
import { dueOf } from '@shared/domain/complaints';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ComplaintEvents, Complaints } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { findStandingCustomer, isActiveStaff } from '../customers/customers.sql';
import { findItem } from '../items/items.sql';
import { findSale } from '../sales/sales.sql';
import { indexCustomer } from '../search/search.sql';
import { readSetting } from '../shop/shop.sql';

export type ComplaintRow = Selectable<Complaints>;

/** A clock of another counter may be a little ahead. */
export const clockToleranceMs = 5 * 60_000;

/** What is known when a complaint comes in, as every feature that opens one hands it over. */
export interface NewComplaint {
  readonly customerId: string;
  readonly source: ComplaintSource;
  readonly about: ComplaintSubject;
  readonly what: string;
  readonly severity: Severity;
  readonly saleId?: string | null;
  readonly itemId?: string | null;
  readonly aboutStaffId?: string | null;
  readonly receivedAt?: number | null;
  /** Absent: whoever writes it down. */
  readonly ownerId?: string | undefined;
  readonly isDiscreet?: boolean;
}

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'shop' | 'newId' | 'nextNumber'>;

/**
 * Opens a case, inside the caller's transaction; returns its id and number. Fails with the codes of
 * `complaintTermsErrors`, which the calling operation declares.
 */
export function openComplaint(context: Context, made: NewComplaint): { complaintId: string; number: string } {
  const { db, now, staff, shop, newId, nextNumber } = context;
  const customer = findStandingCustomer(db, made.customerId);
  if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
  const ownerId = made.ownerId ?? staff.staffId;
  if (!isActiveStaff(db, ownerId)) fail('OWNER_NOT_FOUND');
  checkLinks(db, customer.id, made);
  const receivedAt = made.receivedAt ?? now;
  if (receivedAt > now + clockToleranceMs) fail('COMPLAINT_IN_THE_FUTURE');
  const { respondBy, resolveBy } = dueOf(receivedAt, made.severity, readSetting(db, 'complaintRules'));
  const complaintId = newId();
  const number = `C${nextNumber('complaint')}`;
  const row: Insertable<Complaints> = {
    id: complaintId,
    number,
    customer_id: customer.id,
    source: made.source,
    about: made.about,
    what: made.what,
    sale_id: made.saleId ?? null,
    item_id: made.itemId ?? null,
    about_staff_id: made.aboutStaffId ?? null,
    severity: made.severity,
    received_at: receivedAt,
    received_by: staff.staffId,
    owner_id: ownerId,
    respond_by: respondBy,
    resolve_by: resolveBy,
    is_discreet: made.isDiscreet ? 1 : 0,
    currency: shop.currency,
    updated_at: now,
  };
  run(db, sqlBuilder.insertInto('complaints').values(row));
  insertComplaintEvent(db, {
    id: newId(),
    complaint_id: complaintId,
    at: now,
    staff_id: staff.staffId,
    kind: 'received',
    words: made.what,
    detail: JSON.stringify({ source: made.source, severity: made.severity }),
  });
  indexCustomer(db, customer.id);
  return { complaintId, number };
}

/** A case may point only at what is the customer's own. */
function checkLinks(
  db: ReadableDb,
  customerId: string,
  { saleId, itemId, aboutStaffId }: NewComplaint,
): void {
  if (saleId && findSale(db, saleId)?.customer_id !== customerId) fail('COMPLAINT_LINK');
  if (itemId && findItem(db, itemId)?.customer_id !== customerId) fail('COMPLAINT_LINK');
  if (aboutStaffId && !prepared(db, 'SELECT 1 FROM staff WHERE id = ?').get(aboutStaffId))
    fail('COMPLAINT_LINK');
}

/** Adds a step to a case. */
export function insertComplaintEvent(db: WritableDb, row: Insertable<ComplaintEvents>): void {
  run(db, sqlBuilder.insertInto('complaint_events').values(row));
}

/** One case. */
export function findComplaint(db: ReadableDb, id: string): ComplaintRow | undefined {
  return one(db, sqlBuilder.selectFrom('complaints').selectAll().where('id', '=', id));
}

/** Changes columns of one case; its step is the caller's to write. */
export function updateComplaint(db: WritableDb, id: string, columns: Updateable<Complaints>): void {
  run(db, sqlBuilder.updateTable('complaints').set(columns).where('id', '=', id));
}

/** How many complaints of this customer are open. */
export function countOpenComplaints(db: ReadableDb, customerId: string): number {
  const row = prepared(
    db,
    `SELECT count(*) AS open FROM complaints WHERE customer_id = ? AND status = 'open'`,
  ).get(customerId) as { open: number };
  return row.open;
}

/** True while a complaint of this customer is open: nobody sells to them meanwhile. */
export function hasOpenComplaint(db: ReadableDb, customerId: string): boolean {
  return countOpenComplaints(db, customerId) > 0;
}

/** True for a manager who works here now. */
export function isActiveManager(db: ReadableDb, staffId: string): boolean {
  const text = `SELECT 1 FROM staff WHERE id = ? AND role = 'manager' AND deactivated_at IS NULL`;
  return prepared(db, text).get(staffId) !== undefined;
}

/** A case with the names it is shown with. */
export interface ShownComplaintRow extends ComplaintRow, CustomerOfRow {
  readonly owner_name: string;
  readonly receiver_name: string;
  readonly about_staff_name: string | null;
  readonly receipt_number: string | null;
  readonly sold_on: string | null;
  readonly item_description: string | null;
  readonly item_serial: string | null;
  readonly found: number;
}

const shown = `SELECT x.*, o.name AS owner_name, r.name AS receiver_name, a.name AS about_staff_name,
    s.receipt_number, s.sold_on, i.description AS item_description, i.serial AS item_serial,
    ${customerColumns}`;
const joined = `JOIN customers c ON c.id = x.customer_id JOIN staff o ON o.id = x.owner_id
  JOIN staff r ON r.id = x.received_by LEFT JOIN staff a ON a.id = x.about_staff_id
  LEFT JOIN sales s ON s.id = x.sale_id LEFT JOIN items i ON i.id = x.item_id`;

/** Which cases a list is about. */
export interface ComplaintFilter {
  /** Of this owner; null: everybody's. */
  readonly ownerId: string | null;
  readonly customerId: string | null;
  readonly show: 'open' | 'late' | 'closed';
  /** The instant after which a clock is over. */
  readonly now: number;
  readonly limit: number;
}

/** Cases: the open ones whose clock ends first come first, closed ones the last first. `found` counts beyond the limit. */
export function listComplaints(
  db: ReadableDb,
  { ownerId, customerId, show, now, limit }: ComplaintFilter,
): ShownComplaintRow[] {
  const nextDue = 'iif(x.responded_at IS NULL, x.respond_by, x.resolve_by)';
  const which = {
    open: `x.status = 'open'`,
    late: `x.status = 'open' AND ${nextDue} < @now`,
    closed: 'x.closed_at IS NOT NULL',
  }[show];
  const whose = [
    ownerId === null ? '' : 'AND x.owner_id = @ownerId',
    customerId === null ? '' : 'AND x.customer_id = @customerId',
  ].join(' ');
  const order = show === 'closed' ? 'x.closed_at DESC, x.id' : `${nextDue}, x.id`;
  return prepared(
    db,
    `${shown}, count(*) OVER () AS found FROM complaints x ${joined}
     WHERE ${which} ${whose} ORDER BY ${order} LIMIT @limit`,
  ).all({
    limit,
    ...(show === 'late' ? { now } : {}),
    ...(ownerId ? { ownerId } : {}),
    ...(customerId ? { customerId } : {}),
  }) as ShownComplaintRow[];
}

/** One case with its names. */
export function findShownComplaint(db: ReadableDb, id: string): ShownComplaintRow | undefined {
  return prepared(db, `${shown}, 1 AS found FROM complaints x ${joined} WHERE x.id = ?`).get(id) as
    | ShownComplaintRow
    | undefined;
}

/** The steps of one case, oldest first. */
export function listComplaintEvents(db: ReadableDb, complaintId: string) {
  return prepared(
    db,
    `SELECT e.*, s.name AS staff_name FROM complaint_events e JOIN staff s ON s.id = e.staff_id
     WHERE e.complaint_id = ? ORDER BY e.id`,
  ).all(complaintId) as (Selectable<ComplaintEvents> & { staff_name: string })[];
}

/** When each open case was received. */
export function listOpenSince(db: ReadableDb): number[] {
  const rows = prepared(db, `SELECT received_at FROM complaints WHERE status = 'open'`).all();
  return (rows as { received_at: number }[]).map((row) => row.received_at);
}

/** Cases received between two instants, as the shop's view counts them. */
export function listReceived(db: ReadableDb, from: number, to: number): ComplaintRow[] {
  return prepared(
    db,
    'SELECT * FROM complaints WHERE received_at BETWEEN ? AND ? ORDER BY received_at, id',
  ).all(from, to) as ComplaintRow[];
}
