import type { Ties } from '@shared/contract/interests';
import type { Figures, InterestFlag, InterestPurpose } from '@shared/domain/allocation';
import { monthsBetween } from '@shared/domain/allocation';
import { ageOn, civilDateOf } from '@shared/domain/dates';
import { FAMILY_RELATIONS } from '@shared/domain/oversight';
import { prepared, type ReadableDb } from '../../db/sql';
import { findCustomer, findTotals, isStaffRecord } from '../customers/customers.sql';
import { countFinishedJobs } from '../jobs/service-jobs.sql';
import { sumBrand } from '../sales/sales.sql';
import { findMembership } from '../vip/vip.sql';
import { hasStandingFlag } from './resale-flags.sql';

/** The moment and money the figures are for. */
export interface TiesAt {
  readonly today: string;
  readonly timeZone: string;
  readonly currency: string;
}

/** A customer's ties to the shop as the record knows them; `brand` is that of the watch they ask for. */
export function tiesOf(
  db: ReadableDb,
  customerId: string,
  brand: string | null,
  { today, timeZone, currency }: TiesAt,
): Ties {
  const totals = findTotals(db, customerId);
  const firstAt = totals?.first_sale_at ?? findCustomer(db, customerId)?.created_at;
  const since = firstAt === undefined ? today : civilDateOf(firstAt, timeZone);
  return {
    purchases: totals?.receipts ?? 0,
    lifetimeMinor: totals?.currency === currency ? totals.lifetime_minor : 0,
    brandMinor: brand === null ? 0 : sumBrand(db, customerId, brand, currency),
    currency,
    since,
    years: Math.max(0, ageOn(since, today)),
    services: countFinishedJobs(db, customerId),
    tier: findMembership(db, customerId)?.tier ?? null,
  };
}

/** What the criteria count of one who waits. */
export function figuresOf(
  db: ReadableDb,
  interest: { readonly customerId: string; readonly registeredOn: string; readonly purpose: InterestPurpose },
  ties: Ties,
  today: string,
): Figures {
  const { customerId, registeredOn, purpose } = interest;
  return {
    waiting: monthsBetween(registeredOn, today),
    'brand-spend': ties.brandMinor,
    'total-spend': ties.lifetimeMinor,
    years: ties.years,
    service: ties.services,
    vip: ties.tier === null ? 0 : 1,
    wears: purpose === 'wear' ? 1 : 0,
    'not-offered': wasEverOffered(db, customerId) ? 0 : 1,
    resale: hasStandingFlag(db, customerId) ? 1 : 0,
  };
}

/** True where any scarce piece was offered to this customer before. */
function wasEverOffered(db: ReadableDb, customerId: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM interests i JOIN allocation_offers o ON o.interest_id = i.id WHERE i.customer_id = ? LIMIT 1`,
    ).get(customerId) !== undefined
  );
}

const family = FAMILY_RELATIONS.map((relation) => `'${relation}'`).join(', ');

/** Whether somebody of the staff is at the other end of a family tie of this customer. */
function isStaffFamily(db: ReadableDb, customerId: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM customer_links l JOIN staff s ON s.own_customer_id = l.other_customer_id
       WHERE l.customer_id = @customerId AND l.relation IN (${family})
       UNION ALL
       SELECT 1 FROM customer_links l JOIN staff s ON s.own_customer_id = l.customer_id
       WHERE l.other_customer_id = @customerId AND l.relation IN (${family}) LIMIT 1`,
    ).get({ customerId }) !== undefined
  );
}

/** What the manager must see beside this name; `staffId` is whoever acts, null where nobody does. */
export function flagsOf(db: ReadableDb, customerId: string, staffId: string | null): InterestFlag[] {
  const isOwn =
    staffId !== null &&
    prepared(db, 'SELECT 1 FROM staff WHERE id = ? AND own_customer_id = ?').get(staffId, customerId) !==
      undefined;
  const flags: [InterestFlag, boolean][] = [
    ['own-account', isOwn],
    ['staff', isStaffRecord(db, customerId)],
    ['family', isStaffFamily(db, customerId)],
    ['resale', hasStandingFlag(db, customerId)],
  ];
  return flags.flatMap(([flag, holds]) => (holds ? [flag] : []));
}
