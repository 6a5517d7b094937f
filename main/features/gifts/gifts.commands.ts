import type { giftsContract } from '@shared/contract/gifts';
import { largestPicture, pictureTypes } from '@shared/contract/products';
import { isPastLimit } from '@shared/domain/gifts';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { isPictureOf } from '../../kernel/picture-bytes';
import { findStandingCustomer, isActiveStaff } from '../customers/customers.sql';
import {
  findGift,
  findGiftKind,
  type GiftKindRow,
  insertGift,
  insertGiftKind,
  insertGiftMovement,
  insertGiftPolicy,
  isOwnRecord,
  markGiftTakenBack,
  updateGiftKind,
} from './gifts.sql';
import { budgetOf, giftPolicies } from './policy';

export const giftsCommands: CommandHandlers<typeof giftsContract> = {
  'gifts.saveKind': (context, { kindId, version, ...fields }) => {
    const { db, now, shop, newId, about } = context;
    const before = kindId === null ? null : kindOf(context, kindId);
    if (before && before.version !== version) fail('GIFT_KIND_CHANGED');
    const columns = {
      name: fields.name,
      chinese_name: fields.chineseName,
      words: fields.words,
      cost_minor: fields.costMinor,
      low_at: fields.lowAt,
      occasions: JSON.stringify(fields.occasions),
      tastes: JSON.stringify([...new Set(fields.tastes)]),
      updated_at: now,
    };
    const id = before?.id ?? newId();
    about('gift kind', id);
    if (before) updateGiftKind(db, id, { ...columns, version: version + 1 });
    else insertGiftKind(db, { ...columns, id, currency: shop.currency });
    return { kindId: id };
  },

  'gifts.retireKind': (context, { kindId, isRetired }) => {
    const { id, version } = kindOf(context, kindId);
    context.about('gift kind', id);
    updateGiftKind(context.db, id, {
      retired_at: isRetired ? context.now : null,
      version: version + 1,
      updated_at: context.now,
    });
    return null;
  },

  'gifts.setPicture': (context, { kindId, picture }) => {
    const { id, version } = kindOf(context, kindId);
    context.about('gift kind', id);
    const bytes = picture && Buffer.from(picture.base64, 'base64');
    if (bytes && bytes.length > largestPicture) fail('PICTURE_TOO_LARGE', { megabytes: 2 });
    const type = picture && pictureTypes.find((known) => known === picture.mime);
    if (bytes && (!type || !isPictureOf(type, bytes))) fail('PICTURE_TYPE');
    updateGiftKind(context.db, id, {
      picture: bytes,
      picture_mime: type ?? null,
      version: version + 1,
      updated_at: context.now,
    });
    return null;
  },

  'gifts.receive': (context, { kindId, quantity, reason }) =>
    move(context, kindId, { kind: 'received', quantity, reason }),

  'gifts.count': (context, { kindId, counted, reason }) => {
    const { stock } = kindOf(context, kindId);
    if (counted !== stock && reason === null) fail('GIFT_COUNT_DIFFERS', { stock, counted });
    return move(context, kindId, { kind: 'counted', quantity: counted - stock, counted, reason });
  },

  'gifts.correct': (context, { kindId, quantity, reason }) => {
    const { stock } = kindOf(context, kindId);
    if (stock + quantity < 0) fail('GIFT_OUT_OF_STOCK', { stock });
    return move(context, kindId, { kind: 'corrected', quantity, reason });
  },

  'gifts.savePolicy': ({ db, now, today, staff, about }, { effectiveOn, limits, customary, reason }) => {
    if (effectiveOn < today) fail('GIFT_POLICY_IN_THE_PAST');
    const version = (giftPolicies(db)[0]?.version ?? 0) + 1;
    about('gift policy', String(version));
    insertGiftPolicy(db, {
      version,
      effective_on: effectiveOn,
      limits: JSON.stringify(limits),
      customary: JSON.stringify(customary),
      reason,
      made_by: staff.staffId,
      made_at: now,
    });
    return { version };
  },

  'gifts.give': (context, wanted) => {
    const { db, now, today, staff, newId, nextNumber, about } = context;
    const customer = findStandingCustomer(db, wanted.customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    const givenBy = wanted.givenById ?? staff.staffId;
    if (!isActiveStaff(db, givenBy)) fail('OWNER_NOT_FOUND');
    for (const person of [staff.staffId, givenBy])
      if (isOwnRecord(db, person, customer.id)) fail('GIFT_TO_ONESELF');
    const givenOn = wanted.givenOn ?? today;
    if (givenOn > today) fail('GIFT_IN_THE_FUTURE');
    const kind = kindOf(context, wanted.kindId);
    if (kind.stock < wanted.quantity) fail('GIFT_OUT_OF_STOCK', { stock: kind.stock });
    const cost = kind.cost_minor * wanted.quantity;
    const { tier, policy, budget } = budgetOf(db, customer.id, givenOn);
    const isPast = isPastLimit(budget, cost);
    if (isPast && wanted.limitReason === null) fail('GIFT_PAST_LIMIT');
    const giftId = newId();
    const number = `G${nextNumber('gift')}`;
    about('gift', giftId);
    insertGift(db, {
      id: giftId,
      number,
      customer_id: customer.id,
      gift_kind_id: kind.id,
      quantity: wanted.quantity,
      cost_minor: cost,
      currency: kind.currency,
      given_on: givenOn,
      given_by: givenBy,
      occasion: wanted.occasion,
      what_for: wanted.whatFor,
      handed_over: wanted.handedOver,
      is_discreet: wanted.isDiscreet ? 1 : 0,
      tier,
      policy_version: policy.version,
      limit_minor: budget.limitMinor,
      given_before_minor: budget.givenMinor,
      is_past_limit: isPast ? 1 : 0,
      limit_reason: isPast ? wanted.limitReason : null,
      made_by: staff.staffId,
      made_at: now,
    });
    insertGiftMovement(db, {
      id: newId(),
      gift_kind_id: kind.id,
      at: now,
      staff_id: staff.staffId,
      kind: 'given',
      quantity: -wanted.quantity,
      gift_id: giftId,
    });
    return { giftId, number, isPastLimit: isPast };
  },

  'gifts.takeBack': ({ db, now, staff, newId, about }, { giftId, reason }) => {
    const gift = findGift(db, giftId) ?? fail('GIFT_NOT_FOUND');
    if (gift.taken_back_at !== null) fail('GIFT_TAKEN_BACK');
    about('gift', giftId);
    const by = staff.staffId;
    markGiftTakenBack(db, giftId, { taken_back_at: now, taken_back_by: by, taken_back_reason: reason });
    insertGiftMovement(db, {
      id: newId(),
      gift_kind_id: gift.gift_kind_id,
      at: now,
      staff_id: by,
      kind: 'taken-back',
      quantity: gift.quantity,
      reason,
      gift_id: giftId,
    });
    return null;
  },
};

function kindOf({ db }: Pick<CommandContext, 'db'>, kindId: string): GiftKindRow {
  return findGiftKind(db, kindId) ?? fail('GIFT_KIND_NOT_FOUND');
}

function move(
  context: CommandContext,
  kindId: string,
  movement: {
    kind: 'received' | 'counted' | 'corrected';
    quantity: number;
    counted?: number;
    reason: string | null;
  },
): { stock: number } {
  const { db, now, staff, newId, about } = context;
  const kind = kindOf(context, kindId);
  about('gift kind', kind.id);
  insertGiftMovement(db, {
    ...movement,
    id: newId(),
    gift_kind_id: kind.id,
    at: now,
    staff_id: staff.staffId,
  });
  return { stock: kind.stock + movement.quantity };
}
