import type { ContactPlan, FollowUp } from '@shared/contract/plans';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import type { Cadence } from '@shared/domain/plans';
import { cadenceInWords, ruleInWords } from '@shared/words/duty-sentences';
import type { Translate } from '@shared/words/story-sentences';
import { tierInWords } from '@shared/words/vip';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';

type Channel = ContactPlan['channel'];

/** The contact plan and follow-ups in the language on the screen. */
export function usePlanWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const translate = t as unknown as Translate;
  const day = (date: string) => formatDate(date, language);
  const cadence = (every: Cadence) => cadenceInWords({ ...every }, translate);
  const channel = (way: Channel) =>
    way === null ? t('plans.asPreferred') : t(`conversations.channel.${way}`);
  return {
    day,
    cadence,
    channel,
    today: () => civilDateOf(Date.now(), shop.timeZone),
    dayOf: (at: number) => day(civilDateOf(at, shop.timeZone)),
    tier: (code: string) => tierInWords(code, language),
    /** "Thank-you", or the manager's own name for the rule. */
    rule: (rule: { name: string | null; kind: FollowUp['kind'] }) => ruleInWords(rule, translate),
    last: ({ lastContact }: ContactPlan): string => {
      if (lastContact === null) return t('plans.lastNever');
      if (lastContact.days === 0) return t('plans.lastToday');
      return t('plans.lastDays', { count: lastContact.days });
    },
    /** "every 30 days, as every Gold"; that there is none where there is none. */
    plan: ({ cadence: every, of, tier }: ContactPlan): string => {
      if (every === null) return t('plans.none');
      const whose =
        of === 'tier' && tier
          ? t('plans.ofTier', { tier: tierInWords(tier, language) })
          : t('plans.ofCustomer');
      return [cadence(every), whose].join(language === 'en' ? ', ' : '，');
    },
  };
}
