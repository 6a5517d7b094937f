import type { DaySummary, Unfinished } from '@shared/contract/day';
import { formatDate, formatInstant } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney } from '@shared/domain/money';
import { formatBytes, formatDuration, wholeHead } from '@shared/domain/sizes';
import type { PreparedDocument } from '../../kernel/devices';
import { sheet as a4Sheet, html, type Markup } from '../html';
import { type LetterShop, letterhead } from '../letterhead';
import { wordsFor } from '../words';
import { sheetCss } from './day-close-sheet-css';

/** One attempt of the evening's backup, as its row says. */
export interface SheetBackup {
  readonly label: string;
  readonly place_folder: string;
  readonly finished_at: number;
  readonly duration_ms: number;
  readonly size_bytes: number | null;
  readonly counts: string | null;
  readonly log_head: string | null;
  readonly log_count: number | null;
  readonly outcome: string;
  readonly error: string | null;
}

/** Everything the sheet says. No customer's name is on it. */
export interface DayCloseSheet {
  readonly shop: LetterShop;
  readonly timeZone: string;
  readonly language: Language;
  readonly day: string;
  readonly at: number;
  readonly closedBy: Colleague;
  readonly note: string | null;
  readonly logHead: string;
  readonly logCount: number;
  readonly summary: DaySummary;
  readonly unfinished: Unfinished;
  readonly backups: readonly SheetBackup[];
}

type Words = ReturnType<typeof wordsFor>;
type Colleague = Pick<DaySummary['staff'][number], 'name' | 'chineseName'>;

/** The day-close sheet: an A4 page for the file (two on a busy day), with the proof of each backup and the log's head in large type. */
export function dayCloseSheet(sheet: DayCloseSheet): PreparedDocument {
  const { language, day } = sheet;
  const t = wordsFor(language);
  const closedBy = nameOf(sheet.closedBy, language);
  const title = `${t('day.sheet.title')} – ${formatDate(day, language)}`;
  const body = html`
    ${letterhead(sheet.shop)}
    <div class="top">
      <h1>${t('day.sheet.title')}</h1>
      <p>${formatDate(day, language, { weekday: true })}</p>
    </div>
    <p class="quiet">${t('day.sheet.closedBy', {
      name: closedBy,
      at: formatInstant(sheet.at, language, sheet.timeZone),
    })}</p>
    <div class="columns">
      <section><h2>${t('day.happened')}</h2>${facts(happened(sheet, t))}</section>
      <section><h2>${t('day.unfinished')}</h2>${facts(leftOver(sheet, t))}</section>
    </div>
    <h2>${t('day.backup')}</h2>
    <div class="backups">${sheet.backups.map((backup) => backupBlock(sheet, backup, t))}</div>
    <div class="end">
      <h2>${t('day.sheet.log')}</h2>
      <p class="head">${wholeHead(sheet.logHead).map((line) => html`<span>${line}</span>`)}</p>
      <p class="quiet small">${t('day.sheet.logCount', { count: sheet.logCount })} ${t('day.sheet.logWhy')}</p>
      ${sheet.note && html`<h2>${t('common.note')}</h2><p>${sheet.note}</p>`}
      <div class="sign">
        <p>${t('day.sheet.signature')}</p>
        <p>${t('common.date')}</p>
      </div>
    </div>`;
  const foot = `${sheet.shop.name} · ${title} · ${closedBy}`;
  return a4Sheet({ title, css: sheetCss, language, body, foot, marginMm: { top: 15, side: 18 } });
}

type Fact = readonly [string, string];

function facts(list: readonly Fact[]): Markup {
  return html`<table class="facts"><tbody>
    ${list.map(([name, value]) => html`<tr><td>${name}</td><td class="number">${value}</td></tr>`)}
  </tbody></table>`;
}

/** What happened, each a name and a value in words. */
export function happened(
  { summary, language }: Pick<DayCloseSheet, 'summary' | 'language'>,
  t: Words,
): Fact[] {
  const { sales, lookups, needs, vip, consents } = summary;
  const number = (value: number) => value.toLocaleString('en-GB');
  return [
    [t('day.fact.receipts'), number(sales.receipts)],
    [t('day.fact.returns'), number(sales.returns + sales.cancellations)],
    ...sales.totals.map((total): Fact => [t('day.fact.total'), formatMoney(total, language)]),
    [
      t('day.fact.lookups'),
      t('day.fact.lookupsValue', { customers: lookups.customers, times: lookups.times }),
    ],
    [t('day.fact.newCustomers'), number(summary.newCustomers)],
    [t('day.fact.needs'), t('day.fact.needsValue', needs)],
    [t('day.fact.vip'), t('day.fact.vipValue', vip)],
    [t('day.fact.consents'), t('day.fact.consentsValue', consents)],
    ...summary.parts.map(
      ({ name, figures }): Fact => [t(`day.part.${name}.name`), t(`day.part.${name}.value`, figures)],
    ),
    [
      t('day.fact.staff'),
      summary.staff.map((person) => nameOf(person, language)).join(language === 'en' ? ', ' : '、') || '–',
    ],
  ];
}

const nameOf = (person: Colleague, language: Language) =>
  (language !== 'en' && person.chineseName) || person.name;

function leftOver({ unfinished }: DayCloseSheet, t: Words): Fact[] {
  const drafts = unfinished.drafts.reduce((sum, each) => sum + each.count, 0);
  return [
    [t('day.left.duties'), t('day.left.dutiesValue', unfinished.duties)],
    [t('day.left.thinking'), String(unfinished.thinking)],
    [t('day.left.lateNeeds'), String(unfinished.lateNeeds)],
    [t('day.left.latePromises'), String(unfinished.latePromises)],
    ...unfinished.due.map(({ kind, count }): Fact => [t(`duties.${kind}.group`), String(count)]),
    [t('day.left.drafts'), String(drafts)],
  ];
}

function backupBlock({ language, timeZone }: DayCloseSheet, backup: SheetBackup, t: Words): Markup {
  const isProved = backup.outcome !== 'failed';
  const counts = JSON.parse(backup.counts ?? '{}') as Record<string, number>;
  const number = (table: string) => (counts[table] ?? 0).toLocaleString('en-GB');
  return html`<div class="backup">
    <p class="place"><strong>${backup.label}</strong> <span class="quiet small">${backup.place_folder}</span></p>
    <p class="${isProved ? 'proved' : 'failed'}">${
      isProved
        ? html`✓ ${t('day.sheet.proved', {
            customers: number('customers'),
            sales: number('sales'),
            products: number('products'),
          })}`
        : html`✗ ${t('day.sheet.failed')} ${errorWords(backup.error, t)}`
    }</p>
    <p class="quiet small">${[
      formatInstant(backup.finished_at, language, timeZone),
      isProved && formatBytes(backup.size_bytes ?? 0),
      t('day.sheet.took', { time: formatDuration(backup.duration_ms, language) }),
      isProved &&
        t('day.sheet.headAt', { count: backup.log_count ?? 0, head: (backup.log_head ?? '').slice(0, 16) }),
    ]
      .filter(Boolean)
      .join(' · ')}</p>
  </div>`;
}

/** Codes are data, not literals; the words of every code are tested. */
function errorWords(code: string | null, t: Words): string {
  const translate = t as unknown as (key: string) => string;
  return translate(`errors.${code ?? 'PLACE_FAILED'}`);
}
