import type { segmentsContract } from '@shared/contract/segments';
import type { QueryHandlers } from '../../kernel/handlers';
import { listCards } from '../customers/cards.sql';
import { countCustomers, listSegments, lookForMembers, ruleOf } from './segments.sql';

/** Members shown as examples beside the count. */
const shownPeople = 20;

export const segmentsQueries: QueryHandlers<typeof segmentsContract> = {
  'segments.list': ({ db }, { withRetired }) =>
    listSegments(db)
      .filter((row) => withRetired || row.retired_at === null)
      .map((row) => ({
        id: row.id,
        name: row.name,
        rule: ruleOf(row),
        madeBy: { id: row.made_by, name: row.maker_name },
        updatedAt: row.updated_at,
        isRetired: row.retired_at !== null,
        version: row.version,
      })),

  'segments.look': ({ db, now, today }, { rule, after }) => {
    const { ids, looked, next } = lookForMembers(db, rule, { now, today }, after);
    const people = listCards(db, ids.slice(0, shownPeople));
    return { found: ids.length, looked, of: countCustomers(db), next, people };
  },
};
