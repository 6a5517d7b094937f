import { prepared, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { blankEvent, insertConsentEvent } from '../consents/consents.sql';
import type { NoticeRow } from '../notices/notices.sql';
import type { Sample } from './generator/types';

const dayMs = 86_400_000;
/** Written confirmation within 14 days of an oral consent (Cap. 486 s.35E). */
const confirmWithinMs = 14 * dayMs;
/** How long ago they said yes at the counter: one is to be confirmed within days, the other has time. */
const daysAgo = [11, 3];

/** Oral consents that still wait for their written confirmation: of customers who were never asked before. */
export function insertOralConsents(
  db: WritableDb,
  { staff }: Sample,
  notices: ReadonlyMap<string, NoticeRow>,
  now: number,
): void {
  const advisor = staff.find(({ role }) => role === 'advisor');
  if (!advisor) return;
  // Not the first of the list: other stories are told about those.
  const customers = prepared(
    db,
    `SELECT c.id, c.language FROM customers c WHERE c.deleted_at IS NULL AND c.is_minor = 0
       AND NOT EXISTS (SELECT 1 FROM consent_events e WHERE e.customer_id = c.id)
       AND EXISTS (SELECT 1 FROM customer_contacts k WHERE k.customer_id = c.id AND k.kind = 'phone')
     ORDER BY c.number LIMIT ? OFFSET 20`,
  ).all(daysAgo.length) as { id: string; language: string }[];
  for (const [index, { id, language }] of customers.entries()) {
    const at = now - (daysAgo[index] ?? 0) * dayMs;
    const notice = notices.get(language);
    if (!notice) continue;
    const event = {
      ...blankEvent,
      id: newId(),
      customer_id: id,
      kind: 'given',
      regime: 'hk-pdpo',
      purpose: 'direct-marketing',
      channels: '["phone","whatsapp"]',
      data_kinds: '["name","phone"]',
      goods_classes: '["watches"]',
      form: 'oral',
      notice_id: notice.id,
      notice_version: notice.version,
      notice_hash: notice.hash,
      language,
      confirmation_due_at: at + confirmWithinMs,
      staff_id: advisor.id,
      at,
    };
    insertConsentEvent(db, event, at);
  }
}
