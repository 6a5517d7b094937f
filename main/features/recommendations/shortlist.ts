import type { Permissions } from '@shared/domain/consent';
import type { ConsentEvent } from '@shared/domain/consent-events';
import type { WantedAttribute } from '@shared/domain/needs';
import {
  type OwnedThing,
  type RecommendationInput,
  type RecommendationResult,
  recommend,
} from '@shared/domain/recommend';
import type { ReadableDb } from '../../db/sql';
import type { ShopHandle } from '../../kernel/shop-handle';
import { listConsentEvents, permissionsOf } from '../consents/consents.sql';
import { findPreferences } from '../customers/details.sql';
import { findNeed, listComparedProducts, type NeedRow, wishesOf } from '../needs/needs.sql';
import {
  listArrivals,
  listCompanionsOf,
  listOfBrand,
  listStraps,
  listTies,
  readCandidates,
} from './candidates.sql';
import { type KeptRow, listKept, listOwnedItems, listPresentsInSecret, toThing } from './history.sql';
import { listRecommendations, type RecommendationRow } from './recommendations.sql';

const complements = [
  { ownedCategory: 'watch', suggests: 'strap', sameAttributes: ['lug_width_mm'] },
] as const;
/** More products of a customer than this tell nothing more about taste, and every one is looked up. */
const mostOwned = 60;
const mostBrands = 5;

/** Who asks for a shortlist, and when. */
export interface Asked {
  readonly shop: Pick<ShopHandle, 'currency' | 'timeZone'>;
  readonly customerId: string;
  readonly need: NeedRow | null;
  readonly now: number;
  readonly today: string;
  readonly limit: number;
}

/** The ranked shortlist for a customer, and whether what they bought could be used for it. */
export function shortlistFor(
  db: ReadableDb,
  asked: Asked,
): { result: RecommendationResult; usesHistory: boolean } {
  const { customerId, need, shop } = asked;
  const kept = listKept(db, customerId);
  const owned = ownedOf(listOwnedItems(db, customerId), kept);
  const usesHistory = mayUseHistory(
    permissionsOf(db, customerId, asked.now),
    listConsentEvents(db, customerId),
  );
  const preferences = preferencesOf(db, customerId);
  const shown = listRecommendations(db, customerId);
  const brandsBought = usesHistory ? brandsOf(kept) : [];
  const ownedProducts = usesHistory
    ? owned
        .flatMap(({ productId, discreet }) => (productId && !discreet ? [productId] : []))
        .slice(0, mostOwned)
    : [];
  const companions = listCompanionsOf(db, ownedProducts);
  const ties = listTies(db, ownedProducts);
  const ids = new Set<string>([
    ...(need ? listComparedProducts(db, need, 250) : []),
    ...companions.keys(),
    ...ties.keys(),
    ...listArrivals(db, shop.currency, asked.now),
    ...[...brandsBought.map(({ brand }) => brand), ...preferences.brands]
      .slice(0, mostBrands)
      .flatMap((brand) => listOfBrand(db, brand, shop.currency)),
    ...(owned.some((thing) => thing.attributes.lug_width_mm !== undefined) && usesHistory
      ? listStraps(db, shop.currency)
      : []),
  ]);
  const declined = declinedOf(db, shown, need);
  const result = recommend({
    today: asked.today,
    need: need && {
      ...wishesOf(need),
      id: need.id,
      discreet: need.is_discreet === 1,
      forSomebodyElse: need.for_whom !== null && need.for_whom !== 'self',
    },
    owned,
    brandsBought,
    budgetMaxMinor: preferences.budgetMaxMinor,
    preferences,
    candidates: readCandidates(db, ids, { companions, ties, ...shop }),
    declined: declined.map(({ product_id, need_id }) => ({ productId: product_id, needId: need_id })),
    brandsDeclined: brandsDeclined(db, declined, kept, shop),
    exclusions: { productIds: listPresentsInSecret(db, customerId), brands: [], categories: [] },
    mayUseHistory: usesHistory,
    complements,
    limit: asked.limit,
  });
  return { result, usesHistory };
}

/**
 * Showing something across the counter is no direct marketing, so nobody needs to be asked for it. But somebody who
 * withdrew, or whose consent names the kinds of data and leaves out what they own and bought, does not want that used to
 * offer more (s.35E, s.35G; taking it across the counter too is the careful reading).
 */
export function mayUseHistory(permissions: Permissions, events: readonly ConsentEvent[]): boolean {
  const marketing = permissions.cells.filter(({ purpose }) => purpose === 'direct-marketing');
  const stopped = (reason: string) => reason === 'WITHDRAWN' || reason === 'SUPPRESSED';
  if (marketing.every(({ reason }) => stopped(reason))) return false;
  const inForce = new Set(marketing.flatMap(({ allowed, eventId }) => (allowed && eventId ? [eventId] : [])));
  const given = events.filter((event) => event.kind === 'given' && inForce.has(event.id));
  return (
    given.length === 0 ||
    given.some(
      (event) =>
        event.kind === 'given' &&
        event.dataKinds.some((kind) => kind === 'purchase-history' || kind === 'items-owned'),
    )
  );
}

/** Items with a serial, then what was bought without one; nothing twice. */
function ownedOf(items: readonly OwnedThing[], kept: readonly KeptRow[]): OwnedThing[] {
  const known = new Set(items.map(({ productId }) => productId));
  return [...items, ...kept.filter((row) => !known.has(row.product_id)).map(toThing)];
}

function brandsOf(kept: readonly KeptRow[]): RecommendationInput['brandsBought'] {
  const brands = new Map<string, { times: number; discreetTimes: number }>();
  for (const { brand, times, discreet_times } of kept) {
    if (!brand) continue;
    const sum = brands.get(brand) ?? { times: 0, discreetTimes: 0 };
    brands.set(brand, { times: sum.times + times, discreetTimes: sum.discreetTimes + discreet_times });
  }
  return [...brands]
    .map(([brand, sum]) => ({ brand, ...sum }))
    .sort((a, b) => b.times - a.times || (a.brand < b.brand ? -1 : 1));
}

function preferencesOf(db: ReadableDb, customerId: string) {
  const row = findPreferences(db, customerId);
  const list = (json: string | undefined): string[] => {
    const value: unknown = json ? JSON.parse(json) : [];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  };
  const attributes: Record<string, WantedAttribute> = {};
  const metals = list(row?.metals);
  const colours = list(row?.colours);
  if (metals.length > 0) attributes.metal = metals;
  if (colours.length > 0) Object.assign(attributes, { dial: colours, colour: colours });
  if (row?.strap) attributes.strap = row.strap;
  return { brands: list(row?.brands), attributes, budgetMaxMinor: row?.budget_max_minor ?? null };
}

/** Declined and standing so; not what was declined for another need that is discreet. */
function declinedOf(
  db: ReadableDb,
  shown: readonly RecommendationRow[],
  need: NeedRow | null,
): RecommendationRow[] {
  return shown.filter(
    (row) =>
      row.outcome === 'declined' &&
      (row.need_id === null || row.need_id === need?.id || findNeed(db, row.need_id)?.is_discreet === 0),
  );
}

function brandsDeclined(
  db: ReadableDb,
  declined: readonly RecommendationRow[],
  kept: readonly KeptRow[],
  shop: Asked['shop'],
): RecommendationInput['brandsDeclined'] {
  const bought = new Set(kept.map(({ brand }) => brand));
  const products = readCandidates(db, new Set(declined.map((row) => row.product_id)), {
    companions: new Map(),
    ties: new Map(),
    ...shop,
  });
  const brands = new Map<string, number>();
  for (const { brand } of products)
    if (brand && !bought.has(brand)) brands.set(brand, (brands.get(brand) ?? 0) + 1);
  return [...brands].map(([brand, count]) => ({ brand, products: count }));
}
