import type { noticesContract } from '@shared/contract/notices';
import type { QueryHandlers } from '../../kernel/handlers';
import { listStaffNames } from '../customers/customers.sql';
import { findCurrentNotice, findNotice, listNotices, noticeOf, suggestedTexts } from './notices.sql';

export const noticesQueries: QueryHandlers<typeof noticesContract> = {
  'notices.current': ({ db }, { kind, language }) => {
    const row = findCurrentNotice(db, kind, language);
    return row ? noticeOf(row) : null;
  },
  'notices.get': ({ db, fail }, { id }) => noticeOf(findNotice(db, id) ?? fail('NOTICE_NOT_FOUND')),
  'notices.list': ({ db }) => {
    const staff = listStaffNames(db);
    const rows = listNotices(db);
    const latest = new Map<string, number>();
    for (const { kind, version } of rows) latest.set(kind, Math.max(latest.get(kind) ?? 0, version));
    return rows.map((row) => ({
      ...noticeOf(row),
      by: row.created_by ? (staff.get(row.created_by) ?? null) : null,
      isCurrent: row.version === latest.get(row.kind),
    }));
  },
  'notices.suggested': ({ db }, { kind }) => suggestedTexts(db, kind),
};
