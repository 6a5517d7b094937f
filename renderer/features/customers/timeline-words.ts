import type { TimelineEntry } from '@shared/contract/timeline';
import { benefitName } from '@shared/domain/benefits';
import type { Channel } from '@shared/domain/consent-events';
import { formatDate, isCivilDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import { channelsInWords } from '@shared/words/consent-sentences';
import i18next from 'i18next';
import { useWords } from '../../lib/i18n';

const translate = (key: string, params: object = {}) =>
  (i18next.t as unknown as (key: string, params: object) => string)(key, params);

/** How an entry is said: its key and its codes are data, words and figures are put in here. */
export function useTimelineWords() {
  const { t, language } = useWords();
  const comma = language === 'en' ? ', ' : '、';
  /** "Watch, Omega Seamaster"; a category that the shop named itself stands as it is. */
  const about = ({ category, brand, reference }: TimelineEntry['params']) => {
    const kind = category && translate(`needs.categories.${category}`, { defaultValue: category });
    const named = [brand, reference].filter(Boolean).join(' ');
    return [kind, named].filter(Boolean).join(comma) || t('needs.anything');
  };
  const benefit = (params: TimelineEntry['params']) =>
    benefitName(
      {
        en: String(params.en ?? ''),
        'zh-Hant': String(params['zh-Hant'] ?? ''),
        'zh-Hans': String(params['zh-Hans'] ?? ''),
      },
      language,
    );
  const fields = (names: string) =>
    names
      .split(' ')
      .map((field) => t(`customers.field.${field as 'district'}`))
      .join(comma);
  return {
    title(entry: TimelineEntry): string {
      const { minor, currency, fields: changed, purpose } = entry.params;
      const title = translate(`story.${entry.title}`, {
        ...withDays(entry.params, language),
        ...(typeof minor === 'number' && { amount: formatMoney(money(minor, String(currency)), language) }),
        ...(typeof changed === 'string' && { fields: fields(changed) }),
        ...(entry.kind === 'need' && { about: about(entry.params) }),
        ...(entry.kind === 'benefit' && { name: benefit(entry.params) }),
      });
      return purpose ? `${title} · ${translate(`consents.purpose.${purpose}`)}` : title;
    },
    /** What else is known of it, in a few words; null where nothing is. */
    facts({ kind, params }: TimelineEntry): string | null {
      if (kind === 'need' && params.status !== 'open') return translate(`needs.status.${params.status}`);
      if (kind === 'item' && params.serial) return `${t('items.serial')} ${params.serial}`;
      if (kind === 'conversation')
        return [
          translate(`conversations.directionLine.${params.direction}`),
          params.outcome &&
            !(params.direction === 'in' && params.outcome === 'sent') &&
            translate(`conversations.outcome.${params.outcome}`),
        ]
          .filter(Boolean)
          .join(' · ');
      if (kind !== 'consent') return null;
      const channels = JSON.parse(String(params.channels)) as Channel[];
      return channels.length > 0 ? t('consents.by', { channels: channelsInWords(channels, language) }) : null;
    },
  };
}

/** Civil dates among the figures, as people say them. */
function withDays(params: TimelineEntry['params'], language: Language): TimelineEntry['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isCivilDate(value) ? formatDate(value, language) : value,
    ]),
  );
}
