import type { TimelineSource } from '../../kernel/parts';

/** Notes, edits and merges, on the customer's timeline. */
export const customersTimeline: readonly TimelineSource[] = [
  {
    kind: 'note',
    select: `SELECT at, id, 'note' AS what, body AS detail, author_id AS staff_id, is_discreet,
        edited_at IS NOT NULL AS is_edited, NULL AS more
      FROM customer_notes WHERE customer_id = @id AND deleted_at IS NULL`,
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
