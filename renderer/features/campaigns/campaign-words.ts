import type { CampaignEntry } from '@shared/contract/campaigns';
import type { Exclusion } from '@shared/domain/campaigns';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { formatMoney, money } from '@shared/domain/money';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** How a campaign, its people and its reasons are said in the language on the screen. */
export function useCampaignWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return {
    name: (customer: CampaignEntry['customer']) => customerName(customer, language),
    day: (date: string) => formatDate(date, language),
    dayOf: (at: number) => formatDate(civilDateOf(at, shop.timeZone), language),
    amount: (minor: number) => formatMoney(money(minor, shop.currency), language),
    /** Why somebody is left out, with the rules' own reason where there is one. */
    exclusion(exclusion: Exclusion, why: string | null): string {
      const reason =
        exclusion === 'unpermitted' && why
          ? t(`consents.reason.${why as 'NEVER_ASKED'}`)
          : exclusion === 'paused' && why
            ? t(`conversations.obstacle.${why as 'open-complaint'}`)
            : exclusion === 'held-out'
              ? why
              : null;
      const group = t(`campaigns.exclusion.${exclusion}`);
      return reason === null ? group : `${group}: ${reason}`;
    },
  };
}
