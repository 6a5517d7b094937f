import type { Role } from '@shared/contract/permissions';
import type { sessionContract } from '@shared/contract/session';
import { AUTO_LOCK } from '@shared/domain/auto-lock';
import type { QueryHandlers } from '../../kernel/handlers';
import { findShopFace, readAutoLockMinutes } from '../shop/face.sql';
import { findActiveStaff, listActiveStaff } from './session.sql';

export const sessionQueries: QueryHandlers<typeof sessionContract> = {
  'session.state': ({ db, shop, staff }) => {
    // Asked before any shop is open, too.
    if (!shop) return { shop: null, staff: null, autoLockMinutes: AUTO_LOCK.usual };
    const row = findShopFace(db);
    const person = staff.staffId ? findActiveStaff(db, staff.staffId) : undefined;
    return {
      shop: {
        name: row?.name ?? '',
        chineseName: row?.chinese_name ?? null,
        isSample: shop.isSample,
        currency: shop.currency,
        timeZone: shop.timeZone,
        defaultLanguage: row?.default_language ?? 'en',
      },
      staff: person
        ? {
            id: person.id,
            name: person.name,
            chineseName: person.chinese_name,
            role: person.role as Role,
            language: person.language,
            colorScheme: person.color_scheme,
          }
        : null,
      autoLockMinutes: readAutoLockMinutes(db),
    };
  },
  'session.people': ({ db }) =>
    listActiveStaff(db).map((row) => ({
      id: row.id,
      name: row.name,
      chineseName: row.chinese_name,
      role: row.role as Role,
      language: row.language,
      isPinLocked: row.pin_locked === 1,
    })),
};
