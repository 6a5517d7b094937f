import type { CriteriaVersion } from '@shared/contract/allocations';
import { versionInForce } from '@shared/domain/guidelines';
import type { Insertable, Selectable } from 'kysely';
import type { AllocationCriteria } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

type CriteriaRow = Selectable<AllocationCriteria> & { readonly maker_name: string | null };

/** Every version of the criteria, the newest first. */
export function listCriteria(db: ReadableDb): CriteriaVersion[] {
  const rows = prepared(
    db,
    `SELECT v.*, s.name AS maker_name FROM allocation_criteria v LEFT JOIN staff s ON s.id = v.made_by
     ORDER BY v.version DESC`,
  ).all() as CriteriaRow[];
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    effectiveOn: row.effective_on,
    criteria: JSON.parse(row.criteria) as CriteriaVersion['criteria'],
    note: row.note,
    madeAt: row.made_at,
    madeBy: row.made_by === null ? null : { id: row.made_by, name: row.maker_name ?? '' },
  }));
}

/** The version that holds on a day; the schema brings one that holds from the beginning. */
export function criteriaOn(db: ReadableDb, day: string): CriteriaVersion {
  const found = versionInForce(listCriteria(db), day);
  if (!found) throw new Error('no allocation criteria in force');
  return found;
}

/** Adds a version. */
export function insertCriteria(db: WritableDb, row: Insertable<AllocationCriteria>): void {
  run(db, sqlBuilder.insertInto('allocation_criteria').values(row));
}
