import type { draftsContract } from '@shared/contract/drafts';
import type { QueryHandlers } from '../../kernel/handlers';
import { findDraft } from './drafts.sql';

export const draftsQueries: QueryHandlers<typeof draftsContract> = {
  'drafts.get': ({ db, staff }, { form, subjectId }) => {
    const row = findDraft(db, staff.staffId, form, subjectId);
    return row ? { body: row.body, updatedAt: row.updated_at } : null;
  },
};
