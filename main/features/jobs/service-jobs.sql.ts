import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ServiceJobEvents, ServiceJobPhotos, ServiceJobs } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import type { ItemRow } from '../items/items.sql';
import { indexCustomer } from '../search/search.sql';

export type JobRow = Selectable<ServiceJobs>;
export type JobEventRow = Selectable<ServiceJobEvents>;

/** The condition that job `j` is not yet ready to be handed over; its day stands in promise `p`. */
export const isUnready = `j.stage NOT IN ('ready', 'told', 'collected', 'returned')`;

/** Writes the intake of one job. */
export function insertJob(db: WritableDb, row: Insertable<ServiceJobs>): void {
  run(db, sqlBuilder.insertInto('service_jobs').values(row));
  indexCustomer(db, row.customer_id);
}

/** Adds a step to a job's history. */
export function insertJobEvent(db: WritableDb, row: Insertable<ServiceJobEvents>): void {
  run(db, sqlBuilder.insertInto('service_job_events').values(row));
}

/** Keeps one photograph. */
export function insertJobPhoto(db: WritableDb, row: Insertable<ServiceJobPhotos>): void {
  run(db, sqlBuilder.insertInto('service_job_photos').values(row));
}

/** One job. */
export function findJob(db: ReadableDb, id: string): JobRow | undefined {
  return one(db, sqlBuilder.selectFrom('service_jobs').selectAll().where('id', '=', id));
}

/** The job that has this item in the shop now. */
export function findOpenJobOf(db: ReadableDb, itemId: string): JobRow | undefined {
  return one(
    db,
    sqlBuilder
      .selectFrom('service_jobs')
      .selectAll()
      .where('item_id', '=', itemId)
      .where('ended_at', 'is', null),
  );
}

/** A job's id by the number on its label, however it was typed. */
export function findJobByNumber(db: ReadableDb, number: string): string | null {
  const row = one(
    db,
    sqlBuilder.selectFrom('service_jobs').select('id').where('number', '=', number.trim().toUpperCase()),
  );
  return row?.id ?? null;
}

/** Changes what a job has come to; its event is the caller's to write. */
export function updateJob(db: WritableDb, id: string, columns: Updateable<ServiceJobs>): void {
  run(db, sqlBuilder.updateTable('service_jobs').set(columns).where('id', '=', id));
}

/** A job with the names it is shown with, and the day that was promised. */
export interface ShownJobRow extends JobRow, CustomerOfRow {
  readonly due_on: string;
  readonly promise_number: string;
  readonly intake_name: string;
  readonly serial_recorded: string | null;
  /** When the last estimate was made; null where there was none. */
  readonly estimated_at: number | null;
}

const shown = `SELECT j.*, p.due_on, p.number AS promise_number, s.name AS intake_name, i.serial AS serial_recorded,
    (SELECT max(e.at) FROM service_job_events e WHERE e.job_id = j.id AND e.step = 'estimate') AS estimated_at,
    ${customerColumns}
  FROM service_jobs j JOIN promises p ON p.id = j.promise_id JOIN staff s ON s.id = j.intake_by
  JOIN items i ON i.id = j.item_id JOIN customers c ON c.id = j.customer_id`;

/** One job with its names. */
export function findShownJob(db: ReadableDb, id: string): ShownJobRow | undefined {
  return prepared(db, `${shown} WHERE j.id = ?`).get(id) as ShownJobRow | undefined;
}

/** Every job whose item is in the shop, by the day promised. */
export function listOpenJobs(db: ReadableDb, limit: number): ShownJobRow[] {
  return prepared(db, `${shown} WHERE j.ended_at IS NULL ORDER BY p.due_on, j.id LIMIT ?`).all(
    limit,
  ) as ShownJobRow[];
}

/** Jobs that ended, the last first. */
export function listEndedJobs(db: ReadableDb, limit: number): ShownJobRow[] {
  return prepared(db, `${shown} WHERE j.ended_at IS NOT NULL ORDER BY j.ended_at DESC, j.id LIMIT ?`).all(
    limit,
  ) as ShownJobRow[];
}

/** All jobs of one customer, the last intake first. */
export function listJobsOf(db: ReadableDb, customerId: string): ShownJobRow[] {
  return prepared(db, `${shown} WHERE j.customer_id = ? ORDER BY j.intake_at DESC, j.id DESC`).all(
    customerId,
  ) as ShownJobRow[];
}

/** How many jobs of one customer were finished. */
export function countFinishedJobs(db: ReadableDb, customerId: string): number {
  return prepared(
    db,
    'SELECT count(*) FROM service_jobs WHERE customer_id = ? AND ended_at IS NOT NULL AND is_repaired = 1',
  )
    .pluck()
    .get(customerId) as number;
}

/** The history of one job, oldest first. */
export function listJobEvents(db: ReadableDb, jobId: string): (JobEventRow & { staff_name: string })[] {
  return prepared(
    db,
    `SELECT e.*, s.name AS staff_name FROM service_job_events e JOIN staff s ON s.id = e.staff_id
     WHERE e.job_id = ? ORDER BY e.at, e.id`,
  ).all(jobId) as (JobEventRow & { staff_name: string })[];
}

/** The photographs of one job without their bytes. */
export function listJobPhotos(db: ReadableDb, jobId: string) {
  return prepared(db, 'SELECT id, side, at, sha256 FROM service_job_photos WHERE job_id = ? ORDER BY id').all(
    jobId,
  ) as Pick<Selectable<ServiceJobPhotos>, 'id' | 'side' | 'at' | 'sha256'>[];
}

/** One photograph. */
export function findJobPhoto(db: ReadableDb, id: string) {
  return one(db, sqlBuilder.selectFrom('service_job_photos').select(['mime', 'bytes']).where('id', '=', id));
}

/**
 * True while something of this customer's is not ready although its day has passed: nothing is sold to somebody who waits
 * for a late repair. `today` is the shop's own day where it is not given.
 */
export function hasLateJob(db: ReadableDb, customerId: string, today: string): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM service_jobs j JOIN promises p ON p.id = j.promise_id
       WHERE j.customer_id = ? AND ${isUnready} AND p.due_on < ? LIMIT 1`,
    ).get(customerId, today) !== undefined
  );
}

/** As people call it: the brand before the description, unless that begins with it. */
export function nameOf({ brand, description }: Pick<ItemRow, 'brand' | 'description'>): string {
  return brand && !description.startsWith(brand) ? `${brand} ${description}` : description;
}
