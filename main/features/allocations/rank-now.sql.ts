import type { InterestPurpose, Ranked, WeightedCriterion } from '@shared/domain/allocation';
import { rankCandidates } from '@shared/domain/allocation';
import type { ReadableDb } from '../../db/sql';
import { listStandingOf } from '../interests/interests.sql';
import { figuresOf, flagsOf, type TiesAt, tiesOf } from '../interests/ties.sql';

/** A place as it is frozen with a piece. */
export interface FrozenPlace {
  readonly interest_id: string;
  readonly rank: number;
  readonly points: number;
  readonly arithmetic: string;
  readonly flags: string;
}

const everybody = 1_000_000;

/** Those who wait for a product, ranked by the criteria as the record stands now. One place a person: the first interest. */
export function rankNow(
  db: ReadableDb,
  product: { readonly id: string; readonly brand: string | null },
  criteria: readonly WeightedCriterion[],
  at: TiesAt,
): FrozenPlace[] {
  const people = new Map<string, ReturnType<typeof listStandingOf>[number]>();
  for (const row of listStandingOf(db, product.id, everybody))
    if (row.state === 'waiting' && !people.has(row.customer_id)) people.set(row.customer_id, row);
  const customers = new Map([...people.values()].map((row) => [row.id, row.customer_id]));
  const candidates = [...people.values()].map((row) => ({
    interestId: row.id,
    registeredAt: row.registered_at,
    figures: figuresOf(
      db,
      {
        customerId: row.customer_id,
        registeredOn: row.registered_on,
        purpose: row.purpose as InterestPurpose,
      },
      tiesOf(db, row.customer_id, product.brand, at),
      at.today,
    ),
  }));
  return rankCandidates(candidates, criteria).map((ranked) => frozen(db, ranked, customers));
}

function frozen(
  db: ReadableDb,
  { interestId, rank, points, lines }: Ranked,
  customers: ReadonlyMap<string, string>,
): FrozenPlace {
  return {
    interest_id: interestId,
    rank,
    points,
    arithmetic: JSON.stringify(lines),
    flags: JSON.stringify(flagsOf(db, customers.get(interestId) ?? '', null)),
  };
}
