import type { customersContract } from '@shared/contract/customers';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { isErased } from '../privacy/erase.sql';
import { indexCustomer, removeFromIndex } from '../search/search.sql';
import { findCustomer, insertCustomer, insertView, updateCustomer } from './customers.sql';
import { editCustomer } from './edits';
import { reassignAll, undoReassign } from './handover';
import { stillStands } from './history';
import { linkHandlers } from './links.commands';
import { mergeCustomers, unmergeCustomers } from './merge';
import { noteHandlers } from './notes.commands';
import {
  checkProfile,
  columnsOf,
  completeChanges,
  type Profile,
  type ProfileChanges,
  type ProfileField,
  readProfile,
  writeParts,
} from './profile';
import { findRevision, markRevisionUndone } from './revisions.sql';

/** A record nobody has written anything on yet. */
const blank: Profile = {
  title: null,
  familyName: null,
  givenName: null,
  englishName: null,
  chineseName: null,
  preferredName: null,
  otherNames: null,
  formOfAddress: null,
  language: 'zh-Hant',
  preferredChannel: null,
  contactHours: null,
  isMinor: false,
  birthYear: null,
  birthMonth: null,
  birthDay: null,
  address: null,
  district: null,
  country: null,
  discretion: null,
  occupation: null,
  source: 'counter',
  primaryAdvisorId: null,
  secondaryAdvisorId: null,
  contacts: [],
  dates: [],
  preferences: null,
};

export const customersCommands: CommandHandlers<typeof customersContract> = {
  ...noteHandlers,
  ...linkHandlers,
  'customers.view': ({ db, staff, now, about, fail }, { id }) => {
    if (!findCustomer(db, id)) fail('CUSTOMER_NOT_FOUND');
    insertView(db, staff.staffId, id, now);
    about('customer', id);
    return null;
  },
  'customers.create': ({ db, now, staff, newId, nextNumber, about }, input) => {
    // Whoever is served by an advisor belongs to that advisor until somebody says otherwise.
    const own = staff.role === 'advisor' ? { primaryAdvisorId: staff.staffId } : {};
    const changes = completeChanges({ ...own, ...input }, blank, newId);
    checkProfile(db, { ...blank, ...changes }, Object.keys(changes) as ProfileField[]);
    const id = newId();
    const number = nextNumber('member');
    insertCustomer(db, {
      ...columnsOf(changes),
      id,
      number,
      created_at: now,
      created_by: staff.staffId,
      updated_at: now,
    });
    writeParts(db, id, changes);
    indexCustomer(db, id);
    about('customer', id, Object.keys(changes));
    return { id, version: 1, number };
  },
  'customers.update': (context, { id, version, changes }) => {
    const row = editable(context, id);
    if (row.version !== version) fail('CUSTOMER_CHANGED');
    const completed = completeChanges(changes, readProfile(context.db, row), context.newId);
    return { id, ...editCustomer(context, row, completed, { operation: 'edit' }) };
  },
  'customers.undoEdit': (context, { revisionId }) => {
    const { db, now } = context;
    const revision = findRevision(db, revisionId);
    if (!revision || revision.undone_at !== null) fail('EDIT_NOT_FOUND');
    const row = editable(context, revision.customer_id);
    if (!stillStands(readProfile(db, row), JSON.parse(revision.after) as ProfileChanges))
      fail('EDIT_OVERTAKEN');
    const back = JSON.parse(revision.before) as ProfileChanges;
    const { version } = editCustomer(context, row, back, { operation: 'undo' });
    markRevisionUndone(db, revisionId, now);
    return { id: row.id, version };
  },
  'customers.remove': ({ db, now, about, fail }, { id }) => {
    const row = findCustomer(db, id);
    if (!row || row.merged_into_id || row.deleted_at !== null) fail('CUSTOMER_NOT_FOUND');
    updateCustomer(db, id, { deleted_at: now });
    removeFromIndex(db, 'customer', id);
    about('customer', id);
    return null;
  },
  'customers.restore': ({ db, about, fail }, { id }) => {
    const row = findCustomer(db, id);
    if (!row || row.deleted_at === null || isErased(db, id)) fail('CUSTOMER_NOT_FOUND');
    updateCustomer(db, id, { deleted_at: null });
    indexCustomer(db, id);
    about('customer', id);
    return null;
  },
  'customers.reassign': (context, { fromId, toId }) => reassignAll(context, fromId, toId),
  'customers.undoReassign': (context, { batchId }) => undoReassign(context, batchId),
  'customers.merge': (context, input) => ({ mergeId: mergeCustomers(context, input) }),
  'customers.unmerge': (context, { mergeId }) => unmergeCustomers(context, mergeId),
};

/** A record that may be edited; fails with CUSTOMER_NOT_FOUND or CUSTOMER_MERGED. */
function editable({ db }: Pick<CommandContext, 'db'>, id: string) {
  const row = findCustomer(db, id);
  if (!row || row.deleted_at !== null) fail('CUSTOMER_NOT_FOUND');
  if (row.merged_into_id) fail('CUSTOMER_MERGED');
  return row;
}
