import type { Duty } from '../contract/today';
import { formatDate, isCivilDate } from '../domain/dates';
import type { Language } from '../domain/languages';
import { fullProductName } from '../domain/product-names';
import type { Translate } from './story-sentences';

/** What is due as one line, for the screen and on paper alike; a discreet one says only that there is something. */
export function dutyInWords(duty: Duty, t: Translate, language: Language): string {
  if (duty.isDiscreet) return t('today.covered');
  const { kind, params } = duty;
  const more = Number(params.more ?? 0);
  switch (kind) {
    case 'oral-consent':
      return t(duty.isOverdue ? 'duties.oral-consent.late' : 'duties.oral-consent.what');
    case 'need':
      return t('duties.need.what', { what: wantedInWords(duty, t) });
    case 'arrival':
      return more > 0
        ? t('duties.arrival.more', { product: dutyProduct(duty, language), count: more })
        : t('duties.arrival.what', { product: dutyProduct(duty, language) });
    case 'postponed': {
      const reason = String(params.reason ?? '');
      return t('duties.postponed.what', {
        reason: t(`needs.reasons.${reason}`, { defaultValue: reason }),
      });
    }
    case 'date':
      return dutyLabel(duty, t);
    case 'conversation-outcome':
      return t('duties.conversation-outcome.what', {
        channel: t(`conversations.channel.${params.channel}`),
        subject: params.subject,
      });
    case 'job-uncollected':
      return t(`duties.job-uncollected.${params.case}`, dutyParams(duty, t, language));
    case 'survey':
      return t(`duties.survey.${params.after}`, dutyParams(duty, t, language));
    case 'review':
      // Where no time was settled, none is said.
      return t(`duties.review.${params.case}`, dutyParams(duty, t, language)).replace(/ +([,，])/, '$1');
    case 'care':
      return t(`duties.care.${params.care}`, { item: params.item });
    default:
      return t(`duties.${kind}.what`, dutyParams(duty, t, language));
  }
}

/** The figures of a duty for its words: days as people say them, the kind of a follow-up and a cadence in words. */
export function dutyParams({ kind, params }: Duty, t: Translate, language: Language): Duty['params'] {
  const said = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isCivilDate(value) ? formatDate(value, language) : value,
    ]),
  );
  if (kind === 'follow-up') return { ...said, rule: ruleInWords(params, t) };
  if (kind === 'contact-due')
    return { ...said, count: Number(params.days ?? 0), cadence: cadenceInWords(params, t) };
  if (kind === 'gift') return { ...said, occasion: t(`gifts.occasions.${params.occasion}`) };
  return said;
}

/** A rule by the manager's name for it, or the word of its kind. */
export function ruleInWords(
  { name, kind }: { readonly name?: string | number | null; readonly kind?: string | number },
  t: Translate,
): string {
  return String(name || t(`plans.kinds.${kind}`));
}

/** "Every 6 weeks". */
export function cadenceInWords(
  { every, unit }: { readonly every?: string | number; readonly unit?: string | number },
  t: Translate,
): string {
  return t(`plans.every.${unit}`, { count: Number(every) });
}

function wantedInWords({ params }: Duty, t: Translate): string {
  const category = String(params.category ?? '');
  const said = [
    category && t(`needs.categories.${category}`, { defaultValue: category }),
    params.brand,
    params.reference,
  ];
  return said.filter(Boolean).join(' ') || t('today.something');
}

/** What arrived, by brand and name; nothing for a duty that is about no product. */
export function dutyProduct({ params }: Duty, language: Language): string {
  if (params.name === undefined || params.brand === undefined) return '';
  return fullProductName(
    {
      brand: String(params.brand) || null,
      name: String(params.name),
      chineseName: String(params.chineseName ?? '') || null,
    },
    language,
  );
}

/** What a date is called. */
export function dutyLabel({ params }: Duty, t: Translate): string {
  return String(
    params.label || t(`today.dateKind.${params.kind}`, { defaultValue: t('today.dateKind.other') }),
  );
}
