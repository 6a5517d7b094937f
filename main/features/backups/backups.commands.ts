import { dirname } from 'node:path';
import type { backupsContract } from '@shared/contract/backups';
import type { CommandHandlers } from '../../kernel/handlers';
import { checkPlace } from '../../kernel/places';
import { findPlace, findPlaceByFolder, insertPlace, updatePlaceRemoved } from './backups.sql';

export const backupsCommands: CommandHandlers<typeof backupsContract> = {
  'backups.addPlace': ({ db, shop, now, newId, about, fail }, { folder: chosen, label, kind }) => {
    const { folder } = checkPlace(chosen, dirname(shop.folder));
    if (findPlaceByFolder(db, folder)) fail('PLACE_KNOWN');
    const placeId = newId();
    insertPlace(db, { id: placeId, label, folder, kind, created_at: now });
    about('backup place', placeId);
    return { placeId };
  },
  'backups.removePlace': ({ db, now, about, fail }, { placeId }) => {
    if (findPlace(db, placeId)?.removed_at !== null) fail('PLACE_UNKNOWN');
    updatePlaceRemoved(db, placeId, now);
    about('backup place', placeId);
    return null;
  },
  'backups.keepPlace': ({ db, about, fail }, { placeId }) => {
    const place = findPlace(db, placeId) ?? fail('PLACE_UNKNOWN');
    if (place.removed_at === null) return null;
    if (findPlaceByFolder(db, place.folder)) fail('PLACE_KNOWN');
    updatePlaceRemoved(db, placeId, null);
    about('backup place', placeId);
    return null;
  },
};
