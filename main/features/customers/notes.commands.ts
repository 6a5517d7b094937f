import type { customersContract } from '@shared/contract/customers';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { indexCustomer } from '../search/search.sql';
import { findStandingCustomer } from './customers.sql';
import { findNote, insertNote, updateNote } from './details.sql';

type NoteOperation = 'customers.addNote' | 'customers.editNote' | 'customers.setNoteRemoved';

/** Notes: anybody at the counter writes them, and each person changes only what he wrote. */
export const noteHandlers: Pick<CommandHandlers<typeof customersContract>, NoteOperation> = {
  'customers.addNote': ({ db, now, staff, newId, about, fail }, { customerId, body, isDiscreet }) => {
    const row = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    if (row.deleted_at !== null) fail('CUSTOMER_NOT_FOUND');
    const id = newId();
    insertNote(db, {
      id,
      customer_id: row.id,
      author_id: staff.staffId,
      at: now,
      body,
      is_discreet: isDiscreet ? 1 : 0,
    });
    indexCustomer(db, row.id);
    about('customer', row.id);
    return { id };
  },
  'customers.editNote': (context, { id, body, isDiscreet }) => {
    const note = ownNote(context, id);
    if (note.deleted_at !== null) fail('NOTE_NOT_FOUND');
    updateNote(context.db, id, { body, is_discreet: isDiscreet ? 1 : 0, edited_at: context.now });
    indexCustomer(context.db, note.customer_id);
    return null;
  },
  'customers.setNoteRemoved': (context, { id, isRemoved }) => {
    const note = ownNote(context, id);
    updateNote(context.db, id, { deleted_at: isRemoved ? context.now : null });
    indexCustomer(context.db, note.customer_id);
    return null;
  },
};

function ownNote({ db, staff, about }: Pick<CommandContext, 'db' | 'staff' | 'about'>, id: string) {
  const note = findNote(db, id) ?? fail('NOTE_NOT_FOUND');
  if (note.author_id !== staff.staffId) fail('NOTE_NOT_YOURS');
  about('customer', note.customer_id);
  return note;
}
