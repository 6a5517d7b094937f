import type { TimelineEntry } from '../contract/timeline';
import { benefitName } from '../domain/benefits';
import type { Channel } from '../domain/consent-events';
import { formatDate, isCivilDate } from '../domain/dates';
import type { Language } from '../domain/languages';
import { formatMoney, money } from '../domain/money';
import { channelsInWords } from './consent-sentences';

/** Words by a key that is data: the window's and the paper's translators both are this. */
export type Translate = (key: string, params?: object) => string;

type Told = Pick<TimelineEntry, 'kind' | 'title' | 'params'>;

/** What happened, in one sentence: the entry's key and codes are data, words and figures are put in here. */
export function storyTitle(entry: Told, t: Translate, language: Language): string {
  const { minor, currency, fields, purpose } = entry.params;
  const title = t(`story.${entry.title}`, {
    ...withDays(entry.params, language),
    ...(typeof minor === 'number' && { amount: formatMoney(money(minor, String(currency)), language) }),
    ...(typeof fields === 'string' && { fields: fieldsInWords(fields, t, language) }),
    ...(entry.kind === 'follow-up' && {
      rule: entry.params.name || t(`plans.kinds.${entry.params.kind}`),
    }),
    ...(entry.kind === 'need' && { about: about(entry.params, t, language) }),
    ...(entry.kind === 'benefit' && { name: benefitName(namesIn(entry.params), language) }),
  });
  return purpose ? `${title} · ${t(`consents.purpose.${purpose}`)}` : title;
}

/** What else is known of it, in a few words; null where nothing is. */
export function storyFacts({ kind, params }: Told, t: Translate, language: Language): string | null {
  if (kind === 'need' && params.status !== 'open') return t(`needs.status.${params.status}`);
  if (kind === 'item' && params.serial) return `${t('items.serial')} ${params.serial}`;
  if (kind === 'conversation')
    return [
      t(`conversations.directionLine.${params.direction}`),
      // What was prepared and not noted since may not have taken place.
      params.outcome === '' && t('conversations.outcomeOpen'),
      params.outcome &&
        !(params.direction === 'in' && params.outcome === 'sent') &&
        t(`conversations.outcome.${params.outcome}`),
    ]
      .filter(Boolean)
      .join(' · ');
  if (kind !== 'consent') return null;
  const channels = JSON.parse(String(params.channels)) as Channel[];
  return channels.length > 0 ? t('consents.by', { channels: channelsInWords(channels, language) }) : null;
}

/** The names of a benefit as they stood when it was given. */
const namesIn = (params: Told['params']) => ({
  en: String(params.en ?? ''),
  'zh-Hant': String(params['zh-Hant'] ?? ''),
  'zh-Hans': String(params['zh-Hans'] ?? ''),
});

const comma = (language: Language) => (language === 'en' ? ', ' : '、');

/** "Watch, Omega Seamaster"; a category that the shop named itself stands as it is. */
function about({ category, brand, reference }: Told['params'], t: Translate, language: Language): string {
  const kind = category && t(`needs.categories.${category}`, { defaultValue: category });
  const named = [brand, reference].filter(Boolean).join(' ');
  return [kind, named].filter(Boolean).join(comma(language)) || t('needs.anything');
}

function fieldsInWords(names: string, t: Translate, language: Language): string {
  return names
    .split(' ')
    .map((field) => t(`customers.field.${field}`))
    .join(comma(language));
}

/** Civil dates among the figures, as people say them. */
function withDays(params: Told['params'], language: Language): Told['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isCivilDate(value) ? formatDate(value, language) : value,
    ]),
  );
}
