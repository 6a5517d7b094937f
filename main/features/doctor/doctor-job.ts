import type { DoctorFinding } from '@shared/contract/doctor';
import { type DatabaseLocation, openForReading, openForWriting } from '../../db/open';
import type { ReadableDb } from '../../db/sql';
import { checkAudit } from '../../kernel/audit';
import { Failure } from '../../kernel/errors';
import type { JobContext } from '../../workers/job-context';
import { checkTotals, rebuildAllTotals } from '../sales/sales.sql';
import { checkIndex } from '../search/check-index.sql';
import { rebuildIndex } from '../search/rebuild.sql';

const checks: Record<DoctorFinding['check'], (db: ReadableDb) => Omit<DoctorFinding, 'check' | 'isWell'>> = {
  pages: (db) => {
    const problems = (db.pragma('integrity_check(100)') as Array<{ integrity_check: string }>).filter(
      (row) => row.integrity_check !== 'ok',
    );
    return { looked: db.pragma('page_count', { simple: true }) as number, wrong: problems.length };
  },
  references: (db) => ({
    looked: (
      db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'").get() as { n: number }
    ).n,
    wrong: (db.pragma('foreign_key_check') as unknown[]).length,
  }),
  log: (db) => {
    const { n } = db.prepare('SELECT count(*) AS n FROM audit_log').get() as { n: number };
    return { looked: n, wrong: checkAudit(db).ok ? 0 : 1 };
  },
  totals: checkTotals,
  index: checkIndex,
};

/** Reads the whole database on a connection of its own. Fails with CANCELLED between two checks. */
export function checkShop(
  { location }: { location: DatabaseLocation },
  { progress, isCancelled }: JobContext,
): DoctorFinding[] {
  const db = openForReading(location);
  try {
    const names = Object.keys(checks) as DoctorFinding['check'][];
    return names.map((check, index) => {
      if (isCancelled()) throw new Failure('CANCELLED');
      progress(`doctor.check.${check}`, index, names.length);
      const { looked, wrong } = checks[check](db);
      return { check, isWell: wrong === 0, looked, wrong };
    });
  } finally {
    db.close();
  }
}

/** Makes all derived data anew, in one transaction for the totals and one for the index. */
export function rebuildDerived({ location }: { location: DatabaseLocation }, { progress }: JobContext): null {
  const db = openForWriting(location);
  try {
    db.transaction(() =>
      rebuildAllTotals(db, (done) => progress('doctor.rebuild.totals', done, null)),
    ).immediate();
    rebuildIndex(db, (done, total) => progress('doctor.rebuild.index', done, total));
    return null;
  } finally {
    db.close();
  }
}
