import type { GuidelineText } from '@shared/contract/guidelines';
import type { GuidelineShelf, GuidelineTopic } from '@shared/domain/guidelines';
import { asLanguage, type Language } from '@shared/domain/languages';
import type { Selectable } from 'kysely';
import type { GuidelinePrecedence, Guidelines, GuidelineVersions } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';

export type GuidelineRow = Selectable<Guidelines>;

/** One version with its text in every language it was published in. */
export interface GuidelineVersion {
  readonly guidelineId: string;
  readonly version: number;
  readonly effectiveOn: string;
  readonly changeNote: string | null;
  readonly publishedAt: number;
  readonly by: string | null;
  readonly texts: readonly GuidelineText[];
}

/** All guidelines, or those of one topic, by topic and shelf. */
export function listGuidelines(db: ReadableDb, topic: GuidelineTopic | null): GuidelineRow[] {
  return prepared(
    db,
    'SELECT * FROM guidelines WHERE @topic IS NULL OR topic = @topic ORDER BY topic, shelf, number',
  ).all({ topic }) as GuidelineRow[];
}

/** One guideline. */
export function findGuideline(db: ReadableDb, id: string): GuidelineRow | undefined {
  return one(db, sqlBuilder.selectFrom('guidelines').selectAll().where('id', '=', id));
}

/** Every version of one guideline, or of all (null), the newest first. */
export function listVersions(db: ReadableDb, guidelineId: string | null): GuidelineVersion[] {
  const rows = prepared(
    db,
    `SELECT v.*, s.name AS staff_name FROM guideline_versions v LEFT JOIN staff s ON s.id = v.published_by
     WHERE @guidelineId IS NULL OR v.guideline_id = @guidelineId
     ORDER BY v.guideline_id, v.version DESC, v.language`,
  ).all({ guidelineId }) as (Selectable<GuidelineVersions> & { staff_name: string | null })[];
  const versions: (GuidelineVersion & { texts: GuidelineText[] })[] = [];
  for (const row of rows) {
    const text = { language: asLanguage(row.language), title: row.title, body: row.body };
    const last = versions.at(-1);
    if (last?.guidelineId === row.guideline_id && last.version === row.version) last.texts.push(text);
    else
      versions.push({
        guidelineId: row.guideline_id,
        version: row.version,
        effectiveOn: row.effective_on,
        changeNote: row.change_note,
        publishedAt: row.published_at,
        by: row.staff_name,
        texts: [text],
      });
  }
  return versions;
}

/** Which versions one member of staff has confirmed, as `guideline version`. */
export function listReadBy(db: ReadableDb, staffId: string): Set<string> {
  const rows = prepared(db, 'SELECT guideline_id, version FROM guideline_reads WHERE staff_id = ?').all(
    staffId,
  ) as { guideline_id: string; version: number }[];
  return new Set(rows.map((row) => `${row.guideline_id} ${row.version}`));
}

/** Everybody who works here, and when they confirmed one version. */
export function listReaders(db: ReadableDb, guidelineId: string, version: number) {
  return prepared(
    db,
    `SELECT s.id, s.name, r.at AS readAt FROM staff s
     LEFT JOIN guideline_reads r ON r.staff_id = s.id AND r.guideline_id = @guidelineId AND r.version = @version
     WHERE s.deactivated_at IS NULL ORDER BY r.at IS NOT NULL, s.name`,
  ).all({ guidelineId, version }) as { id: string; name: string; readAt: number | null }[];
}

/** Everybody who works here, with how many versions in force they have not confirmed. */
export function countUnread(db: ReadableDb, today: string) {
  return prepared(
    db,
    `WITH current AS (
       SELECT guideline_id, max(version) AS version FROM guideline_versions WHERE effective_on <= ? GROUP BY guideline_id)
     SELECT s.id, s.name, count(*) AS unread FROM staff s CROSS JOIN current c
     WHERE s.deactivated_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM guideline_reads r
       WHERE r.guideline_id = c.guideline_id AND r.version = c.version AND r.staff_id = s.id)
     GROUP BY s.id ORDER BY unread DESC, s.name`,
  ).all(today) as { id: string; name: string; unread: number }[];
}

/** Which shelf wins, the last word on each topic. */
export function listPrecedence(db: ReadableDb) {
  return prepared(
    db,
    `SELECT p.*, s.name AS staff_name FROM guideline_precedence p LEFT JOIN staff s ON s.id = p.staff_id
     WHERE p.id = (SELECT max(l.id) FROM guideline_precedence l WHERE l.topic = p.topic) ORDER BY p.topic`,
  ).all() as (Selectable<GuidelinePrecedence> & { staff_name: string | null })[];
}

/** Puts a new guideline on a shelf; its first version is the caller's to write. */
export function insertGuideline(db: WritableDb, row: GuidelineRow): void {
  run(db, sqlBuilder.insertInto('guidelines').values(row));
}

interface NewVersion {
  readonly guidelineId: string;
  readonly version: number;
  readonly effectiveOn: string;
  readonly changeNote: string | null;
  readonly texts: readonly { readonly language: Language; readonly title: string; readonly body: string }[];
}

/** Writes a version in every language it is given in. */
export function insertVersion(
  db: WritableDb,
  { guidelineId, version, effectiveOn, changeNote, texts }: NewVersion,
  { now, staffId }: { now: number; staffId: string | null },
): void {
  for (const { language, title, body } of texts)
    run(
      db,
      sqlBuilder.insertInto('guideline_versions').values({
        id: newId(),
        guideline_id: guidelineId,
        version,
        language,
        title,
        body,
        change_note: changeNote,
        effective_on: effectiveOn,
        published_at: now,
        published_by: staffId,
      }),
    );
}

/** Keeps that somebody has read a version; once is enough. */
export function insertRead(
  db: WritableDb,
  read: { guidelineId: string; version: number; staffId: string; now: number },
): void {
  prepared(
    db,
    `INSERT INTO guideline_reads (id, guideline_id, version, staff_id, at)
     VALUES (@id, @guidelineId, @version, @staffId, @now) ON CONFLICT DO NOTHING`,
  ).run({ id: newId(), ...read });
}

/** States which shelf wins on a topic. */
export function insertPrecedence(
  db: WritableDb,
  stated: { topic: GuidelineTopic; wins: GuidelineShelf; reason: string },
  { now, staffId }: { now: number; staffId: string | null },
): void {
  run(
    db,
    sqlBuilder
      .insertInto('guideline_precedence')
      .values({ id: newId(), ...stated, at: now, staff_id: staffId }),
  );
}
