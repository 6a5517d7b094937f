import type { ParsedInputOf } from '@shared/contract/define';
import type { setupContract } from '@shared/contract/setup';
import { checkPin } from '@shared/domain/pins';
import { fail } from '../../kernel/errors';
import type { ActionContext } from '../../kernel/handlers';
import { wrapKey } from '../../kernel/key-file';
import { shopFolder } from '../../kernel/open-shop';
import { hashPin } from '../../kernel/pin';
import { checkPlace } from '../../kernel/places';
import type { StaffSession } from '../../kernel/session';
import type { ShopHandle } from '../../kernel/shop-handle';
import { ensureNotices } from '../notices/notices.sql';
import { insertShop } from '../shop/shop.sql';
import { insertStaff } from '../staff/staff.sql';
import type { SetupDraft } from './draft';
import { makeShop } from './new-shop';
import { insertPlace } from './setup.sql';

type Answers = ParsedInputOf<(typeof setupContract)['setup.finish']>;

const timeZone = 'Asia/Hong_Kong';

/** Writes the new shop with its manager, key file and backup places, all or nothing; returns it open. */
export async function finishSetup(
  context: ActionContext,
  draft: SetupDraft,
  { shop, manager, passphrase, places }: Answers,
): Promise<{ shop: ShopHandle; manager: StaffSession }> {
  const problem = checkPin(manager.pin, 'manager');
  if (problem) fail(problem);
  const checkedPlaces = places.map((place) => ({ ...place, ...folderOf(place.folder, context.home) }));
  const { now, home, devices, newId } = context;
  const shopId = newId();
  const managerId = newId();
  const pin = await hashPin(manager.pin);
  const made = await makeShop({
    folder: shopFolder(home),
    keyHex: draft.keyHex,
    keyFile: wrapKey(shopId, draft.keyHex, {
      recoveryKeyHex: draft.recoveryKeyHex,
      passphrase: passphrase ?? undefined,
      keyStore: devices.keyStore,
    }),
    shop: { shopId, counter: 'A', timeZone, currency: shop.currency, isSample: false, now },
    fill: ({ writer }) => {
      insertShop(writer, {
        id: shopId,
        name: shop.name,
        chinese_name: shop.chineseName,
        address: shop.address,
        chinese_address: shop.chineseAddress,
        hotline: shop.hotline,
        email: shop.email,
        opening_hours: shop.openingHours,
        privacy_officer: shop.privacyOfficer,
        currency: shop.currency,
        default_language: shop.defaultLanguage,
        time_zone: timeZone,
        is_sample: 0,
        created_at: now,
        updated_at: now,
      });
      insertStaff(writer, {
        id: managerId,
        name: manager.name,
        chinese_name: manager.chineseName,
        role: 'manager',
        language: manager.language,
        pin_salt: pin.salt,
        pin_hash: pin.hash,
        pin_must_change: 0,
        created_at: now,
        updated_at: now,
      });
      ensureNotices(writer, { now, staffId: managerId });
      for (const { label, folder, kind } of checkedPlaces) {
        insertPlace(writer, { id: newId(), label, folder, kind, created_at: now });
      }
    },
  });
  const { name, language } = manager;
  return { shop: made, manager: { staffId: managerId, name, role: 'manager', language } };
}

/** The person's own word on the kind of place stands; the folder is looked at again. */
function folderOf(folder: string, home: string): { folder: string } {
  return { folder: checkPlace(folder, home).folder };
}
