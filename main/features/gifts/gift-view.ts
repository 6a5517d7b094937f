import type { Gift, GiftKind } from '@shared/contract/gifts';
import type { GiftHanding, GiftOccasion } from '@shared/domain/gifts';
import { customerOf } from '../customers/cards.sql';
import type { GiftKindRow, ShownGiftRow } from './gifts.sql';

/** A kind as the contract shows it. */
export function giftKindOf(row: GiftKindRow): GiftKind {
  return {
    id: row.id,
    name: row.name,
    chineseName: row.chinese_name,
    words: row.words,
    costMinor: row.cost_minor,
    currency: row.currency,
    stock: row.stock,
    lowAt: row.low_at,
    isLow: row.stock <= row.low_at,
    occasions: JSON.parse(row.occasions) as GiftOccasion[],
    tastes: JSON.parse(row.tastes) as string[],
    hasPicture: row.picture_mime !== null,
    isRetired: row.retired_at !== null,
    version: row.version,
  };
}

/** A gift as the contract shows it. */
export function giftOf(row: ShownGiftRow): Gift {
  return {
    id: row.id,
    number: row.number,
    customer: customerOf(row),
    kind: { id: row.gift_kind_id, name: row.kind_name, chineseName: row.kind_chinese_name },
    quantity: row.quantity,
    costMinor: row.cost_minor,
    currency: row.currency,
    givenOn: row.given_on,
    givenBy: { id: row.given_by, name: row.giver_name },
    occasion: row.occasion as GiftOccasion,
    whatFor: row.what_for,
    handedOver: row.handed_over as GiftHanding,
    isDiscreet: row.is_discreet === 1,
    tier: row.tier,
    isPastLimit: row.is_past_limit === 1,
    limitReason: row.limit_reason,
    takenBack:
      row.taken_back_at === null
        ? null
        : { at: row.taken_back_at, by: row.taker_name ?? '', reason: row.taken_back_reason ?? '' },
  };
}
