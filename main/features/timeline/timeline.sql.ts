import type { TimelineKind } from '@shared/contract/timeline';
import { prepared, type ReadableDb } from '../../db/sql';

/** Where a page begins: strictly after this entry, in the order newest first. */
export interface TimelineCursor {
  readonly at: number;
  readonly id: string;
}

/** One thing that happened, as its table tells it; `what` is the source's own word, `more` JSON of its figures. */
export interface TimelineRow {
  readonly at: number;
  readonly id: string;
  readonly kind: TimelineKind;
  readonly what: string;
  readonly detail: string | null;
  readonly staff_id: string | null;
  readonly is_discreet: number;
  readonly is_edited: number;
  readonly more: string | null;
}

interface Source {
  readonly kind: TimelineKind;
  /** A SELECT whose columns are those of TimelineRow without `kind`; `@id` is the customer. */
  readonly select: string;
}

// Narrow reads of other features' tables: a timeline of everything is the one place that needs them all.
const sources: readonly Source[] = [
  {
    kind: 'purchase',
    select: `SELECT s.sold_at AS at, s.id, s.kind AS what,
        (SELECT group_concat(description, char(10)) FROM (
          SELECT description FROM sale_lines WHERE sale_id = s.id ORDER BY position LIMIT 4)) AS detail,
        s.staff_id,
        EXISTS (SELECT 1 FROM sale_lines l JOIN items i ON i.sale_line_id = l.id
          WHERE l.sale_id = s.id AND i.is_discreet = 1) AS is_discreet,
        0 AS is_edited,
        json_object('number', s.receipt_number, 'minor', s.total_minor, 'currency', s.currency,
          'lines', (SELECT count(*) FROM sale_lines WHERE sale_id = s.id)) AS more
      FROM sales s WHERE s.customer_id = @id AND s.deleted_at IS NULL`,
  },
  {
    kind: 'note',
    select: `SELECT at, id, 'note' AS what, body AS detail, author_id AS staff_id, is_discreet,
        edited_at IS NOT NULL AS is_edited, NULL AS more
      FROM customer_notes WHERE customer_id = @id AND deleted_at IS NULL`,
  },
  {
    kind: 'need',
    select: `SELECT at, id, 'need' AS what, coalesce(answered, asked, seen) AS detail, staff_id, is_discreet,
        0 AS is_edited,
        json_object('category', coalesce(category, ''), 'brand', coalesce(brand, ''),
          'reference', coalesce(reference, ''), 'status', status) AS more
      FROM needs WHERE customer_id = @id AND deleted_at IS NULL`,
  },
  {
    kind: 'recommendation',
    select: `SELECT r.outcome_at AS at, r.id, r.outcome AS what, r.note AS detail, r.staff_id, 0 AS is_discreet,
        0 AS is_edited,
        json_object('product', trim(coalesce(p.brand || ' ', '') || p.name)) AS more
      FROM recommendations r JOIN products p ON p.id = r.product_id WHERE r.customer_id = @id`,
  },
  {
    kind: 'consent',
    select: `SELECT recorded_at AS at, id, kind AS what, note AS detail, staff_id, 0 AS is_discreet, 0 AS is_edited,
        json_object('purpose', purpose, 'channels', channels) AS more
      FROM consent_events WHERE customer_id = @id`,
  },
  {
    kind: 'vip',
    select: `SELECT at, id, outcome AS what, note AS detail, staff_id, 0 AS is_discreet, 0 AS is_edited, NULL AS more
      FROM vip_invitations WHERE customer_id = @id`,
  },
  {
    kind: 'vip',
    select: `SELECT created_at AS at, id, 'joined' AS what, NULL AS detail, NULL AS staff_id, 0 AS is_discreet,
        0 AS is_edited, json_object('number', card_number, 'tier', tier) AS more
      FROM vip_memberships WHERE customer_id = @id`,
  },
  {
    kind: 'item',
    select: `SELECT created_at AS at, id, iif(is_bought_here, 'here', 'elsewhere') AS what, description AS detail,
        NULL AS staff_id, is_discreet, 0 AS is_edited,
        json_object('serial', coalesce(serial, '')) AS more
      FROM items WHERE customer_id = @id AND deleted_at IS NULL`,
  },
  {
    kind: 'edit',
    select: `SELECT at, id, operation AS what, NULL AS detail, staff_id, 0 AS is_discreet, undone_at IS NOT NULL AS is_edited,
        (SELECT json_group_array(key) FROM json_each(after)) AS more
      FROM customer_revisions WHERE customer_id = @id`,
  },
  {
    kind: 'edit',
    select: `SELECT created_at AS at, id, 'created' AS what, NULL AS detail, created_by AS staff_id, 0 AS is_discreet,
        0 AS is_edited, NULL AS more
      FROM customers WHERE id = @id`,
  },
  {
    kind: 'merge',
    select: `SELECT m.at, m.id, iif(m.undone_at IS NULL, 'merged', 'unmerged') AS what, NULL AS detail, m.staff_id,
        0 AS is_discreet, 0 AS is_edited, json_object('number', c.number) AS more
      FROM customer_merges m JOIN customers c ON c.id = m.merged_id WHERE m.kept_id = @id`,
  },
];

/** The next entries after the cursor, newest first, at most `limit`; an empty list of kinds means all. */
export function listTimeline(
  db: ReadableDb,
  customerId: string,
  kinds: readonly TimelineKind[],
  cursor: TimelineCursor | null,
  limit: number,
): TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const { kind, select } of sources) {
    if (kinds.length > 0 && !kinds.includes(kind)) continue;
    const after = cursor ? 'WHERE (at, id) < (@at, @after)' : '';
    const found = prepared(
      db,
      `SELECT * FROM (${select}) ${after} ORDER BY at DESC, id DESC LIMIT @limit`,
    ).all({
      id: customerId,
      limit,
      ...(cursor ? { at: cursor.at, after: cursor.id } : {}),
    }) as Omit<TimelineRow, 'kind'>[];
    for (const row of found) rows.push({ ...row, kind });
  }
  return rows.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, limit);
}
