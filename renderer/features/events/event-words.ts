import type { EventGuest, ShopEvent } from '@shared/contract/event-shapes';
import type { Obstacle } from '@shared/domain/contact-gate';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import type { AskedBy } from '@shared/domain/events';
import { formatMoney, money, wholeMoney } from '@shared/domain/money';
import { shopTimeOf, type ToldChannel } from '@shared/domain/promises';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** Events and their guests in the language on the screen. */
export function useEventWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const list = (parts: readonly string[]) => parts.join(language === 'en' ? ', ' : '、');
  const persons = (count: number) => t('events.figures.persons', { count });
  const how = (by: AskedBy | ToldChannel) => t(`promises.channel.${by}`);
  const date = (at: number) => formatDate(civilDateOf(at, shop.timeZone), language);
  const obstacles = (which: readonly Obstacle[]) => list(which.map((one) => t(`events.obstacle.${one}`)));
  return {
    list,
    persons,
    how,
    date,
    obstacles,
    day: (day: string) => formatDate(day, language),
    name: ({ customer }: EventGuest): string => customerName(customer, language),
    /** An average, in whole units. */
    mean: (minor: number, currency: string) => formatMoney(wholeMoney(minor, currency), language),
    money: (minor: number, currency: string) => formatMoney(money(minor, currency), language),
    /** 'Friday 27 November 2026, 18:30–21:30'. */
    when({ startsAt, endsAt }: Pick<ShopEvent, 'startsAt' | 'endsAt'>): string {
      const from = shopTimeOf(startsAt, shop.timeZone);
      const to = shopTimeOf(endsAt, shop.timeZone);
      const day = formatDate(from.date, language, { weekday: true });
      return `${day}${language === 'en' ? ', ' : ' '}${from.time}–${to.time}`;
    },
    /** How this guest may be asked, or why not. */
    verdict({ verdict }: EventGuest): string {
      if (!verdict) return '';
      const { state, ways, reason } = verdict;
      return t(`events.verdict.${state}`, {
        ways: list(ways.map(how)),
        why: obstacles(verdict.obstacles),
        reason: reason ? t(`consents.reason.${reason as 'NEVER_ASKED'}`) : '',
      });
    },
    /** What happened so far with this guest, the last first. */
    story(guest: EventGuest): string[] {
      const { invited, reply, arrived, told, source } = guest;
      return [
        told && t('events.toldLine', { how: how(told.channel), date: date(told.at) }),
        arrived &&
          t('events.arrivedLine', {
            time: shopTimeOf(arrived.at, shop.timeZone).time,
            persons: persons(arrived.persons),
          }),
        reply &&
          `${t(`events.replyLine.${reply.reply}`, { persons: persons(reply.persons) })} (${t('events.replyHow', { how: how(reply.how), date: date(reply.at) })})`,
        invited && t('events.invitedLine', { how: how(invited.by), date: date(invited.at) }),
        source === 'walk-in' && t('events.source.walk-in'),
      ].filter((line) => typeof line === 'string');
    },
  };
}
