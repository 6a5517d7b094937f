import type { sessionContract } from '@shared/contract/session';
import type { CommandHandlers } from '../../kernel/handlers';
import { updateLook } from './session.sql';

export const sessionCommands: CommandHandlers<typeof sessionContract> = {
  'session.setLook': ({ db, staff, session, now, about }, { language, colorScheme }) => {
    updateLook(db, staff.staffId, { language, color_scheme: colorScheme, updated_at: now });
    // What this person prints next is in the new language.
    if (language) session.refresh({ ...staff, language });
    about('staff', staff.staffId);
    return null;
  },
};
