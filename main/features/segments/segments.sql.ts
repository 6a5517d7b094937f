import { permissionFor } from '@shared/domain/consent';
import type { CivilDate } from '@shared/domain/dates';
import { type Condition, type SegmentRule, segmentRuleShape } from '@shared/domain/segments';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Segments } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { permissionContextOf } from '../consents/consents.sql';
import { findShop } from '../shop/shop.sql';
import { type ConditionMoment, conditionSql } from './conditions.sql';

export type SegmentRow = Selectable<Segments>;

/** When a segment is asked: most conditions are about a time before or after. */
export interface SegmentMoment {
  readonly now: number;
  readonly today: CivilDate;
}

/** Customers looked at in one go; between two goes somebody else may use the connection. */
const lookedAtOnce = 1000;
/** A count that is asked while somebody waits goes on in the next call after this long. */
const patienceMs = 150;
/** Beyond this many, how many exactly is of no use to anybody. */
export const countedAtMost = 10_000;

interface Question {
  readonly sql: string;
  readonly columnValues: readonly (string | number)[];
  readonly whereValues: readonly (string | number)[];
  /** Conditions that only the rules of consent can decide, by group; where there are none the SQL has the last word. */
  readonly open: readonly (readonly Condition[])[];
}

/**
 * The rule as one SELECT over a range of customers. A group with a condition about consent gets a column that says whether
 * it is met without it, and lets through whoever could be permitted.
 */
function questionOf(rule: SegmentRule, moment: ConditionMoment): Question {
  const columns: string[] = [];
  const columnValues: (string | number)[] = [];
  const wheres: string[] = [];
  const whereValues: (string | number)[] = [];
  const open: (readonly Condition[])[] = [];
  for (const { any } of rule.groups) {
    const compiled = any.map((condition) => {
      const { sql, values } = conditionSql(condition, moment);
      return { condition, sql: condition.not ? `NOT (${sql})` : `(${sql})`, values };
    });
    const sure = compiled.filter(({ condition }) => condition.kind !== 'consent');
    const asked = compiled.filter(({ condition }) => condition.kind === 'consent');
    // Nobody is sure to be unreachable before the rules were asked.
    const isAnybody = asked.some(({ condition }) => condition.not);
    if (!isAnybody) {
      wheres.push(`(${compiled.map((one) => one.sql).join(' OR ')})`);
      whereValues.push(...compiled.flatMap(({ values }) => values));
    }
    if (asked.length > 0) {
      columns.push(`(${sure.map(({ sql }) => sql).join(' OR ') || '0'})`);
      columnValues.push(...sure.flatMap(({ values }) => values));
      open.push(asked.map(({ condition }) => condition));
    }
  }
  const sql = `SELECT c.id ${columns.map((column, index) => `, ${column} AS g${index}`).join('')} FROM customers c
    WHERE c.id > ? AND c.id <= ? AND c.deleted_at IS NULL AND c.merged_into_id IS NULL
    ${wheres.map((where) => `AND ${where}`).join(' ')} ORDER BY c.id`;
  return { sql, columnValues, whereValues, open };
}

/** The last customer of the next piece of the shop, and how many it holds; null at the end. */
function pieceAfter(db: ReadableDb, after: string): { last: string; looked: number } | null {
  const { last, looked } = prepared(
    db,
    `SELECT max(id) AS last, count(*) AS looked
     FROM (SELECT id FROM customers WHERE id > ? ORDER BY id LIMIT ${lookedAtOnce})`,
  ).get(after) as { last: string | null; looked: number };
  return last === null ? null : { last, looked };
}

/** Members among the customers of one piece, in order. */
function membersOf(
  db: ReadableDb,
  { sql, columnValues, whereValues, open }: Question,
  piece: { readonly after: string; readonly last: string },
  { now }: SegmentMoment,
): string[] {
  const bound = [...columnValues, piece.after, piece.last, ...whereValues];
  const rows = prepared(db, sql).all(...bound) as ({ id: string } & Record<`g${number}`, number>)[];
  if (open.length === 0) return rows.map(({ id }) => id);
  return rows
    .filter((row) => {
      if (open.every((_, index) => row[`g${index}`] === 1)) return true;
      const { events, context } = permissionContextOf(db, row.id, now);
      return open.every(
        (conditions, index) =>
          row[`g${index}`] === 1 ||
          conditions.some((condition) => {
            if (condition.kind !== 'consent') return false;
            const cell = {
              purpose: 'direct-marketing' as const,
              channel: condition.channel,
              class: condition.goodsClass,
            };
            return permissionFor(events, cell, context).allowed !== condition.not;
          }),
      );
    })
    .map(({ id }) => id);
}

function momentOf(db: ReadableDb, { now, today }: SegmentMoment): ConditionMoment {
  const shop = findShop(db);
  return { now, today, timeZone: shop?.time_zone ?? 'Asia/Hong_Kong', currency: shop?.currency ?? 'HKD' };
}

function ruleFor(db: ReadableDb, segment: string | SegmentRule): SegmentRule {
  if (typeof segment !== 'string') return segment;
  const row = findSegment(db, segment);
  if (!row) throw new Error('no such segment');
  return ruleOf(row);
}

/** How far a walk over the shop has come. */
export interface SegmentLook {
  /** Members found in this call, in the order of their ids. */
  readonly ids: string[];
  readonly looked: number;
  /** Where the next call goes on; null when the whole shop was looked at. */
  readonly next: string | null;
}

/** Walks on over the shop for as long as somebody waits gladly. */
export function lookForMembers(
  db: ReadableDb,
  rule: SegmentRule,
  moment: SegmentMoment,
  after = '',
): SegmentLook {
  const question = questionOf(rule, momentOf(db, moment));
  const until = performance.now() + patienceMs;
  const ids: string[] = [];
  let looked = 0;
  let from = after;
  do {
    const piece = pieceAfter(db, from);
    if (!piece) return { ids, looked, next: null };
    ids.push(...membersOf(db, question, { after: from, last: piece.last }, moment));
    looked += piece.looked;
    from = piece.last;
    if (piece.looked < lookedAtOnce) return { ids, looked, next: null };
  } while (performance.now() < until);
  return { ids, looked, next: from };
}

/**
 * Members of a saved segment or of a rule, in the order of their ids: a piece of the shop at a time, so that whoever reads
 * may write in between. `after` goes on behind a customer.
 */
export function* listSegmentMembers(
  db: ReadableDb,
  segment: string | SegmentRule,
  {
    now,
    today,
    limit = Number.POSITIVE_INFINITY,
    after = '',
  }: SegmentMoment & {
    readonly limit?: number;
    readonly after?: string;
  },
): Generator<string, void, undefined> {
  const question = questionOf(ruleFor(db, segment), momentOf(db, { now, today }));
  let left = limit;
  let from = after;
  while (left > 0) {
    const piece = pieceAfter(db, from);
    if (!piece) return;
    for (const id of membersOf(db, question, { after: from, last: piece.last }, { now, today })) {
      if (left <= 0) return;
      left -= 1;
      yield id;
    }
    from = piece.last;
  }
}

/**
 * How many belong to it, up to `atMost`; `isMore` where there are, or may be, more than were counted in the time a window
 * can wait.
 */
export function countSegment(
  db: ReadableDb,
  segment: string | SegmentRule,
  moment: SegmentMoment,
  atMost: number = countedAtMost,
): { count: number; isMore: boolean } {
  const { ids, next } = lookForMembers(db, ruleFor(db, segment), moment);
  return { count: Math.min(ids.length, atMost), isMore: next !== null || ids.length > atMost };
}

/** How many customers the shop has on record. */
export function countCustomers(db: ReadableDb): number {
  return prepared(db, 'SELECT count(*) FROM customers').pluck().get() as number;
}

/** What a segment asks; a rule of a newer version that this one cannot read is nobody rather than everybody. */
export function ruleOf({ rule }: Pick<SegmentRow, 'rule'>): SegmentRule {
  return segmentRuleShape.parse(JSON.parse(rule));
}

/** One segment. */
export function findSegment(db: ReadableDb, id: string): SegmentRow | undefined {
  return one(db, sqlBuilder.selectFrom('segments').selectAll().where('id', '=', id));
}

/** The segment that is in use under this name, upper and lower case alike. */
export function findSegmentNamed(db: ReadableDb, name: string, exceptId: string | null) {
  const wanted = name.toLocaleLowerCase();
  return listSegments(db).find(
    (row) => row.id !== exceptId && row.retired_at === null && row.name.toLocaleLowerCase() === wanted,
  );
}

/** Every segment by its name, with whoever made it; those no longer in use last. */
export function listSegments(db: ReadableDb) {
  return all(
    db,
    sqlBuilder
      .selectFrom('segments')
      .innerJoin('staff', 'staff.id', 'segments.made_by')
      .selectAll('segments')
      .select('staff.name as maker_name')
      .orderBy((order) => order('segments.retired_at', 'is not', null))
      .orderBy('segments.name')
      .orderBy('segments.id'),
  );
}

/** Adds a segment. */
export function insertSegment(db: WritableDb, row: Insertable<Segments>): void {
  run(db, sqlBuilder.insertInto('segments').values(row));
}

/** Changes a segment. */
export function updateSegment(db: WritableDb, id: string, columns: Updateable<Segments>): void {
  run(db, sqlBuilder.updateTable('segments').set(columns).where('id', '=', id));
}
