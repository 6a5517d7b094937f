import type { allocationsContract } from '@shared/contract/allocations';
import type { ParsedInputOf } from '@shared/contract/define';
import { isBeyondUsual } from '@shared/domain/allocation';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { flagsOf, tiesOf } from '../interests/ties.sql';
import { findSoldItem } from '../items/items.sql';
import { findProduct } from '../products/products.sql';
import { isSoldAnonymously } from '../sales/sales.sql';
import { readSetting } from '../shop/shop.sql';
import {
  findShownAllocation,
  insertAllocation,
  insertAllocationEvent,
  isInAllocation,
  type ShownAllocationRow,
} from './allocations.sql';
import { criteriaOn, insertCriteria, listCriteria } from './criteria.sql';
import { insertExtension } from './holds.sql';
import { findOffer, insertOffer, listOffersOfPiece, type OfferOfRow } from './offers.sql';
import { findAgain, findNext, listPlaces, placeOf } from './places.sql';
import { rankNow } from './rank-now.sql';

export const allocationsCommands: CommandHandlers<typeof allocationsContract> = {
  'allocations.open': (context, { productId, serial, note }) => {
    const { db, shop, now, today, staff, newId, nextNumber, about } = context;
    const product = findProduct(db, productId);
    if (!product || product.deleted_at !== null) return fail('PRODUCT_NOT_FOUND');
    if (serial && isInAllocation(db, productId, serial)) fail('PIECE_IN_ALLOCATION');
    if (serial && (findSoldItem(db, productId, serial) || isSoldAnonymously(db, productId, serial)))
      fail('PIECE_SOLD');
    const criteria = criteriaOn(db, today);
    const at = { today, timeZone: shop.timeZone, currency: shop.currency };
    const places = rankNow(db, product, criteria.criteria, at);
    if (places.length === 0) fail('NOBODY_WAITS');
    const allocationId = newId();
    const number = `L${nextNumber('allocation')}`;
    about('allocation', allocationId);
    const row = {
      id: allocationId,
      number,
      product_id: productId,
      serial,
      note,
      criteria_id: criteria.id,
      opened_at: now,
      opened_on: today,
      opened_by: staff.staffId,
    };
    insertAllocation(db, row, places, newId());
    return { allocationId, number };
  },

  'allocations.offer': (context, input) => {
    const allocation = freePiece(context, input.allocationId);
    const next = findNext(context.db, allocation.id);
    if (next?.interestId !== input.interestId) fail('NOT_NEXT_IN_LINE');
    return makeOffer(context, allocation, input, { dueInterestId: input.interestId, reason: null });
  },

  'allocations.override': (context, { reason, ...input }) => {
    const allocation = freePiece(context, input.allocationId);
    const next = findNext(context.db, allocation.id);
    const due = next ?? findAgain(context.db, allocation.id);
    if (due?.interestId === input.interestId) fail('IS_NEXT_IN_LINE');
    return makeOffer(context, allocation, input, { dueInterestId: due?.interestId ?? null, reason });
  },

  'allocations.offerAgain': (context, { reason, ...input }) => {
    const allocation = freePiece(context, input.allocationId);
    const again = findAgain(context.db, allocation.id);
    if (again?.interestId !== input.interestId) fail('NOT_NEXT_IN_LINE');
    const due = { dueInterestId: input.interestId, reason: null, againReason: reason };
    return makeOffer(context, allocation, input, due);
  },

  'allocations.extendHold': (context, { offerId, until, reason }) => {
    const { db, now, today, staff, newId, about } = context;
    const offer = lastOffer(context, offerId);
    if (offer.answer === 'declined' || offer.answer === 'no-answer') fail('OFFER_ENDED');
    if (until < today) fail('HOLD_IN_THE_PAST');
    if (until <= offer.held_until) fail('HOLD_NOT_LATER');
    const rules = readSetting(db, 'holdRules');
    const isBeyond = isBeyondUsual(offer.offered_on, until, rules);
    about('allocation', offer.allocation_id);
    insertExtension(db, {
      id: newId(),
      offer_id: offerId,
      at: now,
      extended_on: today,
      staff_id: staff.staffId,
      held_until: offer.held_until,
      until,
      reason,
      usual_days: rules.usualDays,
      is_beyond: isBeyond ? 1 : 0,
    });
    return { isBeyond };
  },

  'allocations.answer': (context, { offerId, answer, words }) => {
    const { db, now, staff, newId, about } = context;
    const offer = lastOffer(context, offerId);
    if (offer.answer !== null && words === null) fail('ANSWER_WORDS_NEEDED');
    about('allocation', offer.allocation_id);
    insertAllocationEvent(db, {
      id: newId(),
      allocation_id: offer.allocation_id,
      offer_id: offerId,
      at: now,
      staff_id: staff.staffId,
      kind: 'answered',
      answer,
      words,
    });
    return null;
  },

  'allocations.close': (context, { allocationId, reason }) => {
    const { db, now, staff, newId, about } = context;
    freePiece(context, allocationId);
    about('allocation', allocationId);
    insertAllocationEvent(db, {
      id: newId(),
      allocation_id: allocationId,
      at: now,
      staff_id: staff.staffId,
      kind: 'closed',
      words: reason,
    });
    return null;
  },

  'allocations.writeCriteria': (context, { effectiveOn, criteria, note }) => {
    const { db, now, today, staff, newId, about } = context;
    // What was decided yesterday was decided by what held yesterday.
    if (effectiveOn < today) fail('CRITERIA_IN_THE_PAST');
    if (new Set(criteria.map(({ code }) => code)).size < criteria.length) fail('CRITERION_TWICE');
    const counting = criteria.filter(({ weight }) => weight !== 0);
    if (counting.length === 0) fail('CRITERIA_WITHOUT_WEIGHT');
    const id = newId();
    const version = Math.max(...listCriteria(db).map((known) => known.version)) + 1;
    about('allocation-criteria', id);
    insertCriteria(db, {
      id,
      version,
      effective_on: effectiveOn,
      criteria: JSON.stringify(counting),
      note,
      made_at: now,
      made_by: staff.staffId,
    });
    return { version };
  },
};

/** A piece that nobody holds an offer of. */
function freePiece({ db }: Pick<CommandContext, 'db'>, allocationId: string): ShownAllocationRow {
  const allocation = findShownAllocation(db, allocationId) ?? fail('ALLOCATION_NOT_FOUND');
  if (allocation.state === 'sold' || allocation.state === 'closed') fail('ALLOCATION_ENDED');
  if (allocation.state !== 'waiting') fail('OFFER_STANDS');
  return allocation;
}

/** The offer that was made last, of a piece that has not gone: once somebody else was asked, what was said then stays. */
function lastOffer({ db }: Pick<CommandContext, 'db'>, offerId: string): OfferOfRow {
  const offer = findOffer(db, offerId) ?? fail('OFFER_NOT_FOUND');
  const allocation = findShownAllocation(db, offer.allocation_id) ?? fail('OFFER_NOT_FOUND');
  const isLast = listOffersOfPiece(db, allocation.id)[0]?.id === offerId;
  if (!isLast || allocation.state === 'sold' || allocation.state === 'closed') fail('OFFER_ENDED');
  return offer;
}

type OfferInput = ParsedInputOf<(typeof allocationsContract)['allocations.offer']>;

/**
 * Writes down an offer that a person makes. Nothing is sent: whoever asked to be told gets the answer to their own request,
 * which is no direct marketing (Part 6A); with anybody else the contact gate decides, as before every message.
 */
function makeOffer(
  context: CommandContext,
  allocation: ShownAllocationRow,
  { interestId, how, words, holdUntil }: OfferInput,
  {
    dueInterestId,
    reason,
    againReason = null,
  }: { dueInterestId: string | null; reason: string | null; againReason?: string | null },
): { offerId: string } {
  const { db, shop, now, today, staff, newId, about } = context;
  const row = listPlaces(db, allocation.id).find((place) => place.interest_id === interestId);
  const place = row ? placeOf(row) : fail('NOT_ON_THE_LIST');
  if (place.state !== 'waiting') fail('INTEREST_NOT_WAITING');
  if (holdUntil < today) fail('HOLD_IN_THE_PAST');
  const at = { today, timeZone: shop.timeZone, currency: shop.currency };
  const offerId = newId();
  about('allocation', allocation.id);
  insertOffer(db, {
    id: offerId,
    allocation_id: allocation.id,
    interest_id: interestId,
    rank: place.rank,
    due_interest_id: dueInterestId,
    override_reason: reason,
    again_reason: againReason,
    at: now,
    offered_on: today,
    staff_id: staff.staffId,
    how,
    words,
    hold_until: holdUntil,
    flags: JSON.stringify(flagsOf(db, place.customer.id, staff.staffId)),
    ties: JSON.stringify(tiesOf(db, place.customer.id, allocation.brand, at)),
  });
  insertAllocationEvent(db, {
    id: newId(),
    allocation_id: allocation.id,
    offer_id: offerId,
    at: now,
    staff_id: staff.staffId,
    kind: 'offered',
  });
  return { offerId };
}
