import type { ParsedInputOf } from '@shared/contract/define';
import type { reviewsContract } from '@shared/contract/reviews';
import { asLanguage } from '@shared/domain/languages';
import { agendaChange } from '@shared/domain/reviews';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer, isActiveStaff } from '../customers/customers.sql';
import { makePromise } from '../promises/promises.sql';
import { indexCustomer } from '../search/search.sql';
import { agendaFromRecord } from './agenda';
import {
  findLastHeld,
  findPlannedReview,
  findReview,
  insertReview,
  insertReviewEvent,
  insertReviewPoint,
  listReviewPoints,
  listTakenSources,
  type ReviewRow,
  releaseFollowed,
  updateReview,
  updateReviewPoint,
} from './reviews.sql';

export const reviewsCommands: CommandHandlers<typeof reviewsContract> = {
  'reviews.plan': (context, wanted) => {
    const { db, now, today, staff, newId, nextNumber, about } = context;
    const customer = findStandingCustomer(db, wanted.customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    if (wanted.plannedOn < today) fail('REVIEW_IN_THE_PAST');
    if (findPlannedReview(db, customer.id)) fail('REVIEW_PLANNED_ALREADY');
    const ourPeople = workingHere(context, wanted.ourPeople);
    const reviewId = newId();
    const number = `R${nextNumber('review')}`;
    about('review meeting', reviewId);
    const row = {
      id: reviewId,
      number,
      customer_id: customer.id,
      planned_on: wanted.plannedOn,
      planned_time: wanted.plannedTime,
      place: wanted.place,
      our_people: JSON.stringify(ourPeople),
      lead_id: ourPeople[0] ?? staff.staffId,
      their_people: wanted.theirPeople,
      language: wanted.language ?? asLanguage(customer.language),
      made_by: staff.staffId,
      made_at: now,
      updated_at: now,
    };
    insertReview(db, row);
    followLast(context, customer.id, reviewId);
    fillAgenda(context, row);
    indexCustomer(db, customer.id);
    remember(context, reviewId, 'planned', null, { on: wanted.plannedOn });
    return { reviewId, number };
  },

  'reviews.move': (context, { reviewId, version, plannedOn, plannedTime, reason }) => {
    const before = plannedReview(context, reviewId, version);
    if (plannedOn < context.today) fail('REVIEW_IN_THE_PAST');
    change(context, before, { planned_on: plannedOn, planned_time: plannedTime });
    remember(context, reviewId, 'moved', reason, { from: before.planned_on, to: plannedOn });
    return { version: version + 1 };
  },

  'reviews.change': (context, { reviewId, version, place, ourPeople, theirPeople }) => {
    const before = plannedReview(context, reviewId, version);
    const people = workingHere(context, ourPeople);
    change(context, before, {
      place,
      our_people: JSON.stringify(people),
      lead_id: people[0] ?? before.lead_id,
      their_people: theirPeople,
    });
    remember(context, reviewId, 'changed', null, { place });
    return { version: version + 1 };
  },

  'reviews.saveAgenda': (context, { reviewId, version, points }) => {
    const { db, newId } = context;
    const before = plannedReview(context, reviewId, version);
    const standing = listReviewPoints(db, reviewId);
    const { kept, added, removed } = agendaChange(
      standing.map(({ id }) => id),
      points,
    );
    for (const { id, words, isInternal, position } of kept)
      updateReviewPoint(db, id, { words, is_internal: isInternal ? 1 : 0, position });
    for (const { words, isInternal, position } of added)
      insertReviewPoint(db, {
        id: newId(),
        review_id: reviewId,
        position,
        source: 'own',
        words,
        is_internal: isInternal ? 1 : 0,
      });
    for (const id of removed) updateReviewPoint(db, id, { is_removed: 1 });
    change(context, before, {});
    remember(context, reviewId, 'changed', null, {});
    return { version: version + 1 };
  },

  'reviews.refill': (context, { reviewId, version }) => {
    const before = plannedReview(context, reviewId, version);
    const added = fillAgenda(context, before);
    if (added > 0) {
      change(context, before, {});
      remember(context, reviewId, 'changed', null, {});
    }
    return { version: version + (added > 0 ? 1 : 0), added };
  },

  'reviews.hold': (context, minutes) => hold(context, minutes),

  'reviews.cancel': (context, { reviewId, version, reason }) => {
    const before = plannedReview(context, reviewId, version);
    releaseFollowed(context.db, reviewId, before.customer_id);
    change(context, before, { status: 'cancelled', cancelled_reason: reason, closed_at: context.now });
    remember(context, reviewId, 'cancelled', reason, {});
    return null;
  },

  'reviews.revive': (context, { reviewId }) => {
    const before = findReview(context.db, reviewId) ?? fail('REVIEW_NOT_FOUND');
    if (before.status !== 'cancelled') fail('REVIEW_NOT_CANCELLED');
    if (findPlannedReview(context.db, before.customer_id)) fail('REVIEW_PLANNED_ALREADY');
    context.about('review meeting', reviewId);
    change(context, before, { status: 'planned', cancelled_reason: null, closed_at: null });
    followLast(context, before.customer_id, reviewId);
    remember(context, reviewId, 'revived', null, {});
    return null;
  },
};

type Minutes = ParsedInputOf<(typeof reviewsContract)['reviews.hold']>;

/** Writes the minutes; every action goes into the ledger of promises inside the same transaction. */
function hold(context: CommandContext, minutes: Minutes): { promises: number } {
  const { db, now, today } = context;
  const { reviewId, version, heldOn, points, nextOn } = minutes;
  const before = plannedReview(context, reviewId, version);
  if (heldOn > today) fail('REVIEW_IN_THE_FUTURE');
  if (nextOn !== null && nextOn <= heldOn) fail('REVIEW_NEXT_TOO_SOON');
  const hasWords = points.some((one) => one.minutes !== null || one.action !== null);
  if (!hasWords && minutes.customerWords === null) fail('REVIEW_MINUTES_NEEDED');
  const known = new Set(listReviewPoints(db, reviewId).map(({ id }) => id));
  let promises = 0;
  for (const { id, minutes: words, action } of points) {
    if (!known.has(id)) fail('REVIEW_POINT_NOT_FOUND');
    const promise =
      action &&
      makePromise(context, {
        ...action,
        customerId: before.customer_id,
        origin: { kind: 'review', id: reviewId },
      });
    if (promise) promises += 1;
    updateReviewPoint(db, id, { minutes: words, promise_id: promise?.promiseId ?? null });
  }
  change(context, before, {
    status: 'held',
    held_on: heldOn,
    customer_words: minutes.customerWords,
    satisfaction: minutes.satisfaction,
    next_on: nextOn,
    closed_at: now,
  });
  remember(context, reviewId, 'held', null, { nextOn });
  return { promises };
}

/** One meeting that is still to take place, as whoever changes it saw it. */
function plannedReview(context: CommandContext, reviewId: string, version: number): ReviewRow {
  const row = findReview(context.db, reviewId) ?? fail('REVIEW_NOT_FOUND');
  if (row.status !== 'planned') fail('REVIEW_CLOSED');
  if (row.version !== version) fail('REVIEW_CHANGED');
  context.about('review meeting', reviewId);
  return row;
}

/** Each person once, in the order given. */
function workingHere({ db }: Pick<CommandContext, 'db'>, ids: readonly string[]): string[] {
  for (const id of ids) if (!isActiveStaff(db, id)) fail('OWNER_NOT_FOUND');
  return [...new Set(ids)];
}

/** The last meeting that was held no longer waits for a next one: this is it. */
function followLast({ db, now }: CommandContext, customerId: string, reviewId: string): void {
  const last = findLastHeld(db, customerId);
  if (last) updateReview(db, last.id, { followed_by_id: reviewId, updated_at: now });
}

/** Adds what the record has and the agenda never had; returns how many points. */
function fillAgenda(
  { db, now, today, shop, newId }: CommandContext,
  review: Pick<ReviewRow, 'id' | 'customer_id' | 'language'>,
): number {
  const keyOf = (source: string, sourceId: string | null) => `${source} ${sourceId ?? ''}`;
  const taken = new Set(
    listTakenSources(db, review.id).map(({ source, source_id }) => keyOf(source, source_id)),
  );
  const found = agendaFromRecord(db, {
    customerId: review.customer_id,
    now,
    today,
    timeZone: shop.timeZone,
    currency: shop.currency,
    language: asLanguage(review.language),
  }).filter(({ source, sourceId }) => !taken.has(keyOf(source, sourceId)));
  for (const [index, point] of found.entries())
    insertReviewPoint(db, {
      id: newId(),
      review_id: review.id,
      position: taken.size + index,
      source: point.source,
      source_id: point.sourceId,
      words: point.words,
      is_internal: point.isInternal ? 1 : 0,
      is_discreet: point.isDiscreet ? 1 : 0,
    });
  return found.length;
}

function change(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  before: ReviewRow,
  columns: Parameters<typeof updateReview>[2],
): void {
  updateReview(db, before.id, { ...columns, version: before.version + 1, updated_at: now });
  // Its place, its points and its minutes find the customer.
  indexCustomer(db, before.customer_id);
}

function remember(
  { db, now, staff, newId }: CommandContext,
  reviewId: string,
  kind: string,
  reason: string | null,
  detail: Record<string, string | null>,
): void {
  insertReviewEvent(db, {
    id: newId(),
    review_id: reviewId,
    at: now,
    staff_id: staff.staffId,
    kind,
    reason,
    detail: JSON.stringify(detail),
  });
}
