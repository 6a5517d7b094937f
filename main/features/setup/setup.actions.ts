import { writeFile } from 'node:fs/promises';
import type { setupContract } from '@shared/contract/setup';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { passphraseStrength } from '@shared/domain/passphrase';
import { checkPin } from '@shared/domain/pins';
import { decodeRecoveryKey, encodeRecoveryKey } from '@shared/domain/recovery-key';
import { Failure, fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { readKeyFile, unwrapKey, wrapKey, writeKeyFile } from '../../kernel/key-file';
import { keyUnasked, openShopUnasked, sampleFolder, shopExists, shopFolder } from '../../kernel/open-shop';
import { hashPin } from '../../kernel/pin';
import { checkPlace } from '../../kernel/places';
import { followedBy } from '../../workers/run-job';
import { findActiveStaff, savePin } from '../session/session.sql';
import { beginDraft, dropDraft, findDraft, type SetupDraft } from './draft';
import { openUpdated } from './open-updated';
import { openSampleShop, usualSample } from './sample-shop';

export const setupActions: ActionHandlers<typeof setupContract> = {
  'setup.state': (context) => {
    const { home, devices, shop } = context;
    const hasShop = shopExists(shopFolder(home));
    return {
      hasShop,
      hasSample: shopExists(sampleFolder(home)),
      problem: hasShop && !shop ? tryToOpen(context) : null,
      hasKeyStore: devices.keyStore !== null,
    };
  },
  'setup.begin': async (context, { name, chineseName, language }) => {
    needNoShop(context);
    const { recoverySheet } = await import('../../reports/recovery-sheet/recovery-sheet');
    const draft = beginDraft(context.session);
    draft.documentId = context.devices.keepDocument(
      recoverySheet({
        shopName: name,
        chineseShopName: chineseName,
        recoveryKey: encodeRecoveryKey(Buffer.from(draft.recoveryKeyHex, 'hex')),
        madeOn: formatDate(civilDateOf(context.now), language),
        language,
      }),
    );
    return { documentId: draft.documentId };
  },
  'setup.printSheet': (context) => context.devices.print(keptSheet(context)),
  'setup.saveSheet': async (context) => {
    const sheet = keptSheet(context);
    const file = await context.devices.chooseFileToSave({
      title: sheet.title,
      suggestedName: 'vitrine-recovery-sheet.pdf',
      extensions: ['pdf'],
    });
    if (!file) return false;
    const bytes = await context.devices.toPdf(sheet);
    try {
      await writeFile(file, bytes, { mode: 0o600 });
    } catch (error) {
      throw new Failure('FILE_NOT_WRITTEN', { reason: String((error as { code?: string }).code ?? '') });
    }
    return true;
  },
  'setup.proveSheet': (context, { typed }) => {
    const draft = needDraft(context);
    if (readRecoveryKey(typed) !== draft.recoveryKeyHex) fail('RECOVERY_KEY_OTHER');
    draft.isProved = true;
    return null;
  },
  'setup.chooseFolder': (context) => {
    needNoShop(context);
    return context.devices.chooseFolder('Vitrine');
  },
  'setup.checkPlace': (context, { folder }) => {
    needNoShop(context);
    return checkPlace(folder, context.home);
  },
  'setup.finish': async (context, input) => {
    needNoShop(context);
    const draft = needDraft(context);
    if (!draft.isProved) fail('SHEET_NOT_PROVED');
    if (input.passphrase !== null) needStrongPassphrase(input.passphrase);
    const { finishSetup } = await import('./finish');
    const { shop, manager } = await finishSetup(context, draft, input);
    dropDraft(context.session);
    context.devices.dropDocuments();
    context.switchShop(shop);
    context.session.unlock(manager, context.now);
    return null;
  },
  'setup.openSample': async (context) => {
    if (context.shop) fail('SHOP_OPEN');
    const { home, now } = context;
    const work = { ...usualSample, now, ...followedBy(context) };
    context.switchShop(await openSampleShop(sampleFolder(home), work));
    return null;
  },
  'setup.leaveSample': (context) => {
    if (!context.shop?.isSample) fail('NOT_SAMPLE');
    context.switchShop(null);
    return null;
  },
  'setup.openShop': async (context, { passphrase }) => {
    if (context.shop) fail('SHOP_OPEN');
    const folder = shopFolder(context.home);
    const key = unwrapKey(readKeyFile(folder), { kind: 'passphrase', passphrase });
    context.switchShop(await openUpdated(folder, key, followedBy(context)));
    return null;
  },
  'setup.updateShop': async (context) => {
    if (context.shop) fail('SHOP_OPEN');
    const folder = shopFolder(context.home);
    const key = keyUnasked(folder, context.devices.keyStore);
    context.switchShop(await openUpdated(folder, key, followedBy(context)));
    return null;
  },
  'setup.recover': async (context, { recoveryKey, newPassphrase }) => {
    if (context.shop) fail('SHOP_OPEN');
    const folder = shopFolder(context.home);
    const keyFile = readKeyFile(folder);
    const recoveryKeyHex = readRecoveryKey(recoveryKey);
    const key = unwrapKey(keyFile, { kind: 'recovery', recoveryKeyHex });
    if (newPassphrase !== null) needStrongPassphrase(newPassphrase);
    // Wrapped before it is opened: a missing passphrase is refused with nothing changed.
    const renewed = wrapKey(keyFile.shopId, key, {
      recoveryKeyHex,
      passphrase: newPassphrase ?? undefined,
      keyStore: context.devices.keyStore,
    });
    const shop = await openUpdated(folder, key, followedBy(context));
    writeKeyFile(folder, renewed);
    context.switchShop(shop);
    return null;
  },
  'setup.resetManagerPin': async (context, { staffId, recoveryKey, newPin }) => {
    const folder = context.shop?.folder ?? fail('NO_SHOP');
    const row = findActiveStaff(context.db, staffId);
    if (row?.role !== 'manager') fail('STAFF_NOT_FOUND');
    unwrapKey(readKeyFile(folder), { kind: 'recovery', recoveryKeyHex: readRecoveryKey(recoveryKey) });
    const problem = checkPin(newPin, 'manager');
    if (problem) fail(problem);
    const stored = await hashPin(newPin);
    context.about('staff', staffId);
    context.transact(({ db, now, about }) => {
      about('staff', staffId);
      savePin(db, staffId, stored, now);
    });
    return null;
  },
};

/** Opens the shop that lies here; why not, where that fails with a known code. */
function tryToOpen({ home, devices, log, switchShop }: ActionContext) {
  try {
    switchShop(openShopUnasked(shopFolder(home), devices.keyStore));
    return null;
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, params: error.params };
    log.error('shop not opened', error);
    return { code: 'DATABASE_DAMAGED', params: {} };
  }
}

function needNoShop({ shop, home }: ActionContext): void {
  if (shop || shopExists(shopFolder(home))) fail('SHOP_EXISTS');
}

function needDraft({ session }: ActionContext): SetupDraft {
  return findDraft(session) ?? fail('SETUP_NOT_BEGUN');
}

function keptSheet(context: ActionContext) {
  const { documentId } = needDraft(context);
  return context.devices.keptDocument(documentId) ?? fail('SETUP_NOT_BEGUN');
}

/** The typed key as hex, or the slip and the group it is in. */
function readRecoveryKey(typed: string): string {
  const result = decodeRecoveryKey(typed);
  if (!result.ok) fail(result.code, { group: result.group ?? 0 });
  return Buffer.from(result.bytes).toString('hex');
}

function needStrongPassphrase(passphrase: string): void {
  if (passphraseStrength(passphrase) === 'weak') fail('PASSPHRASE_WEAK');
}
