import type { TimelineEntry, TimelineKind } from '@shared/contract/timeline';
import type { Duty } from '@shared/contract/today';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { storyFacts, storyTitle, type Translate } from '@shared/words/story-sentences';
import type { ReadableDb } from '../../db/sql';
import { listStaffNames } from '../../features/customers/customers.sql';
import { entryOf } from '../../features/timeline/entries';
import { listTimeline } from '../../features/timeline/timeline.sql';
import { listDuties } from '../../features/today/duties.sql';
import { html, type Markup } from '../html';
import { wordsFor } from '../words';

/**
 * What of each kind stands in the report: `whole` with its words, `title` without them (the staff's own), on both copies;
 * `shop` on the shop's copy alone; `elsewhere` what another part of the report already says.
 */
const told: Readonly<Record<TimelineKind, 'whole' | 'title' | 'shop' | 'elsewhere'>> = {
  purchase: 'elsewhere',
  note: 'elsewhere',
  need: 'elsewhere',
  recommendation: 'shop',
  promise: 'whole',
  'follow-up': 'shop',
  complaint: 'title',
  feedback: 'whole',
  conversation: 'title',
  enquiry: 'whole',
  quotation: 'whole',
  interest: 'title',
  job: 'title',
  handover: 'shop',
  gift: 'title',
  review: 'title',
  event: 'title',
  campaign: 'title',
  consent: 'title',
  vip: 'title',
  privacy: 'shop',
  item: 'elsewhere',
  benefit: 'title',
  edit: 'elsewhere',
  merge: 'elsewhere',
};

const most = { customer: 30, shop: 60 } as const;

/** What happened between the customer and the shop, newest first; the customer's copy has nothing discreet in it. */
export function storyOf(db: ReadableDb, customerId: string, isShops: boolean): TimelineEntry[] {
  const kinds = (Object.keys(told) as TimelineKind[]).filter(
    (kind) => told[kind] !== 'elsewhere' && (isShops || told[kind] !== 'shop'),
  );
  const limit = isShops ? most.shop : most.customer;
  const names = listStaffNames(db);
  // Twice as many are asked for as are shown: some may be discreet.
  return listTimeline(db, customerId, kinds, null, 2 * limit)
    .filter((row) => isShops || row.is_discreet === 0)
    .slice(0, limit)
    .map((row) => entryOf(row, names))
    .map((entry) => (isShops || told[entry.kind] === 'whole' ? entry : { ...entry, detail: null }));
}

/** What is due with the customer, of whatever kind, the most important first. */
export function openOf(
  db: ReadableDb,
  customerId: string,
  moment: { now: number; today: string; timeZone: string },
): Duty[] {
  return listDuties(db, { staffId: null, customerId }, moment).flatMap(({ duties }) => duties);
}

/** One line an entry: when, what, in whose words. */
export function storySection(
  entries: readonly TimelineEntry[],
  timeZone: string,
  language: Language,
): Markup | false {
  const t = wordsFor(language);
  const translate = t as unknown as Translate;
  return (
    entries.length > 0 &&
    html`<h2>${t('reports.story')}</h2>
<table class="story">${entries.map((entry) => {
      const facts = storyFacts(entry, translate, language);
      return html`<tr><td class="when sold">${formatDate(civilDateOf(entry.at, timeZone), language)}</td>
<td>${storyTitle(entry, translate, language)}${entry.isDiscreet && html` <em>(${t('reports.discreet')})</em>`}${
        facts && html` <span class="quiet small">· ${facts}</span>`
      }${entry.detail && html`<br><span class="quiet small words">${entry.detail}</span>`}</td></tr>`;
    })}</table>`
  );
}

/** What is due, for the shop's copy: the kind and the day. */
export function openSection(duties: readonly Duty[], language: Language): Markup | false {
  const t = wordsFor(language);
  return (
    duties.length > 0 &&
    html`<h2>${t('reports.open')}</h2>
<ul class="promises">${duties.map(
      ({ kind, dueOn, isOverdue }) =>
        html`<li>${t(`duties.${kind}.group`)}${
          dueOn &&
          html` · ${isOverdue ? t('reports.overdue', { date: formatDate(dueOn, language) }) : formatDate(dueOn, language)}`
        }</li>`,
    )}</ul>`
  );
}
