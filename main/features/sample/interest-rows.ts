import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import { asLanguage, type Language } from '@shared/domain/languages';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';
import { insertAllocation, insertAllocationEvent } from '../allocations/allocations.sql';
import { criteriaOn, insertCriteria } from '../allocations/criteria.sql';
import { insertOffer } from '../allocations/offers.sql';
import { findNext, listPlaces, placeOf } from '../allocations/places.sql';
import { rankNow } from '../allocations/rank-now.sql';
import { insertInterest, insertInterestEvent } from '../interests/interests.sql';
import { insertFlag } from '../interests/resale-flags.sql';
import { flagsOf, tiesOf } from '../interests/ties.sql';
import type { Sample } from './generator/types';
import { interestWords } from './interest-words';

/** How many wait for each of the scarce references, the most wanted first. */
const waiting = [40, 27, 18, 11, 8, 5] as const;
const sampleCounter = 'A';
const noonMs = 12 * 3_600_000;
const timeZone = 'Asia/Hong_Kong';
const noonOn = (day: string) => startOfDay(day) + noonMs;

interface Wisher {
  readonly id: string;
  readonly staff_id: string;
  readonly language: Language;
}

interface Watch {
  readonly id: string;
  readonly brand: string | null;
}

interface Setting {
  readonly db: WritableDb;
  readonly now: number;
  readonly currency: string;
  readonly managerId: string;
}

/** Somebody who will register on a day. */
interface Planned {
  readonly watch: Watch;
  readonly wisher: Wisher;
  readonly day: string;
  readonly turn: number;
}

/**
 * The register of a shop that sells a few watches more people want than there are: those who wait, the manager's criteria,
 * a piece that went past the order and was bought, one that is held for somebody, and one that arrived today.
 */
export function insertInterests(db: WritableDb, { staff, shop }: Sample, now: number): void {
  const watches = listScarce(db);
  const manager = staff.find(({ role }) => role === 'manager');
  const wishers = listWishers(db);
  if (watches.length === 0 || !manager || wishers.length < 12) return;
  const setting = { db, now, currency: shop.currency, managerId: manager.id };
  writeCriteria(setting, manager.language);
  const bought = findBought(db, watches, now);
  const plan = planOf(watches, wishers, bought, civilDateOf(now));
  const arrived = bought === null ? '' : addDays(bought.sold_on, -4);
  // A list holds those who waited on its day: the others register after it.
  for (const one of plan) if (one.day < arrived) register(setting, one);
  if (bought) soldPastTheOrder(setting, bought, arrived);
  for (const one of plan) if (one.day >= arrived) register(setting, one);
  flagOne(setting, wishers);
  const [, second, third] = watches;
  if (second) held(setting, second);
  if (third) openPiece(setting, third, civilDateOf(now), null);
}

function planOf(
  watches: readonly Watch[],
  wishers: readonly Wisher[],
  bought: Bought | null,
  today: string,
): Planned[] {
  const plan = watches.flatMap((watch, index) => {
    // A small sample has fewer people; each of them waits for no more than a few.
    const count = Math.min(waiting[index] ?? 0, Math.floor(wishers.length / 3));
    return Array.from({ length: count }, (_, place): Planned => {
      const turn = place * waiting.length + index;
      const wisher = wishers[(place * 7 + index * 5) % wishers.length] as Wisher;
      return { watch, wisher, turn, day: addDays(today, -12 - ((turn * 53) % 780)) };
    });
  });
  const others = plan.filter(
    ({ watch, wisher }) => watch !== bought?.watch || wisher.id !== bought.wisher.id,
  );
  const buyer = bought ? [{ ...bought, turn: 3, day: addDays(bought.sold_on, -40) }] : [];
  return [...others, ...buyer].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.turn - b.turn));
}

/** A sale of a scarce watch to somebody we know: the last one that is some weeks old. */
interface Bought {
  readonly watch: Watch;
  readonly wisher: Wisher;
  readonly sold_on: string;
  readonly sold_at: number;
  readonly sale_id: string;
}

function findBought(db: ReadableDb, watches: readonly Watch[], now: number): Bought | null {
  const find = prepared(
    db,
    `SELECT s.id AS sale_id, s.sold_on, s.sold_at, c.id, c.primary_advisor_id AS staff_id, c.language
     FROM products p JOIN sale_lines l ON l.product_no = p.no JOIN sales s ON s.no = l.sale_no
       JOIN customers c ON c.id = s.customer_id
     WHERE p.id = ? AND s.kind = 'sale' AND s.deleted_at IS NULL AND s.sold_on BETWEEN ? AND ?
       AND c.primary_advisor_id IS NOT NULL AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
     ORDER BY s.sold_at DESC LIMIT 1`,
  );
  const today = civilDateOf(now);
  for (const watch of watches) {
    const row = find.get(watch.id, addDays(today, -280), addDays(today, -14)) as
      | (Wisher & { sale_id: string; sold_on: string; sold_at: number })
      | undefined;
    if (row)
      return {
        watch,
        wisher: { id: row.id, staff_id: row.staff_id, language: asLanguage(row.language) },
        sold_on: row.sold_on,
        sold_at: row.sold_at,
        sale_id: row.sale_id,
      };
  }
  return null;
}

function listScarce(db: ReadableDb): Watch[] {
  return prepared(
    db,
    `SELECT id, brand FROM products
     WHERE category = 'watch' AND json_extract(attributes, '$.scarce') = 1 AND deleted_at IS NULL
     ORDER BY code LIMIT ?`,
  ).all(waiting.length) as Watch[];
}

/** Not the first customers of the shop: those have promises, questions and offers already. */
function listWishers(db: ReadableDb): Wisher[] {
  const rows = prepared(
    db,
    `SELECT id, primary_advisor_id AS staff_id, language FROM customers
     WHERE primary_advisor_id IS NOT NULL AND deleted_at IS NULL AND merged_into_id IS NULL
     ORDER BY number LIMIT 160 OFFSET 40`,
  ).all() as (Omit<Wisher, 'language'> & { language: string | null })[];
  return rows.map((row) => ({ ...row, language: asLanguage(row.language) }));
}

function writeCriteria({ db, now, managerId }: Setting, language: Language): void {
  const writtenOn = addDays(civilDateOf(now), -300);
  insertCriteria(db, {
    id: newId(),
    version: 2,
    effective_on: writtenOn,
    criteria: JSON.stringify([
      { code: 'waiting', weight: 35, full: 24 },
      { code: 'brand-spend', weight: 15, full: 500_000_00 },
      { code: 'years', weight: 15, full: 10 },
      { code: 'service', weight: 5, full: 3 },
      { code: 'wears', weight: 15, full: 1 },
      { code: 'not-offered', weight: 15, full: 1 },
      { code: 'resale', weight: -50, full: 1 },
    ]),
    note: interestWords.criteriaNote[language],
    made_at: noonOn(writtenOn),
    made_by: managerId,
  });
}

function register({ db }: Setting, { watch, wisher, day, turn }: Planned): void {
  const at = noonOn(day) + (turn % 300) * 60_000;
  const said =
    interestWords.reasons[(turn + Math.floor(turn / waiting.length)) % interestWords.reasons.length];
  const id = newId();
  insertInterest(
    db,
    {
      id,
      number: `I${takeNumber(db, sampleCounter, 'interest')}`,
      customer_id: wisher.id,
      product_id: watch.id,
      registered_at: at,
      registered_on: day,
      registered_by: wisher.staff_id,
      advisor_id: wisher.staff_id,
      reason: said?.text[wisher.language] ?? '',
      stated_ties: turn % 5 === 0 ? interestWords.ties[wisher.language] : null,
      purpose: said?.purpose ?? 'unsaid',
      wants_to_be_told: turn % 9 === 4 ? 0 : 1,
      is_discreet: said?.purpose === 'gift' ? 1 : 0,
    },
    newId(),
  );
  if (turn % 23 !== 17) return;
  insertInterestEvent(db, {
    id: newId(),
    interest_id: id,
    at: at + 9 * 86_400_000,
    staff_id: wisher.staff_id,
    kind: 'withdrawn',
    reason: interestWords.withdrawn[wisher.language],
  });
}

function flagOne({ db, now }: Setting, wishers: readonly Wisher[]): void {
  const wisher = wishers[7] as Wisher;
  const seenOn = addDays(civilDateOf(now), -130);
  insertFlag(db, {
    id: newId(),
    customer_id: wisher.id,
    seen_on: seenOn,
    evidence: interestWords.evidence[wisher.language],
    at: noonOn(addDays(seenOn, 1)),
    staff_id: wisher.staff_id,
  });
}

function openPiece(
  { db, currency, managerId }: Setting,
  watch: Watch,
  today: string,
  serial: string | null,
): string {
  const criteria = criteriaOn(db, today);
  const places = rankNow(db, watch, criteria.criteria, { today, timeZone, currency });
  const id = newId();
  insertAllocation(
    db,
    {
      id,
      number: `L${takeNumber(db, sampleCounter, 'allocation')}`,
      product_id: watch.id,
      serial,
      criteria_id: criteria.id,
      opened_at: noonOn(today) - 2 * 3_600_000,
      opened_on: today,
      opened_by: managerId,
    },
    places,
    newId(),
  );
  return id;
}

interface Offered {
  readonly interestId: string;
  readonly on: string;
  readonly holdUntil: string;
  readonly overrideReason: string | null;
  readonly brand: string | null;
}

function offerTo({ db, currency, managerId }: Setting, allocationId: string, offered: Offered): string {
  const { interestId, on, holdUntil, overrideReason, brand } = offered;
  const row = listPlaces(db, allocationId).find(({ interest_id }) => interest_id === interestId);
  if (!row) throw new Error('nobody to offer it to');
  const place = placeOf(row);
  const id = newId();
  insertOffer(db, {
    id,
    allocation_id: allocationId,
    interest_id: interestId,
    rank: place.rank,
    due_interest_id: findNext(db, allocationId)?.interestId ?? null,
    override_reason: overrideReason,
    at: noonOn(on),
    offered_on: on,
    staff_id: managerId,
    how: 'phone',
    words: null,
    hold_until: holdUntil,
    flags: JSON.stringify(flagsOf(db, place.customer.id, managerId)),
    ties: JSON.stringify(tiesOf(db, place.customer.id, brand, { today: on, timeZone, currency })),
  });
  insertAllocationEvent(db, {
    id: newId(),
    allocation_id: allocationId,
    offer_id: id,
    at: noonOn(on),
    staff_id: managerId,
    kind: 'offered',
  });
  return id;
}

/** The first declined; the manager then passed over those who were next, for a reason that stands on the review list. */
function soldPastTheOrder(
  setting: Setting,
  { watch, wisher, sale_id, sold_at }: Bought,
  arrived: string,
): void {
  const { db, managerId } = setting;
  const allocationId = openPiece(setting, watch, arrived, null);
  const places = listPlaces(db, allocationId);
  const [first] = places;
  const buyer = places.find(({ customer_id }) => customer_id === wisher.id);
  // Whoever stood first or second needed no override: then it went in order.
  if (!first || !buyer || buyer.rank < 3) return;
  const language = asLanguage(
    prepared(db, 'SELECT language FROM staff WHERE id = ?').pluck().get(managerId) as string,
  );
  const event = { allocation_id: allocationId, staff_id: managerId };
  const answer = (offerId: string, on: string, said: 'accepted' | 'declined', words: string | null) =>
    insertAllocationEvent(db, {
      ...event,
      id: newId(),
      offer_id: offerId,
      at: noonOn(on),
      kind: 'answered',
      answer: said,
      words,
    });
  const declined = offerTo(setting, allocationId, {
    interestId: first.interest_id,
    on: arrived,
    holdUntil: addDays(arrived, 3),
    overrideReason: null,
    brand: watch.brand,
  });
  answer(declined, addDays(arrived, 1), 'declined', interestWords.declined[language]);
  const accepted = offerTo(setting, allocationId, {
    interestId: buyer.interest_id,
    on: addDays(arrived, 2),
    holdUntil: addDays(arrived, 5),
    overrideReason: interestWords.override[language],
    brand: watch.brand,
  });
  answer(accepted, addDays(arrived, 3), 'accepted', null);
  insertAllocationEvent(db, {
    ...event,
    id: newId(),
    offer_id: accepted,
    at: sold_at,
    kind: 'sold',
    sale_id,
  });
}

/** Somebody thinks until tomorrow. */
function held(setting: Setting, watch: Watch): void {
  const today = civilDateOf(setting.now);
  const allocationId = openPiece(setting, watch, addDays(today, -2), `N${watch.id.slice(-6).toUpperCase()}`);
  const next = findNext(setting.db, allocationId);
  if (!next) return;
  offerTo(setting, allocationId, {
    interestId: next.interestId,
    on: addDays(today, -2),
    holdUntil: addDays(today, 1),
    overrideReason: null,
    brand: watch.brand,
  });
}
