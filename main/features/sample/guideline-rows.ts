import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import type { WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { insertGuideline, insertPrecedence, insertRead, insertVersion } from '../guidelines/guidelines.sql';
import type { Sample } from './generator/types';
import { sampleGuidelines, samplePrecedence } from './guideline-texts';

/** How long the sample shop has had its guidelines. */
const oldDays = 400;
/** The day the last change came into force. */
const changedDaysAgo = 6;
const tenOClockMs = 10 * 3_600_000;

/**
 * Puts the sample shop's guidelines on their shelves. Everybody has read them but for one that changed last week, which
 * the manager and the first advisor have read.
 */
export function insertGuidelines(db: WritableDb, { staff }: Sample, now: number): void {
  const today = civilDateOf(now);
  const manager = staff.find(({ role }) => role === 'manager') ?? staff[0];
  if (!manager) return;
  const began = addDays(today, -oldDays);
  const beganAt = { now: startOfDay(began) + tenOClockMs, staffId: manager.id };
  for (const [index, { shelf, topic, ...texts }] of sampleGuidelines.entries()) {
    const guidelineId = newId();
    const number = `GA-${String(index + 1).padStart(6, '0')}`;
    insertGuideline(db, { id: guidelineId, number, shelf, topic, created_at: beganAt.now });
    const languages = (['en', 'zh-Hant'] as const).map((language) => ({ language, ...texts[language] }));
    insertVersion(
      db,
      { guidelineId, version: 1, effectiveOn: began, changeNote: null, texts: languages },
      beganAt,
    );
    for (const { id } of staff) insertRead(db, { guidelineId, version: 1, staffId: id, now: beganAt.now });
    if (topic === 'gifts') changeGifts(db, { guidelineId, languages, staff, manager, today });
  }
  for (const stated of samplePrecedence) insertPrecedence(db, stated, beganAt);
  // The next number anybody takes is the next one.
  db.prepare(`INSERT INTO number_sequences (kind, prefix, next) VALUES ('guideline', 'A', ?)`).run(
    sampleGuidelines.length + 1,
  );
}

interface Change {
  readonly guidelineId: string;
  readonly languages: Parameters<typeof insertVersion>[1]['texts'];
  readonly staff: Sample['staff'];
  readonly manager: Sample['staff'][number];
  readonly today: string;
}

function changeGifts(db: WritableDb, { guidelineId, languages, staff, manager, today }: Change): void {
  const effectiveOn = addDays(today, -changedDaysAgo);
  const now = startOfDay(effectiveOn) + tenOClockMs;
  const added: Readonly<Record<string, string>> = {
    en: 'Gifts at the shop’s own events count towards the limit, too.',
    'zh-Hant': '本店活動中送出的禮品亦計入上限。',
  };
  insertVersion(
    db,
    {
      guidelineId,
      version: 2,
      effectiveOn,
      changeNote: 'Gifts at events count towards the yearly limit. 活動禮品計入年度上限。',
      texts: languages.map((text) => ({ ...text, body: `${text.body}\n- ${added[text.language] ?? ''}` })),
    },
    { now, staffId: manager.id },
  );
  const [firstAdvisor] = staff.filter(({ role }) => role === 'advisor');
  for (const reader of [manager, firstAdvisor])
    if (reader) insertRead(db, { guidelineId, version: 2, staffId: reader.id, now });
}
