import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionContext } from '../../kernel/handlers';
import { keyFileName } from '../../kernel/key-file';
import { readMeta } from '../../kernel/open-shop';
import { runJob } from '../../workers/run-job';
import type { FoundBackup } from './backup-files';
import { listDamagedIds, listPlaces } from './backups.sql';

/** The newest sound backup of this shop in any place that can be reached, and the place's name; null without one. */
export async function findNewestReachable(
  context: ActionContext,
): Promise<{ found: FoundBackup; label: string } | null> {
  const { db, signal } = context;
  const places = listPlaces(db);
  const surveyed = await runJob(
    'surveyPlaces',
    { folders: places.map(({ folder }) => folder) },
    { signal, onProgress: () => {} },
  );
  const shopId = readMeta(db).get('shop_id');
  const damaged = new Set(listDamagedIds(db));
  const all = places.flatMap((place, index) =>
    (surveyed[index]?.copies ?? []).map((found) => ({ found, label: place.label })),
  );
  const ours = all.filter(
    ({ found: { manifest } }) => manifest.shopId === shopId && !damaged.has(manifest.id),
  );
  return ours.sort((a, b) => b.found.manifest.madeAt - a.found.manifest.madeAt)[0] ?? null;
}

/** The wrapped key as it lies beside a backup. */
export function readKeyFileText(folder: string): string {
  return readFileSync(join(folder, keyFileName), 'utf8');
}
