import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openForReading } from '../../db/open';
import type { ReadableDb } from '../../db/sql';
import { type AuditEntry, appendAudit, auditHead } from '../../kernel/audit';
import type { ActionContext } from '../../kernel/handlers';
import { closeShop, databaseName, openShop, shopFolder } from '../../kernel/open-shop';
import { type ShopHandle, writeHeadFile } from '../../kernel/shop-handle';
import { carryRefusals } from '../consents/consents.sql';
import { carrySuppressions } from '../consents/suppressions.sql';
import { carryErasures } from '../privacy/erase.sql';
import { stagedFolder, swapBack, swapIn } from './swap';

/** What customers said no to and who was erased since the backup, brought over; null where the database set aside cannot be read. */
export interface Carried {
  readonly suppressions: number | null;
  readonly withdrawals: number | null;
  readonly erasures: number | null;
}

export interface BroughtIn {
  readonly shop: ShopHandle;
  /** Where the database that was open lies now; null where there was none. */
  readonly keptFolder: string | null;
  readonly carried: Carried;
}

interface Incoming {
  /** A complete shop folder inside `home`. */
  readonly folder: string;
  readonly keyHex: string;
  /** What the restored log says about itself; names and hashes, never personal. */
  readonly about: { readonly kind: string; readonly id: string; readonly fields: readonly string[] };
}

/**
 * Puts a checked shop folder in the place of the current one, without a pause in which anybody could ask for
 * anything: what customers said no to is carried over and the log told, all before the first rename; then the current
 * shop is closed, kept, and the other opened. Where it does not open, the current one is put back and the failure
 * thrown. Returns the shop, open but not yet switched to.
 */
export function bringIn(context: ActionContext, incoming: Incoming): BroughtIn {
  const { home, now } = context;
  const current = shopFolder(home);
  const carried = prepareIncoming(context, incoming);
  const previous = context.shop;
  context.switchShop(null);
  const keptFolder = swapIn(home, incoming.folder, now);
  try {
    return { shop: openShop(current, incoming.keyHex), keptFolder, carried };
  } catch (error) {
    swapBack(home, incoming.folder, keptFolder);
    if (incoming.folder === stagedFolder(home)) rmSync(incoming.folder, { recursive: true, force: true });
    if (previous) context.switchShop(openShop(current, previous.location.keyHex));
    throw error;
  }
}

/** Carries refusals over, writes what happened into the log; the folder is closed and whole afterwards. */
function prepareIncoming(context: ActionContext, { folder, keyHex, about }: Incoming): Carried {
  const shop = openShop(folder, keyHex);
  const current = openCurrent(context, keyHex);
  try {
    const from = auditHead(shop.writer, shop.counter);
    const { head, carried } = shop.writer
      .transaction(() => {
        const taken = carry(current, shop);
        const entry: AuditEntry = {
          at: context.now,
          staffId: context.staff.staffId || null,
          operation: 'restore',
          outcome: 'done',
          entityKind: about.kind,
          entityId: about.id,
          fields: [...about.fields, `from head ${from.counter} ${from.count} ${from.hash}`],
          requestId: context.requestId,
        };
        return { head: appendAudit(shop.writer, shop.counter, entry), carried: taken };
      })
      .immediate();
    writeHeadFile(shop, head);
    return carried;
  } finally {
    if (current && current !== context.shop?.reader) current.close();
    closeShop(shop);
  }
}

function carry(current: ReadableDb | null, shop: ShopHandle): Carried {
  if (!current) return { suppressions: null, withdrawals: null, erasures: null };
  return {
    suppressions: carrySuppressions(current, shop.writer),
    withdrawals: carryRefusals(current, shop.writer),
    erasures: carryErasures(current, shop.writer),
  };
}

/** The database that will be set aside, as far as it can be read; null where there is none, or it is damaged. */
function openCurrent({ shop, home }: ActionContext, keyHex: string): ReadableDb | null {
  if (shop) return shop.reader;
  const file = join(shopFolder(home), databaseName);
  if (!existsSync(file)) return null;
  try {
    return openForReading({ file, keyHex });
  } catch {
    return null;
  }
}
