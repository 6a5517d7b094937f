import { one, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

/** One person's unsaved form, or undefined. */
export function findDraft(db: ReadableDb, staffId: string, form: string, subjectId: string) {
  return one(
    db,
    sqlBuilder
      .selectFrom('drafts')
      .select(['body', 'updated_at'])
      .where('staff_id', '=', staffId)
      .where('form', '=', form)
      .where('subject_id', '=', subjectId),
  );
}

/** Keeps what was typed, in place of what was kept before. */
export function saveDraft(
  db: WritableDb,
  row: { staff_id: string; form: string; subject_id: string; body: string; updated_at: number },
): void {
  run(
    db,
    sqlBuilder
      .insertInto('drafts')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['staff_id', 'form', 'subject_id'])
          .doUpdateSet({ body: row.body, updated_at: row.updated_at }),
      ),
  );
}

/** Forgets a draft: its form was saved or given up. */
export function deleteDraft(db: WritableDb, staffId: string, form: string, subjectId: string): void {
  run(
    db,
    sqlBuilder
      .deleteFrom('drafts')
      .where('staff_id', '=', staffId)
      .where('form', '=', form)
      .where('subject_id', '=', subjectId),
  );
}
