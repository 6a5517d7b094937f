import type { programmesContract } from '@shared/contract/programmes';
import { addDays } from '@shared/domain/dates';
import { drawHeldOut } from '@shared/domain/programmes';
import type { QueryHandlers } from '../../kernel/handlers';
import { customerOf } from '../customers/cards.sql';
import { listMembers, listShownMembers } from './members.sql';
import { actionOf, programmeOf, resultOf } from './programme-view';
import {
  findProgramme,
  findShownProgramme,
  listActions,
  listDueActions,
  listProgrammes,
  listSuccessors,
} from './programmes.sql';

/** How many days ahead an action is shown on Today. */
const horizon = 3;

export const programmesQueries: QueryHandlers<typeof programmesContract> = {
  'programmes.list': ({ db, today }, { show }) =>
    listProgrammes(db, show, today).map((row) => programmeOf(db, row, today)),

  'programmes.get': ({ db, today, fail }, { programmeId }) => {
    const row = findShownProgramme(db, programmeId, today) ?? fail('PROGRAMME_NOT_FOUND');
    const before = row.predecessor_id === null ? undefined : findProgramme(db, row.predecessor_id);
    return {
      programme: programmeOf(db, row, today),
      actions: listActions(db, programmeId).map((action) => actionOf(action, today)),
      result: resultOf(db, row),
      predecessor: before
        ? { id: before.id, number: before.number, name: before.name, lesson: before.lesson }
        : null,
      successors: listSuccessors(db, programmeId),
    };
  },

  'programmes.members': ({ db, fail }, { programmeId, group, limit }) => {
    if (!findProgramme(db, programmeId)) fail('PROGRAMME_NOT_FOUND');
    const rows = listShownMembers(db, programmeId, { isHeldOut: group === 'held-out', limit });
    return { total: rows[0]?.found ?? 0, members: rows.map((row) => customerOf(row)) };
  },

  'programmes.checkLot': ({ db, fail }, { programmeId }) => {
    const row = findProgramme(db, programmeId) ?? fail('PROGRAMME_NOT_FOUND');
    const { seed } = row;
    if (seed === null) return fail('PROGRAMME_NOT_STARTED');
    const members = listMembers(db, programmeId);
    const drawn = drawHeldOut(
      members.map(({ customer_id }) => customer_id),
      row.held_out_percent,
      seed,
    );
    return {
      isAsDrawn: members.every(
        ({ customer_id, is_held_out }) => drawn.has(customer_id) === (is_held_out === 1),
      ),
      heldOut: drawn.size,
    };
  },

  'programmes.due': ({ db, staff, today }, { scope }) =>
    listDueActions(db, addDays(today, horizon), scope === 'mine' ? staff.staffId : null).map((row) => ({
      ...actionOf(row, today),
      programme: { id: row.programme_id, name: row.programme_name },
    })),
};
