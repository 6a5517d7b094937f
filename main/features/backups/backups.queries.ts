import type { backupsContract } from '@shared/contract/backups';
import { backupProblems } from '@shared/domain/backup-health';
import { civilDateOf } from '@shared/domain/dates';
import type { ReadableDb } from '../../db/sql';
import type { QueryHandlers } from '../../kernel/handlers';
import { readMeta } from '../../kernel/open-shop';
import {
  type DrillRow,
  findLastAttempt,
  findLastDrill,
  listAttempts,
  listPlaces,
  listVerifiedCopies,
  type PlaceRow,
} from './backups.sql';

type Kind = 'disk' | 'removable' | 'network';
type Outcome = 'verified' | 'failed' | 'damaged' | 'pruned';

/** A place as the screens show it. */
export const placeOf = ({ id, label, folder, kind }: PlaceRow) => ({ id, label, folder, kind: kind as Kind });

/** A practice restore as the screens show it. */
export const drillOf = (row: DrillRow) => ({
  at: row.at,
  day: row.day,
  label: row.place_label,
  madeAt: row.made_at,
  durationMs: row.duration_ms,
  isPassed: row.is_passed === 1,
  error: row.error,
});

export const backupsQueries: QueryHandlers<typeof backupsContract> = {
  'backups.places': ({ db }) => listPlaces(db).map(placeOf),
  'backups.attempts': ({ db }, { limit }) =>
    listAttempts(db, limit).map((row) => ({
      id: row.id,
      label: row.label,
      startedAt: row.started_at,
      durationMs: row.duration_ms,
      sizeBytes: row.size_bytes,
      outcome: row.outcome as Outcome,
      error: row.error,
    })),
  'backups.health': ({ db, shop, today }) => {
    const places = listPlaces(db);
    const drill = findLastDrill(db);
    const newest = places.map((place) => listVerifiedCopies(db, place.id)[0]);
    const newestAt = Math.max(...newest.map((copy) => copy?.started_at ?? 0), 0);
    // Nobody in the sample is real: without a place there is nothing to lose.
    const isPlaying = shop.isSample && places.length === 0;
    return {
      problems: isPlaying
        ? []
        : backupProblems({
            today,
            since: setUpOn(db, shop.timeZone, today),
            places: places.map((place, index) => ({
              id: place.id,
              label: place.label,
              newestDay: newest[index]?.day ?? null,
              lastError: lastErrorOf(db, place.id),
            })),
            lastDrill: drill ? { day: drill.day, isPassed: drill.is_passed === 1 } : null,
          }),
      newestAt: newestAt || null,
      lastDrill: drill ? drillOf(drill) : null,
    };
  },
};

function lastErrorOf(db: ReadableDb, placeId: string): string | null {
  const last = findLastAttempt(db, placeId);
  return last && last.outcome !== 'verified' ? (last.error ?? 'PLACE_FAILED') : null;
}

function setUpOn(db: ReadableDb, timeZone: string, today: string): string {
  const createdAt = Number(readMeta(db).get('created_at'));
  return createdAt > 0 ? civilDateOf(createdAt, timeZone) : today;
}
