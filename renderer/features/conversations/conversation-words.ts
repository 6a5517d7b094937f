import type { Output } from '@shared/contract';
import type { Conversation } from '@shared/contract/conversations';
import type { GoodsClass } from '@shared/domain/consent-events';
import { consentChannelOf } from '@shared/domain/conversations';
import { formatInstant } from '@shared/domain/dates';
import { channelsInWords, goodsInWords } from '@shared/words/consent-sentences';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

type Before = Output<'conversations.beforeContact'>;

/** Conversations in the language on the screen. */
export function useConversationWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const channel = (name: Conversation['channel']) => t(`conversations.channel.${name}`);
  return {
    channel,
    goods: (goods: GoodsClass) => goodsInWords([goods], language),
    when: (at: number) => formatInstant(at, language, shop.timeZone),
    /** "Telephone, from us · No answer". */
    how: ({ channel: way, direction, outcome }: Conversation): string =>
      [
        `${channel(way)}${language === 'en' ? ', ' : '，'}${t(`conversations.directionLine.${direction}`)}`,
        // What came in was sent, of course.
        outcome && !(direction === 'in' && outcome === 'sent') && t(`conversations.outcome.${outcome}`),
      ]
        .filter(Boolean)
        .join(' · '),
    name: ({ customer }: Conversation): string => customerName(customer, language),
    lastContact: (last: { days: number } | null): string => {
      if (last === null) return t('conversations.lastContact.none');
      if (last.days === 0) return t('conversations.lastContact.today');
      return t('conversations.lastContact.days', { count: last.days });
    },
    /** What this customer prefers; null where they said nothing. */
    preferred: ({ preferredChannel, contactHours: hours }: Before): string | null => {
      if (preferredChannel === null) return hours && t('conversations.hours', { hours });
      const way = channel(preferredChannel);
      return hours
        ? t('conversations.preferredHours', { channel: way, hours })
        : t('conversations.preferred', { channel: way });
    },
    /** By which ways something may be offered. */
    maySell: ({ ways }: Before): string => {
      const permitted = ways
        .filter(({ maySell }) => maySell.length > 0)
        .map(({ channel: way }) => consentChannelOf(way))
        .filter((way) => way !== null);
      return permitted.length > 0
        ? t('conversations.maySell', { channels: channelsInWords(permitted, language) })
        : t('conversations.maySellNone');
    },
  };
}
