import type { Duty } from '@shared/contract/today';
import { addDays, formatDate, formatNearDate } from '@shared/domain/dates';
import { dutyInWords, dutyLabel, dutyParams, dutyProduct } from '@shared/words/duty-sentences';
import type { Translate } from '@shared/words/story-sentences';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';

/** Duties in the language on the screen. */
export function useDutyWords(today: string) {
  const { t, language } = useWords();
  const translate = t as unknown as Translate;
  const near = (date: string) => formatNearDate(date, today, language);
  return {
    day: (date: string) => formatDate(date, language),
    label: (duty: Duty) => dutyLabel(duty, translate),
    product: (duty: Duty) => dutyProduct(duty, language),
    /** The figures of a duty for the words of the next best thing. */
    facts: (duty: Duty) => dutyParams(duty, translate, language),
    /** Whom it concerns; somebody who is not on record by the name they gave. */
    name: ({ customer, name }: Duty): string =>
      customer ? customerName(customer, language) : `${name ?? ''} (${t('today.notOnRecord')})`,
    /** What is due, as one line; a discreet one says only that there is something. */
    reason: (duty: Duty): string => dutyInWords(duty, translate, language),
    /** When, as people say it. */
    when({ dueOn, isOverdue }: Duty): string {
      if (dueOn === null) return '';
      if (isOverdue) return t('today.due.overdue', { date: near(dueOn) });
      if (dueOn === today) return t('today.due.today');
      if (dueOn === addDays(today, 1)) return t('today.due.tomorrow');
      return t('today.due.on', { date: near(dueOn) });
    },
  };
}
