import { type ReviewEntry, reviewEntryShape } from '@shared/contract/oversight';
import { startOfDay } from '@shared/domain/dates';
import { EXPORT_OPERATIONS, LEFT_AS_FILE } from '@shared/domain/exports';
import {
  discountPercentOf,
  FAMILY_RELATIONS,
  type ReviewCause,
  type ReviewKind,
} from '@shared/domain/oversight';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { customerColumns, type NamesRow, namesOf } from '../customers/cards.sql';

// Every source with the same columns, so that one list can hold them. Imported sales were made elsewhere, by other rules.
const bySale = `s.id AS source_id, s.sold_at AS at, s.staff_id, s.customer_id, s.receipt_number, s.total_minor AS amount,
  s.currency, NULL AS gross`;
const ours = `s.kind = 'sale' AND s.import_id IS NULL AND s.deleted_at IS NULL AND s.sold_on >= @since`;
const hasFlag = (flag: string) => `EXISTS (SELECT 1 FROM json_each(s.flags) WHERE value = '${flag}')`;
/** The few that have any flag, by an index of their own: a large shop sells hundreds of thousands of pieces in a quarter. */
const flagged = "sales s INDEXED BY sales_flagged WHERE s.flags <> '[]'";
const family = FAMILY_RELATIONS.map((relation) => `'${relation}'`).join(', ');

const exportNames = Object.keys(EXPORT_OPERATIONS)
  .map((operation) => `'${operation}'`)
  .join(', ');
const exportCauses = Object.entries(EXPORT_OPERATIONS)
  .map(([operation, cause]) => `WHEN '${operation}' THEN '${cause}'`)
  .join(' ');

const sources: Readonly<Record<ReviewKind, string>> = {
  'own-account': `SELECT 'own-account' AS kind, ${bySale}, NULL AS relative_of, NULL AS cause, NULL AS reason
    FROM ${flagged} AND ${ours} AND ${hasFlag('own-account')}`,
  'staff-purchase': `SELECT 'staff-purchase' AS kind, ${bySale}, NULL AS relative_of, NULL AS cause, NULL AS reason
    FROM ${flagged} AND ${ours} AND ${hasFlag('staff-purchase')} AND NOT ${hasFlag('own-account')}`,
  // A tie is kept once and said from both sides; whoever is staff is at either end. CROSS, because the planner would rather
  // walk every sale of the shop than begin with the few who are family.
  'family-sale': `SELECT 'family-sale' AS kind, ${bySale}, max(f.name) AS relative_of, NULL AS cause, NULL AS reason
    FROM (
      SELECT l.other_customer_id AS customer_id, o.name FROM staff o JOIN customer_links l ON l.customer_id = o.own_customer_id
        WHERE l.relation IN (${family})
      UNION ALL
      SELECT l.customer_id, o.name FROM staff o JOIN customer_links l ON l.other_customer_id = o.own_customer_id
        WHERE l.relation IN (${family})) f
    CROSS JOIN sales s ON s.customer_id = f.customer_id WHERE ${ours} GROUP BY s.id`,
  // From the lines at less than their price, of receipts numbered since then, for few are.
  discount: `SELECT 'discount' AS kind, s.id || '.' || l.position AS source_id, s.sold_at AS at, s.staff_id, s.customer_id, s.receipt_number,
      l.discount_minor AS amount, s.currency, l.unit_price_minor * l.quantity AS gross, NULL AS relative_of, NULL AS cause,
      l.discount_reason AS reason
    FROM sale_lines l INDEXED BY sale_lines_discounted CROSS JOIN sales s ON s.no = l.sale_no
    WHERE l.sale_no >= (SELECT coalesce(min(no), 0) FROM sales WHERE sold_on >= @since) AND ${ours}
      AND l.discount_minor > 0 AND l.discount_minor * 100 > l.unit_price_minor * l.quantity * @percent`,
  // The piece, its number, and the place on the list stand before the words: whoever signs sees what was passed over.
  'allocation-override': `SELECT 'allocation-override' AS kind, o.id AS source_id, o.at, o.staff_id, i.customer_id,
      NULL AS receipt_number, NULL AS amount, NULL AS currency, NULL AS gross, NULL AS relative_of, NULL AS cause,
      coalesce(p.reference, p.name) || ' · ' || a.number || ' · #' || o.rank || ' · ' || o.override_reason AS reason
    FROM allocation_offers o JOIN allocations a ON a.id = o.allocation_id JOIN products p ON p.id = a.product_id
      JOIN interests i ON i.id = o.interest_id
    WHERE o.override_reason IS NOT NULL AND o.offered_on >= @since`,
  // How long, and beyond what, before the words.
  'hold-extended': `SELECT 'hold-extended' AS kind, x.id AS source_id, x.at, x.staff_id, i.customer_id,
      NULL AS receipt_number, NULL AS amount, NULL AS currency, NULL AS gross, NULL AS relative_of, NULL AS cause,
      coalesce(p.reference, p.name) || ' · ' || a.number || ' · ' || x.held_until || ' → ' || x.until || ' · ' || x.reason
        AS reason
    FROM allocation_hold_extensions x JOIN allocation_offers o ON o.id = x.offer_id
      JOIN allocations a ON a.id = o.allocation_id JOIN products p ON p.id = a.product_id
      JOIN interests i ON i.id = o.interest_id
    WHERE x.is_beyond = 1 AND x.extended_on >= @since`,
  'sale-moved': `SELECT 'sale-moved' AS kind, m.id AS source_id, m.at, m.staff_id, m.to_customer_id AS customer_id,
      s.receipt_number, s.total_minor AS amount, s.currency, NULL AS gross, NULL AS relative_of,
      iif(m.undone_at IS NULL, NULL, 'sale-moved-back') AS cause, f.number || ' → ' || t.number || ' · ' || m.reason AS reason
    FROM sale_attachments m JOIN sales s ON s.id = m.sale_id JOIN customers f ON f.id = m.from_customer_id
      JOIN customers t ON t.id = m.to_customer_id
    WHERE m.from_customer_id IS NOT NULL AND m.on_day >= @since`,
  'look-up': `SELECT 'look-up' AS kind, r.id AS source_id, r.at, r.staff_id, r.customer_id, NULL AS receipt_number,
      NULL AS amount, NULL AS currency, NULL AS gross, NULL AS relative_of, r.cause, r.reason
    FROM lookup_reasons r WHERE r.on_day >= @since`,
  gift: `SELECT 'gift' AS kind, g.id AS source_id, g.made_at AS at, g.given_by AS staff_id, g.customer_id,
      g.number AS receipt_number, g.cost_minor AS amount, g.currency, NULL AS gross, NULL AS relative_of,
      iif(g.taken_back_at IS NULL, NULL, 'gift-taken-back') AS cause, g.limit_reason AS reason
    FROM gifts g WHERE g.is_past_limit = 1 AND g.given_on >= @since`,
  'gate-override': `SELECT 'gate-override' AS kind, v.id AS source_id, v.at, v.made_by AS staff_id, v.customer_id,
      v.number AS receipt_number, NULL AS amount, NULL AS currency, NULL AS gross, NULL AS relative_of,
      'gate-' || v.gate AS cause, v.gate_reason AS reason
    FROM conversations v WHERE v.gate IN ('overridden', 'unpermitted') AND v.at >= @sinceAt`,
  // Whoever only asked where to write, or closed the dialog, took nothing out: the log says so by the field.
  export: `SELECT 'export' AS kind, a.counter || '-' || a.seq AS source_id, a.at, a.staff_id,
      CASE a.entity_kind WHEN 'customer' THEN a.entity_id
        WHEN 'complaint' THEN (SELECT x.customer_id FROM complaints x WHERE x.id = a.entity_id)
        WHEN 'conversation' THEN (SELECT v.customer_id FROM conversations v WHERE v.id = a.entity_id) END AS customer_id,
      NULL AS receipt_number, NULL AS amount, NULL AS currency, NULL AS gross, NULL AS relative_of,
      CASE a.operation ${exportCauses} END AS cause, NULL AS reason
    FROM audit_log a WHERE a.operation IN (${exportNames}) AND a.at >= @sinceAt AND a.outcome <> 'started'
      AND EXISTS (SELECT 1 FROM json_each(a.fields) WHERE value = '${LEFT_AS_FILE}')`,
  benefit: `SELECT 'benefit' AS kind, u.id AS source_id, u.at, u.staff_id, i.customer_id, NULL AS receipt_number,
      NULL AS amount, NULL AS currency, NULL AS gross, NULL AS relative_of, NULL AS cause, u.reason
    FROM benefit_uses u JOIN items i ON i.id = u.item_id
    WHERE u.is_beyond = 1 AND u.undone_at IS NULL AND u.used_on >= @since`,
};

interface EntryRow extends NamesRow {
  readonly kind: ReviewKind;
  readonly source_id: string;
  readonly at: number;
  readonly staff_id: string | null;
  readonly staff_name: string | null;
  readonly customer_id: string | null;
  readonly customer_number: string | null;
  readonly receipt_number: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly gross: number | null;
  readonly relative_of: string | null;
  readonly cause: ReviewCause | null;
  readonly reason: string | null;
  readonly total: number;
}

/** Which entries are asked for. */
export interface ReviewFilter {
  /** Civil date from which on; '' for everything. */
  readonly since: string;
  /** Where the shop's days begin; absent: Hong Kong. */
  readonly timeZone?: string;
  /** The discount that needs no review. */
  readonly percent: number;
  readonly kinds: readonly ReviewKind[];
  /** One entry only, whatever its day. */
  readonly sourceId?: string;
  readonly limit: number;
}

/** What nobody has signed yet, the newest first; `total` counts those beyond the limit, too. */
export function listUnsigned(
  db: ReadableDb,
  { since, timeZone, percent, kinds, sourceId, limit }: ReviewFilter,
): { total: number; entries: ReviewEntry[] } {
  const union = kinds.map((kind) => sources[kind]).join('\nUNION ALL\n');
  const sinceAt = since === '' ? 0 : startOfDay(since, timeZone);
  // SQLite refuses what a text does not ask for.
  const asked = Object.entries({ since, sinceAt, percent }).filter(([name]) =>
    new RegExp(`@${name}\\b`).test(union),
  );
  const rows = prepared(
    db,
    `SELECT e.*, count(*) OVER () AS total, t.name AS staff_name, ${customerColumns}
     FROM (${union}) e
     LEFT JOIN staff t ON t.id = e.staff_id LEFT JOIN customers c ON c.id = e.customer_id
     WHERE NOT EXISTS (SELECT 1 FROM review_signoffs r WHERE r.kind = e.kind AND r.source_id = e.source_id)
       AND (@sourceId IS NULL OR e.source_id = @sourceId)
     ORDER BY e.at DESC, e.source_id LIMIT @limit`,
  ).all({ ...Object.fromEntries(asked), sourceId: sourceId ?? null, limit }) as EntryRow[];
  return { total: rows[0]?.total ?? 0, entries: rows.map(entryOf) };
}

function entryOf(row: EntryRow): ReviewEntry {
  return {
    kind: row.kind,
    sourceId: row.source_id,
    at: row.at,
    staff: row.staff_id === null ? null : { id: row.staff_id, name: row.staff_name ?? '' },
    customer:
      row.customer_id === null || row.customer_number === null
        ? null
        : { ...namesOf(row), id: row.customer_id, number: row.customer_number },
    receiptNumber: row.receipt_number,
    amountMinor: row.amount,
    currency: row.currency,
    percent: row.gross === null ? null : discountPercentOf(row.amount ?? 0, row.gross),
    relativeOf: row.relative_of,
    cause: row.cause,
    reason: row.reason,
  };
}

/** True once somebody has signed the entry. */
export function isSigned(db: ReadableDb, kind: ReviewKind, sourceId: string): boolean {
  return (
    prepared(db, 'SELECT 1 FROM review_signoffs WHERE kind = ? AND source_id = ?').get(kind, sourceId) !==
    undefined
  );
}

/** Another manager who could sign instead. */
export function isAnotherManager(db: ReadableDb, staffId: string): boolean {
  return (
    prepared(db, `SELECT 1 FROM staff WHERE role = 'manager' AND deactivated_at IS NULL AND id <> ?`).get(
      staffId,
    ) !== undefined
  );
}

/** Signs one entry as it stands now. */
export function insertSignoff(
  db: WritableDb,
  signed: { id: string; entry: ReviewEntry; remark: string; staffId: string; now: number },
): void {
  const { entry, ...rest } = signed;
  prepared(
    db,
    `INSERT INTO review_signoffs (id, kind, source_id, entry, remark, signed_by, signed_at)
     VALUES (@id, @kind, @sourceId, @json, @remark, @staffId, @now)`,
  ).run({ ...rest, kind: entry.kind, sourceId: entry.sourceId, json: JSON.stringify(entry) });
}

/** What was signed, as it stood then, the last first. */
export function listSigned(db: ReadableDb, limit: number) {
  const rows = prepared(
    db,
    `SELECT r.*, s.name FROM review_signoffs r JOIN staff s ON s.id = r.signed_by ORDER BY r.signed_at DESC, r.id DESC LIMIT ?`,
  ).all(limit) as { id: string; entry: string; remark: string; name: string; signed_at: number }[];
  return rows.map((row) => ({
    id: row.id,
    entry: reviewEntryShape.parse(JSON.parse(row.entry)),
    remark: row.remark,
    by: row.name,
    at: row.signed_at,
  }));
}
