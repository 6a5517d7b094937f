import { join } from 'node:path';
import type { backupsContract } from '@shared/contract/backups';
import { isInLog } from '../../kernel/audit';
import { Failure, fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { readMeta } from '../../kernel/open-shop';
import { checkPlace } from '../../kernel/places';
import { followedBy, runJob } from '../../workers/run-job';
import { readBackupFolder } from './backup-files';
import { placeOf } from './backups.queries';
import {
  findBackup,
  findPlaceByFolder,
  insertDrill,
  listPlaces,
  listVerifiedCopies,
  updateChecked,
} from './backups.sql';
import { findNewestReachable, readKeyFileText } from './newest';
import { summaryOf } from './restore';
import { asFailure, codeOf, releaseOnCancel, runCopies, waitForJobs } from './run-copies';

export const backupsActions: ActionHandlers<typeof backupsContract> = {
  'backups.chooseFolder': ({ devices }) => devices.chooseFolder('Vitrine'),
  'backups.checkPlace': ({ db, home }, { folder }) => {
    const place = checkPlace(folder, home);
    if (findPlaceByFolder(db, place.folder)) fail('PLACE_KNOWN');
    return place;
  },
  'backups.list': async (context) => {
    const { db } = context;
    const places = listPlaces(db);
    const folders = places.map(({ folder }) => folder);
    const surveyed = await runJob('surveyPlaces', { folders }, silently(context));
    const shopId = readMeta(db).get('shop_id');
    return places.map((place, index) => {
      const { isReachable = false, freeBytes = null, copies = [] } = surveyed[index] ?? {};
      const ours = copies.filter(({ manifest }) => manifest.shopId === shopId);
      const present = new Set(ours.map(({ manifest }) => manifest.id));
      return {
        ...placeOf(place),
        isReachable,
        freeBytes,
        copies: ours.map((found) => {
          const row = findBackup(db, found.manifest.id);
          const checkedAt = row?.checked_at ?? null;
          return {
            ...summaryOf(found),
            // A shop that was restored from the copy has no row of it, for that was written afterwards.
            isKnown: row !== undefined || found.manifest.logHeads.every((head) => isInLog(db, head)),
            isSound: row?.outcome !== 'damaged',
            checkedAt,
          };
        }),
        missing: isReachable
          ? listVerifiedCopies(db, place.id)
              .filter(({ id }) => !present.has(id))
              .map(({ id, started_at }) => ({ id, madeAt: started_at }))
          : [],
      };
    });
  },
  'backups.run': (context) => runCopies(context, null),
  'backups.verify': async (context, { folder }) => {
    const shop = context.shop ?? fail('NO_SHOP');
    const found = readBackupFolder(folder) ?? fail('BACKUP_NOT_FOUND');
    const { id } = found.manifest;
    context.about('backup', id);
    const record = (outcome: 'verified' | 'damaged', error: string | null) =>
      context.transact(({ db, now, about }) => {
        about('backup', id, [outcome]);
        updateChecked(db, id, { outcome, error, checked_at: now });
      });
    try {
      const job = runJob('verifyBackup', { folder, keyHex: shop.location.keyHex }, followedBy(context));
      await releaseOnCancel(context, job);
    } catch (error) {
      if (context.signal.aborted) throw new Failure('CANCELLED');
      const failure = asFailure(error);
      if (isDamage(failure.code)) record('damaged', failure.code);
      throw failure;
    }
    record('verified', null);
    return summaryOf(found);
  },
  'backups.drill': async (context) => {
    const shop = context.shop ?? fail('NO_SHOP');
    await waitForJobs();
    const newest = (await findNewestReachable(context)) ?? fail('NO_BACKUP_REACHABLE');
    const { manifest } = newest.found;
    const startedAt = Date.now();
    let error: string | null = null;
    try {
      const job = runJob(
        'drillRestore',
        {
          folder: newest.found.folder,
          keyHex: shop.location.keyHex,
          workFolder: join(context.home, 'drill'),
          keyFileText: readKeyFileText(newest.found.folder),
        },
        followedBy(context),
      );
      await releaseOnCancel(context, job);
    } catch (problem) {
      if (context.signal.aborted) throw new Failure('CANCELLED');
      error = codeOf(problem);
      context.log.error('practice restore failed', problem, { code: error });
    }
    const drill = {
      at: context.now,
      day: context.today,
      label: newest.label,
      madeAt: manifest.madeAt,
      durationMs: Date.now() - startedAt,
      isPassed: error === null,
      error,
    };
    context.about('backup', manifest.id, ['drill']);
    context.transact(({ db, newId, staff, about }) => {
      about('backup', manifest.id, [drill.isPassed ? 'drill passed' : 'drill failed']);
      insertDrill(db, {
        id: newId(),
        at: drill.at,
        day: drill.day,
        staff_id: staff.staffId,
        backup_id: manifest.id,
        place_label: drill.label,
        made_at: drill.madeAt,
        duration_ms: drill.durationMs,
        is_passed: drill.isPassed ? 1 : 0,
        error,
      });
    });
    return drill;
  },
};

const isDamage = (code: string) =>
  ['BACKUP_DAMAGED', 'BACKUP_DIFFERS', 'LOG_BROKEN', 'WRONG_KEY_OR_DAMAGED'].includes(code);

const silently = ({ signal }: ActionContext) => ({ signal, onProgress: () => {} });
