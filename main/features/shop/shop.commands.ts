import type { shopContract } from '@shared/contract/shop';
import type { CommandHandlers } from '../../kernel/handlers';
import { findShop, saveSetting, updateShop } from './shop.sql';

export const shopCommands: CommandHandlers<typeof shopContract> = {
  'shop.saveDetails': ({ db, now, about }, details) => {
    updateShop(db, {
      name: details.name,
      chinese_name: details.chineseName,
      address: details.address,
      chinese_address: details.chineseAddress,
      hotline: details.hotline,
      email: details.email,
      opening_hours: details.openingHours,
      privacy_officer: details.privacyOfficer,
      default_language: details.defaultLanguage,
      updated_at: now,
    });
    about('shop', findShop(db)?.id ?? '');
    return null;
  },
  'shop.saveSettings': ({ db, now, staff, about }, changes) => {
    const keys = (Object.keys(changes) as (keyof typeof changes)[]).filter(
      (key) => changes[key] !== undefined,
    );
    for (const key of keys) saveSetting(db, key, changes[key], { now, staffId: staff.staffId });
    about('settings', 'shop', keys);
    return null;
  },
};
