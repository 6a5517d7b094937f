import type { GiftYear } from '@shared/contract/gifts';
import { sumGifts } from '@shared/domain/gifts';
import type { ReadableDb } from '../../db/sql';
import { giftOf } from './gift-view';
import { listGiftsBetween } from './gifts.sql';

/** Who received what in a calendar year, and what it cost by occasion, person and tier; what was taken back is left out. */
export function giftYearOf(db: ReadableDb, year: number, currency: string): GiftYear {
  const gifts = listGiftsBetween(db, `${year}-01-01`, `${year}-12-31`)
    .map(giftOf)
    .filter(({ takenBack }) => takenBack === null);
  const counted = gifts.map((gift) => ({ ...gift, givenBy: gift.givenBy.name }));
  return {
    year,
    currency,
    gifts,
    costMinor: gifts.reduce((sum, { costMinor }) => sum + costMinor, 0),
    pastLimit: gifts.filter(({ isPastLimit }) => isPastLimit).length,
    byOccasion: sumGifts(counted, ({ occasion }) => occasion),
    byPerson: sumGifts(counted, ({ givenBy }) => givenBy),
    byTier: sumGifts(counted, ({ tier }) => tier ?? ''),
  };
}
