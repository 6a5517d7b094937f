import type { Guideline, Precedence } from '@shared/contract/guidelines';
import { type GuidelineShelf, type GuidelineTopic, versionInForce } from '@shared/domain/guidelines';
import { foldText } from '@shared/domain/names';
import type { ReadableDb } from '../../db/sql';
import {
  type GuidelineRow,
  type GuidelineVersion,
  listGuidelines,
  listPrecedence,
  listReadBy,
  listVersions,
} from './guidelines.sql';

/** The guidelines of a topic (null: all) as one member of staff sees them today. */
export function shownGuidelines(
  db: ReadableDb,
  topic: GuidelineTopic | null,
  { staffId, today }: { staffId: string; today: string },
): Guideline[] {
  const read = listReadBy(db, staffId);
  const versions = listVersions(db, null);
  return listGuidelines(db, topic).flatMap(
    (row) =>
      guidelineOf(
        row,
        versions.filter(({ guidelineId }) => guidelineId === row.id),
        read,
        today,
      ) ?? [],
  );
}

function guidelineOf(
  row: GuidelineRow,
  versions: readonly GuidelineVersion[],
  read: ReadonlySet<string>,
  today: string,
): Guideline | null {
  const inForce = versionInForce(versions, today);
  const newest = versions[0];
  const shown = inForce ?? versions.at(-1);
  if (!shown || !newest) return null;
  return {
    id: row.id,
    number: row.number,
    shelf: row.shelf as GuidelineShelf,
    topic: row.topic as GuidelineTopic,
    version: shown.version,
    effectiveOn: shown.effectiveOn,
    isInForce: inForce !== undefined,
    coming:
      newest.version > shown.version ? { version: newest.version, effectiveOn: newest.effectiveOn } : null,
    texts: [...shown.texts],
    isRead: read.has(`${row.id} ${shown.version}`),
  };
}

/** True when every word typed is somewhere in the number, a title or a text. */
export function holdsWords({ number, texts }: Guideline, typed: string): boolean {
  const whole = foldText([number, ...texts.flatMap(({ title, body }) => [title, body])].join('\n'));
  return foldText(typed)
    .split(/\s+/)
    .every((word) => whole.includes(word));
}

/** Which shelf wins, by topic. */
export function statedPrecedence(db: ReadableDb): Precedence[] {
  return listPrecedence(db).map((row) => ({
    topic: row.topic as GuidelineTopic,
    wins: row.wins as GuidelineShelf,
    reason: row.reason,
    at: row.at,
    by: row.staff_name,
  }));
}
