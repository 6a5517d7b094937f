import type { Names } from '@shared/contract/customer-shapes';
import type { Duty } from '@shared/contract/today';
import { addDays, formatDate, formatNearDate, isCivilDate } from '@shared/domain/dates';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';
import { fullProductName } from '../../lib/product-name';

/** Duties in the language on the screen. */
export function useDutyWords(today: string) {
  const { t, language } = useWords();
  const day = (date: string) => formatDate(date, language);
  const near = (date: string) => formatNearDate(date, today, language);
  const known = (key: string, otherwise: string) => t(key as 'today.something', { defaultValue: otherwise });
  const what = ({ params }: Duty): string => {
    const category = String(params.category ?? '');
    const said = [
      category && known(`needs.categories.${category}`, category),
      params.brand,
      params.reference,
    ];
    return said.filter(Boolean).join(' ') || t('today.something');
  };
  const product = ({ params }: Duty): string =>
    params.name === undefined
      ? ''
      : fullProductName(
          {
            brand: String(params.brand ?? '') || null,
            name: String(params.name),
            chineseName: String(params.chineseName ?? '') || null,
          },
          language,
        );
  const label = ({ params }: Duty): string =>
    String(params.label || known(`today.dateKind.${params.kind}`, t('today.dateKind.other')));
  return {
    day,
    label,
    product,
    name: (customer: Names & { number: string }): string => customerName(customer, language),
    /** What is due, as one line; a discreet one says only that there is something. */
    reason(duty: Duty): string {
      if (duty.isDiscreet) return t('today.covered');
      const { kind, params } = duty;
      const more = Number(params.more ?? 0);
      switch (kind) {
        case 'oral-consent':
          return t(duty.isOverdue ? 'duties.oral-consent.late' : 'duties.oral-consent.what');
        case 'need':
          return t('duties.need.what', { what: what(duty) });
        case 'arrival':
          return more > 0
            ? t('duties.arrival.more', { product: product(duty), count: more })
            : t('duties.arrival.what', { product: product(duty) });
        case 'postponed': {
          const reason = String(params.reason ?? '');
          return t('duties.postponed.what', { reason: known(`needs.reasons.${reason}`, reason) });
        }
        case 'date':
          return label(duty);
        case 'conversation-outcome':
          return t('duties.conversation-outcome.what', {
            channel: t(`conversations.channel.${params.channel as 'email'}`),
            subject: params.subject,
          });
        case 'survey':
          return t(`duties.survey.${params.after as 'purchase'}`, withDays(params, day));
        case 'care':
          return t(`duties.care.${params.care as 'service'}`, { item: params.item });
        default:
          return t(`duties.${kind}.what`, withDays(params, day));
      }
    },
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

/** Civil dates among the figures, as people say them. */
function withDays(params: Duty['params'], day: (date: string) => string): Duty['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isCivilDate(value) ? day(value) : value,
    ]),
  );
}
