import type { draftsContract } from '@shared/contract/drafts';
import type { CommandHandlers } from '../../kernel/handlers';
import { deleteDraft, saveDraft } from './drafts.sql';

export const draftsCommands: CommandHandlers<typeof draftsContract> = {
  'drafts.put': ({ db, staff, now, about }, { form, subjectId, body }) => {
    saveDraft(db, { staff_id: staff.staffId, form, subject_id: subjectId, body, updated_at: now });
    about('draft', form);
    return null;
  },
  'drafts.clear': ({ db, staff, about }, { form, subjectId }) => {
    deleteDraft(db, staff.staffId, form, subjectId);
    about('draft', form);
    return null;
  },
};
