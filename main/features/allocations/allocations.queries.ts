import type { allocationsContract } from '@shared/contract/allocations';
import { nextAgain, nextInLine } from '@shared/domain/allocation';
import type { QueryHandlers } from '../../kernel/handlers';
import { customerOf } from '../customers/cards.sql';
import { summaryOf } from './allocation-view';
import { findShownAllocation, listAllocations } from './allocations.sql';
import { criteriaOn, listCriteria } from './criteria.sql';
import { fairnessOf } from './fairness';
import { listOffersOfPiece, offerOf } from './offers.sql';
import { listPlaces, placeOf } from './places.sql';

export const allocationsQueries: QueryHandlers<typeof allocationsContract> = {
  'allocations.list': ({ db }, { show, limit }) => {
    const rows = listAllocations(db, show, limit);
    return { total: rows[0]?.found ?? 0, allocations: rows.map((row) => summaryOf(db, row)) };
  },

  'allocations.get': ({ db, fail }, { allocationId }) => {
    const row = findShownAllocation(db, allocationId) ?? fail('ALLOCATION_NOT_FOUND');
    const criteria =
      listCriteria(db).find(({ id }) => id === row.criteria_id) ?? fail('ALLOCATION_NOT_FOUND');
    const places = listPlaces(db, allocationId).map(placeOf);
    return {
      allocation: { ...summaryOf(db, row), note: row.note, closedReason: row.closed_reason },
      criteria,
      places,
      nextInterestId: row.state === 'waiting' ? (nextInLine(places)?.interestId ?? null) : null,
      againInterestId: row.state === 'waiting' ? (nextAgain(places)?.interestId ?? null) : null,
      offers: listOffersOfPiece(db, allocationId).map((offer) => ({
        ...offerOf(db, offer),
        interestId: offer.interest_id,
        customer: customerOf(offer),
        productId: offer.product_id,
      })),
    };
  },

  'allocations.criteria': ({ db, today }) => ({
    versions: listCriteria(db),
    inForceId: criteriaOn(db, today).id,
  }),

  'allocations.fairness': ({ db, shop, today }, period) =>
    fairnessOf(db, period, { today, timeZone: shop.timeZone }),
};
