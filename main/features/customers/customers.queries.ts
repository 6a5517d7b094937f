import type { Customer } from '@shared/contract/customer-shapes';
import type { customersContract } from '@shared/contract/customers';
import { oppositeRelation, type Relation } from '@shared/domain/relations';
import type { ReadableDb } from '../../db/sql';
import type { QueryHandlers } from '../../kernel/handlers';
import { causeOfLookUp } from '../oversight/lookups.sql';
import { isErased } from '../privacy/erase.sql';
import { findMembership } from '../vip/vip.sql';
import { countOpenNeeds, listCards, listTiers, namesOf } from './cards.sql';
import { listClientBook } from './client-book';
import {
  type CustomerRow,
  countByAdvisor,
  findCustomer,
  findStandingCustomer,
  findTotals,
  isStaffRecord,
  listRecentlyViewed,
  listStaffNames,
} from './customers.sql';
import { listContacts, listLinks } from './details.sql';
import { findLike } from './duplicates';
import { readHistory } from './history';
import { previewMerge } from './merge-preview';
import { listMerges } from './merges.sql';
import { readProfile } from './profile';

const mostLikely = 5;

export const customersQueries: QueryHandlers<typeof customersContract> = {
  'customers.get': ({ db, staff, now, today, fail }, { id, purpose }) => {
    const row = findStandingCustomer(db, id) ?? fail('CUSTOMER_NOT_FOUND');
    if (row.deleted_at !== null && isErased(db, row.id)) fail('CUSTOMER_NOT_FOUND');
    const lookUp = { staffId: staff.staffId, customerId: row.id, now, today };
    const cause = purpose === 'look-up' ? causeOfLookUp(db, lookUp) : null;
    if (cause) fail('LOOKUP_REASON_NEEDED', { cause });
    const asked = row.id === id ? null : (findCustomer(db, id)?.number ?? null);
    return { ...readCustomer(db, row), redirectedFrom: asked };
  },
  'customers.list': ({ db, now }, input) => listClientBook(db, now, input),
  'customers.tiers': ({ db }) => listTiers(db),
  'customers.recent': ({ db, staff }, { limit }) => {
    const ids = listRecentlyViewed(db, staff.staffId, limit)
      .map((id) => findStandingCustomer(db, id))
      .filter((row) => row !== undefined && row.deleted_at === null)
      .map((row) => row?.id ?? '');
    return listCards(db, [...new Set(ids)]);
  },
  'customers.findLike': ({ db }, { except, ...whom }) => {
    const found = findLike(db, whom);
    if (except) found.delete(except);
    const byStrength = [...found].sort(([, a], [, b]) => strength(b) - strength(a)).slice(0, mostLikely);
    return byStrength.flatMap(([id, same]) => listCards(db, [id]).map((card) => ({ ...card, same })));
  },
  'customers.history': ({ db, fail }, { id }) => {
    if (!findCustomer(db, id)) fail('CUSTOMER_NOT_FOUND');
    return readHistory(db, id);
  },
  'customers.advisorCounts': ({ db }) =>
    countByAdvisor(db).map(({ id, name, is_active, customers }) => ({
      id,
      name,
      customers,
      isActive: is_active === 1,
    })),
  'customers.mergePreview': ({ db }, { keptId, mergedId }) => previewMerge(db, keptId, mergedId),
  'customers.merges': ({ db }, { id }) =>
    listMerges(db, id).map((row) => ({
      id: row.id,
      at: row.at,
      number: row.number,
      mergedId: row.merged_id,
    })),
};

/** A phone says more than a name; both together say most. */
function strength(same: readonly string[]): number {
  return same.reduce((sum, what) => sum + (what === 'name' ? 1 : 2), 0);
}

function readCustomer(db: ReadableDb, row: CustomerRow): Omit<Customer, 'redirectedFrom'> {
  const staffNames = listStaffNames(db);
  const person = (id: string | null) => (id ? { id, name: staffNames.get(id) ?? '' } : null);
  const profile = readProfile(db, row);
  const totals = findTotals(db, row.id);
  const membership = findMembership(db, row.id);
  return {
    ...namesOf(row),
    ...profile,
    id: row.id,
    number: row.number,
    version: row.version,
    isDeleted: row.deleted_at !== null,
    primaryAdvisor: person(row.primary_advisor_id),
    secondaryAdvisor: person(row.secondary_advisor_id),
    contacts: listContacts(db, row.id).map(({ id, kind, value, normalised, label }) => ({
      id,
      kind: kind as Customer['contacts'][number]['kind'],
      value,
      normalised,
      label,
    })),
    links: listLinks(db, row.id).map((link) => ({
      id: link.id,
      relation: link.is_reverse ? oppositeRelation(link.relation as Relation) : (link.relation as Relation),
      note: link.note,
      isDiscreet: link.is_discreet === 1,
      other: { ...namesOf(link), id: link.other_id, number: link.number },
    })),
    totals: totals
      ? {
          currency: totals.currency,
          lifetimeMinor: totals.lifetime_minor,
          receipts: totals.receipts,
          firstPurchaseAt: totals.first_sale_at,
          lastPurchaseAt: totals.last_sale_at,
        }
      : null,
    membership: membership
      ? { tier: membership.tier, cardNumber: membership.card_number, since: membership.since }
      : null,
    openNeeds: countOpenNeeds(db, row.id),
    isProspect: !totals || totals.receipts === 0,
    isStaff: isStaffRecord(db, row.id),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    source: row.source,
  };
}
