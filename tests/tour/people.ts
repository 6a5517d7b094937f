import type { Page } from '@playwright/test';
import type { Output } from '@shared/contract';
import { tell } from '../e2e/app';

type Card = Output<'customers.list'>['rows'][number];

/** Somebody the tour visits, with what is typed to find them. */
export interface Visited {
  readonly id: string;
  readonly typed: string;
}

/**
 * A customer with a rich record, and one who may be invited to VIP today. The sample is invented anew around the day it is
 * made on, so they are chosen by what the tour needs to show and not by name.
 */
export async function choosePeople(page: Page): Promise<{ regular: Visited; guest: Visited }> {
  const { rows } = await tell(page, 'customers.list', { sort: 'spend', limit: 200 });
  const regular = rows.find(isRich) ?? missing('a rich record');
  const candidates = await tell(page, 'vip.candidates', { limit: 100 });
  const guest =
    candidates.find(({ person }) => person.language === 'zh-Hant' && person.chineseName) ??
    missing('a VIP candidate');
  return {
    regular: { id: regular.id, typed: `${regular.familyName} ${regular.givenName}`.toLowerCase() },
    guest: { id: guest.person.id, typed: guest.person.chineseName ?? '' },
  };
}

/** In both scripts, a member, with an open need: everything on the one screen has something to say. */
function isRich(card: Card): boolean {
  const names = [card.familyName, card.givenName, card.englishName, card.chineseName];
  return names.every(Boolean) && card.language === 'zh-Hant' && Boolean(card.tier) && card.openNeeds > 0;
}

function missing(what: string): never {
  throw new Error(`the sample shop has nobody with ${what}`);
}
