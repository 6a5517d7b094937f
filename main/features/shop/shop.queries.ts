import type { shopContract } from '@shared/contract/shop';
import { asLanguage } from '@shared/domain/languages';
import { fail } from '../../kernel/errors';
import type { QueryHandlers } from '../../kernel/handlers';
import { findShop, readSettings } from './shop.sql';

export const shopQueries: QueryHandlers<typeof shopContract> = {
  'shop.details': ({ db }) => {
    const row = findShop(db) ?? fail('NO_SHOP');
    return {
      name: row.name,
      chineseName: row.chinese_name,
      address: row.address,
      chineseAddress: row.chinese_address,
      hotline: row.hotline,
      email: row.email,
      openingHours: row.opening_hours,
      privacyOfficer: row.privacy_officer,
      defaultLanguage: asLanguage(row.default_language),
      currency: row.currency,
      timeZone: row.time_zone,
    };
  },
  'shop.settings': ({ db }) => readSettings(db),
};
