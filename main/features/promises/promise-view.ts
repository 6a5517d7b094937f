import type { ShopPromise } from '@shared/contract/promises';
import {
  type CountedPromise,
  isBreach,
  type PromiseKind,
  type PromiseOrigin,
  type PromiseStatus,
  type ShopTime,
  shopTimeOf,
  type ToldChannel,
} from '@shared/domain/promises';
import { customerOf } from '../customers/cards.sql';
import type { PromiseRow, ShownPromiseRow } from './promises.sql';

/** A row as the contract shows it; the breach is computed, never stored. */
export function promiseOf(row: ShownPromiseRow, now: ShopTime, timeZone: string): ShopPromise {
  return {
    id: row.id,
    number: row.number,
    customer: customerOf(row),
    kind: row.kind as PromiseKind,
    what: row.what,
    dueOn: row.due_on,
    dueTime: row.due_time,
    owner: { id: row.owner_id, name: row.owner_name },
    madeBy: { id: row.made_by, name: row.maker_name },
    madeAt: row.made_at,
    origin: { kind: row.origin_kind as PromiseOrigin, id: row.origin_id, number: row.origin_number },
    isDiscreet: row.is_discreet === 1,
    status: row.status as PromiseStatus,
    outcome: row.outcome,
    brokenReason: row.broken_reason,
    closedAt: row.closed_at,
    told:
      row.told_channel !== null && row.told_at !== null
        ? { channel: row.told_channel as ToldChannel, at: row.told_at }
        : null,
    snoozedUntil: row.snoozed_until,
    isBreach: isBreach(countedOf(row, timeZone), now),
    version: row.version,
  };
}

/** A row as the rules count it. */
export function countedOf(
  row: Pick<PromiseRow, 'status' | 'due_on' | 'due_time' | 'closed_at'>,
  timeZone: string,
): CountedPromise {
  return {
    status: row.status as PromiseStatus,
    dueOn: row.due_on,
    dueTime: row.due_time,
    closedAt: row.closed_at === null ? null : shopTimeOf(row.closed_at, timeZone),
  };
}
