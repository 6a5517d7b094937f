import type { Survey } from '@shared/contract/feedback';
import type { Question } from '@shared/domain/feedback';
import type { Selectable } from 'kysely';
import type { Surveys } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';

interface VersionRow {
  readonly id: string;
  readonly name: string;
  readonly retired_at: number | null;
  readonly version_id: string;
  readonly version: number;
  readonly questions: string;
  readonly made_by: string | null;
  readonly made_name: string | null;
  readonly made_at: number;
  readonly answers: number;
}

const columns = `SELECT s.id, s.name, s.retired_at, v.id AS version_id, v.version, v.questions, v.made_by,
    m.name AS made_name, v.made_at,
    (SELECT count(*) FROM feedback f JOIN survey_versions o ON o.id = f.survey_version_id
     WHERE o.survey_id = s.id AND f.status = 'answered') AS answers
  FROM surveys s JOIN survey_versions v ON v.survey_id = s.id LEFT JOIN staff m ON m.id = v.made_by`;

/** Surveys in their current version, the oldest first. */
export function listSurveys(db: ReadableDb, withRetired: boolean): Survey[] {
  const rows = prepared(
    db,
    `${columns} WHERE v.version = (SELECT max(version) FROM survey_versions WHERE survey_id = s.id)
       ${withRetired ? '' : 'AND s.retired_at IS NULL'} ORDER BY s.created_at, s.id`,
  ).all() as VersionRow[];
  return rows.map(surveyOf);
}

/** One version of a survey, a former one too: a form printed last month is keyed in today. */
export function findSurveyVersion(db: ReadableDb, versionId: string): Survey | undefined {
  const row = prepared(db, `${columns} WHERE v.id = ?`).get(versionId) as VersionRow | undefined;
  return row && surveyOf(row);
}

/** One survey. */
export function findSurvey(db: ReadableDb, id: string): Selectable<Surveys> | undefined {
  return one(db, sqlBuilder.selectFrom('surveys').selectAll().where('id', '=', id));
}

/** The number of a survey's current version. */
export function currentVersion(db: ReadableDb, surveyId: string): number {
  const text = 'SELECT max(version) AS version FROM survey_versions WHERE survey_id = ?';
  return (prepared(db, text).get(surveyId) as { version: number | null }).version ?? 0;
}

/** Adds a survey; its first version is the caller's to write. */
export function insertSurvey(db: WritableDb, row: { id: string; name: string; created_at: number }): void {
  run(db, sqlBuilder.insertInto('surveys').values(row));
}

/** Renames a survey, retires it, or takes it back. */
export function updateSurvey(
  db: WritableDb,
  id: string,
  change: { name?: string; retired_at?: number | null },
): void {
  run(db, sqlBuilder.updateTable('surveys').set(change).where('id', '=', id));
}

/** Adds a version; none is ever changed. */
export function insertSurveyVersion(
  db: WritableDb,
  row: {
    id: string;
    survey_id: string;
    version: number;
    questions: string;
    made_at: number;
    made_by: string;
  },
): void {
  run(db, sqlBuilder.insertInto('survey_versions').values(row));
}

function surveyOf(row: VersionRow): Survey {
  return {
    id: row.id,
    name: row.name,
    isRetired: row.retired_at !== null,
    versionId: row.version_id,
    version: row.version,
    questions: JSON.parse(row.questions) as (Question & {
      choices: Survey['questions'][number]['choices'];
    })[],
    madeBy: row.made_by ? { id: row.made_by, name: row.made_name ?? '' } : null,
    madeAt: row.made_at,
    answers: row.answers,
  };
}
