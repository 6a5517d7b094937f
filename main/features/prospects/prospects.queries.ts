import type { prospectsContract } from '@shared/contract/prospects';
import type { Duty } from '@shared/contract/today';
import type { ConversationChannel } from '@shared/domain/conversations';
import type { QueryContext, QueryHandlers } from '../../kernel/handlers';
import { listCards } from '../customers/cards.sql';
import { listStaffNames } from '../customers/customers.sql';
import { toNeed } from '../needs/need-view.sql';
import { listNeeds } from '../needs/needs.sql';
import { dutyOf } from '../today/due.sql';
import { listDuties } from '../today/duties.sql';
import { findLastContact, findNextPromise, listConverted, listProspects } from './prospects.sql';

const mostNeeds = 3;
const dayMs = 86_400_000;

export const prospectsQueries: QueryHandlers<typeof prospectsContract> = {
  'prospects.list': (context, { cursor, limit, ...filter }) => {
    const { db } = context;
    const rows = listProspects(db, filter, cursor, limit);
    const staff = listStaffNames(db);
    const cards = cardsOf(db, rows);
    const last = rows.at(-1);
    return {
      rows: rows.flatMap(({ id, source, created_at }) => {
        const customer = cards.get(id);
        if (!customer) return [];
        const contact = findLastContact(db, id);
        return {
          customer,
          source,
          since: created_at,
          needs: listNeeds(db, id)
            .filter(({ status }) => status === 'open')
            .slice(0, mostNeeds)
            .map((row) => toNeed(row, staff)),
          lastContact: contact ? { at: contact.at, channel: contact.channel as ConversationChannel } : null,
          next: nextStep(context, id),
        };
      }),
      next: last && rows.length === limit ? last.id : null,
    };
  },

  'prospects.converted': ({ db }, input) => {
    const rows = listConverted(db, input);
    const cards = cardsOf(db, rows);
    return {
      total: rows[0]?.found ?? 0,
      rows: rows.flatMap(({ id, source, created_at, bought_at }) => {
        const customer = cards.get(id);
        if (!customer) return [];
        const days = Math.round((bought_at - created_at) / dayMs);
        return { customer, source, since: created_at, boughtAt: bought_at, days };
      }),
    };
  },
};

function cardsOf(db: QueryContext['db'], rows: readonly { id: string }[]) {
  return new Map(
    listCards(
      db,
      rows.map(({ id }) => id),
    ).map((card) => [card.id, card]),
  );
}

/** What is due with them first; else what was promised, however far ahead. */
function nextStep(
  { db, shop, now, today }: Pick<QueryContext, 'db' | 'shop' | 'now' | 'today'>,
  customerId: string,
): Duty | null {
  const [group] = listDuties(db, { staffId: null, customerId }, { now, today, timeZone: shop.timeZone });
  const [first] = group?.duties ?? [];
  if (first) return first;
  const promise = findNextPromise(db, customerId);
  return promise ? dutyOf(db, 'promise', promise, today) : null;
}
