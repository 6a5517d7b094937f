import { createHash } from 'node:crypto';
import { type Notice, type NoticeKind, noticeKinds } from '@shared/contract/notices';
import { asLanguage, type Language, languages } from '@shared/domain/languages';
import { canonicalNotice } from '@shared/domain/notice-text';
import type { Selectable } from 'kysely';
import type { Notices } from '../../db/rows';
import { all, one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { findShop } from '../shop/shop.sql';
import { defaultNotice, type NoticeFacts, type NoticeText } from './default-notices';

export type NoticeRow = Selectable<Notices>;

/** SHA-256 of exactly what the customer reads, as hex. */
export function noticeHash(title: string, body: string): string {
  return createHash('sha256').update(canonicalNotice(title, body), 'utf8').digest('hex');
}

/** A row as it crosses the process boundary. */
export function noticeOf(row: NoticeRow): Notice {
  return {
    id: row.id,
    kind: row.kind as NoticeKind,
    version: row.version,
    language: asLanguage(row.language),
    title: row.title,
    body: row.body,
    hash: row.hash,
    effectiveAt: row.effective_at,
  };
}

/** One version in one language. */
export function findNotice(db: ReadableDb, id: string): NoticeRow | undefined {
  return one(db, sqlBuilder.selectFrom('notices').selectAll().where('id', '=', id));
}

/** The version in force; undefined before the first was written. */
export function findCurrentNotice(
  db: ReadableDb,
  kind: NoticeKind,
  language: Language,
): NoticeRow | undefined {
  return one(
    db,
    sqlBuilder
      .selectFrom('notices')
      .selectAll()
      .where('kind', '=', kind)
      .where('language', '=', language)
      .orderBy('version', 'desc')
      .limit(1),
  );
}

/** Every version ever written, newest first. */
export function listNotices(db: ReadableDb): NoticeRow[] {
  return all(
    db,
    sqlBuilder
      .selectFrom('notices')
      .selectAll()
      .orderBy('effective_at', 'desc')
      .orderBy('kind')
      .orderBy('version', 'desc')
      .orderBy('language'),
  );
}

/** Writes a new version in every language; returns its number. */
export function insertNoticeVersion(
  db: WritableDb,
  kind: NoticeKind,
  texts: Readonly<Record<Language, NoticeText>>,
  { now, staffId }: { now: number; staffId: string | null },
): number {
  const { latest } = prepared(
    db,
    'SELECT coalesce(max(version), 0) AS latest FROM notices WHERE kind = ?',
  ).get(kind) as { latest: number };
  for (const language of languages) {
    const { title, body } = texts[language];
    run(
      db,
      sqlBuilder.insertInto('notices').values({
        id: newId(),
        kind,
        version: latest + 1,
        language,
        title,
        body,
        hash: noticeHash(title, body),
        effective_at: now,
        created_by: staffId,
      }),
    );
  }
  return latest + 1;
}

/** What the built-in texts say about this shop. */
export function noticeFacts(db: ReadableDb, language: Language): NoticeFacts {
  const shop = findShop(db);
  const isChinese = language !== 'en';
  return {
    shopName: (isChinese && shop?.chinese_name) || shop?.name || '',
    address: (isChinese && shop?.chinese_address) || shop?.address || '',
    hotline: shop?.hotline ?? '',
    email: shop?.email ?? null,
    privacyOfficer: shop?.privacy_officer ?? null,
  };
}

/** The built-in text in every language with the shop's details of today. */
export function suggestedTexts(db: ReadableDb, kind: NoticeKind): Record<Language, NoticeText> {
  const text = (language: Language) => defaultNotice(kind, language, noticeFacts(db, language));
  return { en: text('en'), 'zh-Hant': text('zh-Hant'), 'zh-Hans': text('zh-Hans') };
}

/** Version 1 of whatever the shop has no notice of yet; called by set-up, by the sample, and before the first question. */
export function ensureNotices(
  db: WritableDb,
  { now, staffId }: { now: number; staffId: string | null },
): void {
  for (const kind of noticeKinds) {
    if (findCurrentNotice(db, kind, 'en')) continue;
    insertNoticeVersion(db, kind, suggestedTexts(db, kind), { now, staffId });
  }
}
