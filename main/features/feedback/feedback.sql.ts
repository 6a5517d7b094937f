import { civilDateOf } from '@shared/domain/dates';
import type { Answers, Asked, AskedHow } from '@shared/domain/feedback';
import type { Insertable, Selectable } from 'kysely';
import type { Feedback, FeedbackFollowUps } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import type { CommandContext } from '../../kernel/handlers';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { indexCustomer } from '../search/search.sql';
import type { OccasionRow } from './occasions.sql';

export type FeedbackRow = Selectable<Feedback>;

/** Who was asked with which version and how, as answers and refusals are written down alike. */
export interface NewFeedback {
  readonly customerId: string;
  readonly versionId: string;
  readonly how: AskedHow;
  readonly language: string;
  readonly answers: Answers | null;
  readonly nps: number | null;
  readonly csat: number | null;
  /** What they were asked about, and whoever served them then. */
  readonly occasion: OccasionRow | null;
}

/** Writes down what a customer answered, or that they would rather not; it counts for whoever served them. */
export function insertFeedback(
  { db, now, today, staff, newId }: Pick<CommandContext, 'db' | 'now' | 'today' | 'staff' | 'newId'>,
  asked: NewFeedback,
): string {
  const { occasion } = asked;
  const id = newId();
  const row: Insertable<Feedback> = {
    id,
    customer_id: asked.customerId,
    survey_version_id: asked.versionId,
    at: now,
    month: today.slice(0, 7),
    asked_by: staff.staffId,
    served_by: occasion?.staff_id ?? staff.staffId,
    sale_id: occasion?.kind === 'purchase' ? occasion.id : null,
    job_id: occasion?.kind === 'repair' ? occasion.id : null,
    how: asked.how,
    language: asked.language,
    status: asked.answers ? 'answered' : 'declined',
    answers: JSON.stringify(asked.answers ?? {}),
    nps: asked.nps,
    csat: asked.csat,
  };
  run(db, sqlBuilder.insertInto('feedback').values(row));
  indexCustomer(db, asked.customerId);
  return id;
}

/** One answer as stored. */
export function findFeedback(db: ReadableDb, id: string): FeedbackRow | undefined {
  return one(db, sqlBuilder.selectFrom('feedback').selectAll().where('id', '=', id));
}

/** True when something came of it already. */
export function hasFollowUp(db: ReadableDb, feedbackId: string): boolean {
  return (
    prepared(db, 'SELECT 1 FROM feedback_follow_ups WHERE feedback_id = ?').get(feedbackId) !== undefined
  );
}

/** Writes down what came of it. */
export function insertFollowUp(db: WritableDb, row: Insertable<FeedbackFollowUps>): void {
  run(db, sqlBuilder.insertInto('feedback_follow_ups').values(row));
}

/** When this customer was asked, the last ones first: what the rules need to leave them in peace. */
export function listAsked(db: ReadableDb, customerId: string, timeZone: string): Asked[] {
  const rows = prepared(
    db,
    'SELECT at, status FROM feedback WHERE customer_id = ? ORDER BY at DESC LIMIT 20',
  ).all(customerId) as { at: number; status: Asked['status'] }[];
  return rows.map(({ at, status }) => ({ on: civilDateOf(at, timeZone), status }));
}

/** An answer with the names and the questions it is shown with. */
export interface ShownFeedbackRow extends FeedbackRow, CustomerOfRow {
  readonly asker_name: string;
  readonly server_name: string;
  readonly survey_name: string;
  readonly survey_version: number;
  readonly questions: string;
  readonly receipt_number: string | null;
  readonly job_number: string | null;
  readonly follow_kind: string | null;
  readonly follow_number: string | null;
  readonly follow_words: string | null;
  readonly follow_at: number | null;
  readonly follow_by: string | null;
  readonly follow_name: string | null;
  readonly found: number;
}

/** Which answers a list is about. */
export interface FeedbackFilter {
  readonly customerId: string | null;
  /** True: only low scores of which nothing came yet. */
  readonly isLow: boolean;
  readonly limit: number;
}

/** Answers and refusals, the last ones first; `found` counts beyond the limit, too. */
export function listFeedback(
  db: ReadableDb,
  { customerId, isLow, limit }: FeedbackFilter,
): ShownFeedbackRow[] {
  const where = [
    customerId === null ? 'c.deleted_at IS NULL' : 'f.customer_id = @customerId',
    isLow ? '(f.nps <= 6 OR f.csat <= 2) AND u.id IS NULL' : '',
  ].filter(Boolean);
  return prepared(
    db,
    `SELECT f.*, a.name AS asker_name, b.name AS server_name, s.name AS survey_name, v.version AS survey_version,
       v.questions, l.receipt_number, j.number AS job_number, u.kind AS follow_kind, u.number AS follow_number, u.words AS follow_words, u.at AS follow_at,
       u.staff_id AS follow_by, w.name AS follow_name, ${customerColumns},
       count(*) OVER () AS found
     FROM feedback f JOIN customers c ON c.id = f.customer_id
       JOIN survey_versions v ON v.id = f.survey_version_id JOIN surveys s ON s.id = v.survey_id
       JOIN staff a ON a.id = f.asked_by JOIN staff b ON b.id = f.served_by
       LEFT JOIN sales l ON l.id = f.sale_id LEFT JOIN service_jobs j ON j.id = f.job_id
       LEFT JOIN feedback_follow_ups u ON u.feedback_id = f.id LEFT JOIN staff w ON w.id = u.staff_id
     WHERE ${where.join(' AND ')} ORDER BY f.at DESC, f.id DESC LIMIT @limit`,
  ).all({ limit, ...(customerId ? { customerId } : {}) }) as ShownFeedbackRow[];
}
