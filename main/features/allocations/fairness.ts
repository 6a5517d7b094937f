import type { CriteriaVersion, Fairness } from '@shared/contract/allocations';
import type { ScarceProduct } from '@shared/contract/interests';
import { type InterestFlag, type OfferAnswer, waitDays, waitStats } from '@shared/domain/allocation';
import { civilDateOf, endOfDay, startOfDay } from '@shared/domain/dates';
import type { ReadableDb } from '../../db/sql';
import { scarceProductOf } from '../interests/interests.sql';
import { listFlagsBetween, resaleFlagOf } from '../interests/resale-flags.sql';
import { findProduct } from '../products/products.sql';
import { criteriaOn, listCriteria } from './criteria.sql';
import {
  countClosed,
  countPieces,
  countWithdrawn,
  type FairnessPeriod,
  listRegister,
  type RegisterRow,
} from './fairness.sql';
import { listExtensionsBetween } from './holds.sql';
import { listOffersBetween } from './offers.sql';

type OfferRow = ReturnType<typeof listOffersBetween>[number];

/** How fairly pieces went between two days. Nothing of it is kept: it is computed from what cannot be rewritten. */
export function fairnessOf(
  db: ReadableDb,
  asked: FairnessPeriod,
  { today, timeZone }: { today: string; timeZone: string },
): Fairness {
  // Nobody has waited longer than until now.
  const period = { ...asked, to: asked.to < today ? asked.to : today };
  const moments = { start: startOfDay(period.from, timeZone), end: endOfDay(period.to, timeZone) };
  const register = listRegister(db, period, moments.end);
  const offers = listOffersBetween(db, period);
  const withdrawn = byProduct(countWithdrawn(db, period, moments));
  const pieces = byProduct(countPieces(db, period));
  const closed = byProduct(countClosed(db, period, moments));
  const product = productReader(db);
  const ids = new Set([
    ...register.map(({ product_id }) => product_id),
    ...offers.map(({ product_id }) => product_id),
    ...pieces.keys(),
    ...closed.keys(),
  ]);
  return {
    from: asked.from,
    to: period.to,
    products: [...ids]
      .map((id) => {
        const own = register.filter(({ product_id }) => product_id === id);
        const made = offers.filter(({ product_id }) => product_id === id);
        return {
          product: product(id),
          registered: own.filter(({ registered_on }) => registered_on >= period.from).length,
          withdrawn: withdrawn.get(id) ?? 0,
          pieces: pieces.get(id) ?? 0,
          closed: closed.get(id) ?? 0,
          ...waits(own, period, moments.start, timeZone),
          offersInOrder: made.filter((offer) => offer.override_reason === null).length,
          overrides: made.filter((offer) => offer.override_reason !== null).length,
        };
      })
      .sort((a, b) => b.pieces - a.pieces || b.waiting.count - a.waiting.count || byName(a, b)),
    people: peopleOf(offers, product),
    again: offers.filter(({ is_again }) => is_again === 1).map((offer) => againOf(offer, product)),
    holds: listExtensionsBetween(db, period).map((row) => ({
      id: row.id,
      allocationNumber: row.allocation_number,
      product: product(row.product_id),
      on: row.extended_on,
      customerNumber: row.customer_number,
      by: { id: row.staff_id, name: row.staff_name },
      from: row.held_until,
      until: row.until,
      reason: row.reason,
      isBeyond: row.is_beyond === 1,
    })),
    staffAndFamily: offers.flatMap((offer) => staffOffer(offer, product)),
    resaleFlags: listFlagsBetween(db, {
      from: moments.start,
      to: moments.end,
      productId: period.productId,
    }).map((row) => ({ ...resaleFlagOf(row), customerNumber: row.customer_number })),
    criteria: criteriaBetween(db, period),
  };
}

function waits(own: readonly RegisterRow[], { to }: FairnessPeriod, start: number, timeZone: string) {
  const served = own.flatMap(({ registered_on, sold_at }) =>
    sold_at !== null && sold_at >= start ? [waitDays(registered_on, civilDateOf(sold_at, timeZone))] : [],
  );
  const waiting = own.flatMap(({ registered_on, sold_at, is_withdrawn }) =>
    sold_at === null && is_withdrawn === 0 ? [waitDays(registered_on, to)] : [],
  );
  return { served: waitStats(served), waiting: waitStats(waiting) };
}

function peopleOf(offers: readonly OfferRow[], product: (id: string) => ScarceProduct): Fairness['people'] {
  const people = new Map<string, OfferRow[]>();
  for (const offer of offers) people.set(offer.staff_id, [...(people.get(offer.staff_id) ?? []), offer]);
  return [...people.values()]
    .map((own) => ({
      person: { id: own[0]?.staff_id ?? '', name: own[0]?.staff_name ?? '' },
      inOrder: own.filter((offer) => offer.override_reason === null).length,
      overrides: own.flatMap((offer) =>
        offer.override_reason === null
          ? []
          : [
              {
                offerId: offer.id,
                allocationNumber: offer.allocation_number,
                product: product(offer.product_id),
                on: offer.offered_on,
                customerNumber: offer.customer_number,
                rank: offer.rank,
                dueRank: offer.due_rank,
                reason: offer.override_reason,
                answer: offer.answer as OfferAnswer | null,
              },
            ],
      ),
    }))
    .sort((a, b) => b.overrides.length - a.overrides.length || (a.person.name < b.person.name ? -1 : 1));
}

function againOf(offer: OfferRow, product: (id: string) => ScarceProduct): Fairness['again'][number] {
  return {
    offerId: offer.id,
    allocationNumber: offer.allocation_number,
    product: product(offer.product_id),
    on: offer.offered_on,
    customerNumber: offer.customer_number,
    by: { id: offer.staff_id, name: offer.staff_name },
    reason: offer.again_reason ?? offer.override_reason ?? '',
    isOverride: offer.override_reason !== null,
  };
}

/** The nearest tie is named: to oneself before to the staff, to the staff before to their families. */
function staffOffer(offer: OfferRow, product: (id: string) => ScarceProduct): Fairness['staffAndFamily'] {
  const flags = JSON.parse(offer.flags) as InterestFlag[];
  const flag = (['own-account', 'staff', 'family'] as const).find((one) => flags.includes(one));
  if (!flag) return [];
  return [
    {
      offerId: offer.id,
      flag,
      allocationNumber: offer.allocation_number,
      product: product(offer.product_id),
      on: offer.offered_on,
      customerNumber: offer.customer_number,
      by: { id: offer.staff_id, name: offer.staff_name },
      rank: offer.rank,
      isOverride: offer.override_reason !== null,
      answer: offer.answer as OfferAnswer | null,
      isSold: offer.sale_id !== null,
    },
  ];
}

/** The version that held at the beginning and those that began since, the first first. */
function criteriaBetween(db: ReadableDb, { from, to }: FairnessPeriod): CriteriaVersion[] {
  const first = criteriaOn(db, from);
  const began = listCriteria(db)
    .filter(({ effectiveOn }) => effectiveOn > from && effectiveOn <= to)
    .sort((a, b) => a.version - b.version);
  return [first, ...began];
}

function productReader(db: ReadableDb): (id: string) => ScarceProduct {
  const known = new Map<string, ScarceProduct>();
  return (id) => {
    const found = known.get(id);
    if (found) return found;
    const row = findProduct(db, id);
    const read = scarceProductOf({
      product_id: id,
      brand: row?.brand ?? null,
      product_name: row?.name ?? '',
      product_chinese_name: row?.chinese_name ?? null,
      reference: row?.reference ?? null,
    });
    known.set(id, read);
    return read;
  };
}

const byProduct = (rows: readonly { product_id: string; count: number }[]) =>
  new Map(rows.map((row) => [row.product_id, row.count]));

const byName = (a: { product: ScarceProduct }, b: { product: ScarceProduct }) =>
  a.product.name < b.product.name ? -1 : 1;
