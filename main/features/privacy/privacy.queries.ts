import type { privacyContract } from '@shared/contract/privacy';
import { addMonths, startOfDay } from '@shared/domain/dates';
import type { QueryHandlers } from '../../kernel/handlers';
import { listPlaces } from '../backups/backups.sql';
import { namesOf } from '../customers/cards.sql';
import { findStandingCustomer } from '../customers/customers.sql';
import { listContacts } from '../customers/details.sql';
import { listMentions } from '../search/mentions.sql';
import { listFlagged, readHeld } from './copy.sql';
import { countCashSales, countPersonalRows, idsOfPerson } from './erase.sql';
import { listIncidents } from './incidents.sql';
import { personalData } from './personal-data';
import {
  findRequest,
  findShownRequest,
  listObstacles,
  listRefusals,
  listRequestEvents,
  listRequests,
  listRequestsOf,
} from './privacy.sql';
import { eventOf, refusalOf, requestOf } from './request-view';
import { listRules, listRuns } from './retention.sql';

/** Backups: twelve monthly copies are kept, so the last that still knows the person goes after about a year. */
const monthsOfBackups = 12;
/** The dealers' regime asks for the records of a cash sale of precious goods for five years. */
const cashYears = 5;

const goesOf = new Map(personalData.map(({ table, erase }) => [table, erase === 'delete']));

export const privacyQueries: QueryHandlers<typeof privacyContract> = {
  'privacy.list': ({ db, today }, filter) => {
    const rows = listRequests(db, filter);
    return { total: rows[0]?.found ?? 0, requests: rows.map((row) => requestOf(row, today)) };
  },

  'privacy.forCustomer': ({ db, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    return { requests: listRequestsOf(db, customer.id).map((row) => requestOf(row, today)) };
  },

  'privacy.get': ({ db, today, fail }, { requestId }) => {
    const row = findShownRequest(db, requestId) ?? fail('REQUEST_NOT_FOUND');
    const [refusal] = listRefusals(db, requestId);
    return {
      request: requestOf(row, today),
      events: listRequestEvents(db, requestId).map(eventOf),
      refusal: refusal ? refusalOf(refusal) : null,
    };
  },

  'privacy.refusals': ({ db }) => ({ refusals: listRefusals(db).map(refusalOf) }),

  'privacy.copyPreview': ({ db, fail }, { requestId }) => {
    const row = findRequest(db, requestId) ?? fail('REQUEST_NOT_FOUND');
    if (row.customer_id === null) return fail('NOTHING_HELD');
    return {
      held: readHeld(db, row.customer_id).map(({ table, rows }) => ({ table, rows: rows.length })),
      flagged: listFlagged(db, row.customer_id),
    };
  },

  'privacy.erasePreview': ({ db, shop, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    const ids = idsOfPerson(db, customer.id);
    const counts = Object.entries(countPersonalRows(db, customer.id)).map(([table, rows]) => ({
      table,
      rows,
    }));
    return {
      customer: { ...namesOf(customer), id: customer.id, number: customer.number },
      goes: counts.filter(({ table }) => goesOf.get(table) === true),
      staysAnonymous: counts.filter(({ table }) => goesOf.get(table) !== true),
      contacts: ids.reduce((sum, id) => sum + listContacts(db, id).length, 0),
      obstacles: listObstacles(db, ids),
      mentions: listMentions(db, ids),
      backupsUntil: listPlaces(db).length > 0 ? addMonths(today, monthsOfBackups) : null,
      cashSales: countCashSales(db, ids, startOfDay(addMonths(today, -12 * cashYears), shop.timeZone)),
    };
  },

  'privacy.incidents': ({ db }) => ({ incidents: listIncidents(db) }),

  'privacy.retentionRules': ({ db }) => ({
    rules: listRules(db),
    runs: listRuns(db).map((row) => ({
      id: row.id,
      at: row.started_at,
      by: row.staff_name,
      outcome: row.outcome as 'done' | 'cancelled',
      removed: JSON.parse(row.removed) as Record<string, number>,
    })),
  }),
};
