import type { TimelineEntry } from '@shared/contract/timeline';
import type { Duty } from '@shared/contract/today';
import { describePermissions } from '@shared/domain/consent';
import { civilDateOf } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { fullName } from '@shared/domain/names';
import { netPurchases, type Sale, type SaleLine } from '@shared/domain/purchases';
import { askedStatements, type ConsentSentence, consentInWords } from '@shared/words/consent-sentences';
import type { ReadableDb } from '../../db/sql';
import { listConsentRows, permissionsOf } from '../../features/consents/consents.sql';
import { dutyOf } from '../../features/consents/pending';
import type { CustomerRow } from '../../features/customers/customers.sql';
import { findPreferences, listContacts, listDates, listLinks } from '../../features/customers/details.sql';
import { toItem } from '../../features/items/item-view';
import { listItems } from '../../features/items/items.sql';
import { listPromises } from '../../features/promises/promises.sql';
import { lineKey, mainCurrency, returnsKey } from '../../features/sales/sales.sql';
import { findMembership, listInvitations } from '../../features/vip/vip.sql';
import { personNames } from '../letterhead';
import {
  findStaffName,
  listOpenNeeds,
  listReportLines,
  listReportNotes,
  type ReportLineRow,
  type ReportNeedRow,
} from './customer-report.sql';
import { openOf, storyOf } from './story-section';

/** Something the shop said it would do, and by which day. */
export type ReportPromise =
  | { readonly kind: 'written-confirmation' | 'vip'; readonly on: string }
  | { readonly kind: 'come-back'; readonly on: string; readonly need: ReportNeedRow }
  | { readonly kind: 'given'; readonly on: string; readonly what: string };

export type ReportCopy = 'customer' | 'shop';

type ShownItem = ReturnType<typeof toItem>;

export interface ReportReceipt {
  readonly number: string;
  readonly kind: Sale['kind'];
  readonly soldOn: string;
  readonly currency: string;
  readonly totalMinor: number;
  readonly lines: readonly string[];
}

/** Everything one copy of the report may say; what its reader must not see is not in here at all. */
export interface ReportFacts {
  readonly name: string;
  readonly number: string;
  readonly since: string;
  readonly language: string;
  readonly contacts: readonly { kind: string; value: string }[];
  readonly address: string | null;
  readonly birthday: { month: number; day: number } | null;
  readonly advisor: string | null;
  readonly membership: { tier: string; cardNumber: string; since: string } | null;
  readonly preferences: ReturnType<typeof findPreferences> | null;
  readonly currency: string;
  readonly spentMinor: number;
  readonly receiptCount: number;
  readonly lastSoldOn: string | null;
  readonly wasAskedForConsent: boolean;
  readonly consent: readonly ConsentSentence[];
  readonly items: readonly ShownItem[];
  readonly years: readonly { year: number; spendMinor: number; receipts: number }[];
  readonly recent: readonly ReportReceipt[];
  readonly needs: readonly ReportNeedRow[];
  readonly promises: readonly ReportPromise[];
  /** What happened between the customer and the shop, newest first. */
  readonly story: readonly TimelineEntry[];
  readonly timeZone: string;
  /** The shop's copy alone. */
  readonly internal: InternalFacts | null;
}

export interface InternalFacts {
  /** What is due, of whatever kind. */
  readonly open: readonly Duty[];
  readonly discretion: string | null;
  readonly dates: readonly {
    kind: string;
    label: string | null;
    month: number;
    day: number;
    isDiscreet: boolean;
  }[];
  readonly links: readonly { relation: string; name: string; note: string | null; isDiscreet: boolean }[];
  readonly notes: readonly { at: number; body: string; isDiscreet: boolean; author: string | null }[];
}

const mostReceipts = 12;

/** Gathers one customer's report as of `today`, in the language of the paper. */
export function customerFacts(
  db: ReadableDb,
  customer: CustomerRow,
  options: {
    copy: ReportCopy;
    language: Language;
    now: number;
    today: string;
    timeZone: string;
    shopCurrency: string;
  },
): ReportFacts {
  const { copy, language, now, today, timeZone, shopCurrency } = options;
  const isShops = copy === 'shop';
  // A present must not be found in the lines, the sums or the list of needs either.
  const lines = listReportLines(db, customer.id).filter((line) => isShops || line.is_discreet === 0);
  const sales = salesOf(lines);
  const currency = mainCurrency(sales) ?? shopCurrency;
  const net = netPurchases(sales.filter((sale) => sale.currency === currency));
  const membership = findMembership(db, customer.id);
  const consents = listConsentRows(db, customer.id);
  const { birth_month: month, birth_day: day } = customer;
  const needs = listOpenNeeds(db, customer.id)
    .filter((need) => isShops || need.is_discreet === 0)
    .map((need) => (isShops ? need : { ...need, seen: null, asked: null, answered: null }));
  return {
    name: fullName(personNames(customer), language),
    number: customer.number,
    since: civilDateOf(customer.created_at, timeZone),
    language: customer.language,
    contacts: listContacts(db, customer.id).map(({ kind, value }) => ({ kind, value })),
    address: [customer.address, customer.district].filter(Boolean).join(', ') || null,
    birthday: month !== null && day !== null ? { month, day } : null,
    advisor: customer.primary_advisor_id && findStaffName(db, customer.primary_advisor_id, language),
    membership: membership
      ? { tier: membership.tier, cardNumber: membership.card_number, since: membership.since }
      : null,
    preferences: findPreferences(db, customer.id) ?? null,
    currency,
    spentMinor: net.spendMinor,
    receiptCount: net.receipts,
    lastSoldOn: net.lastPurchaseAt === null ? null : civilDateOf(net.lastPurchaseAt, timeZone),
    wasAskedForConsent: consents.length > 0,
    consent: consentInWords(
      askedStatements(describePermissions(permissionsOf(db, customer.id, now)), consents),
      language,
    ),
    items: listItems(db, customer.id)
      .filter((item) => item.status === 'owned' && (isShops || item.is_discreet === 0))
      .map((item) => toItem(item, today)),
    years: net.byYear,
    recent: receiptsOf(lines, language).slice(0, mostReceipts),
    needs,
    promises: promisesTo(db, customer.id, {
      needs,
      now,
      today,
      timeZone,
      isMember: membership !== undefined,
      isShops,
    }),
    story: storyOf(db, customer.id, isShops),
    timeZone,
    internal: isShops
      ? { open: openOf(db, customer.id, { now, today, timeZone }), ...internalFacts(db, customer, language) }
      : null,
  };
}

/** A page holds no more. */
const mostPromises = 40;

/** What the ledger and the records promise by a day, the nearest first: a letter that is due, a talk that was put off, a question. */
function promisesTo(
  db: ReadableDb,
  customerId: string,
  known: {
    needs: readonly ReportNeedRow[];
    now: number;
    today: string;
    timeZone: string;
    isMember: boolean;
    isShops: boolean;
  },
): ReportPromise[] {
  const promises: ReportPromise[] = [];
  const open = listPromises(db, {
    ownerId: null,
    customerId,
    show: 'open',
    today: known.today,
    limit: mostPromises,
  });
  for (const { due_on, what, is_discreet } of open)
    if (known.isShops || is_discreet === 0) promises.push({ kind: 'given', on: due_on, what });
  const duty = dutyOf(db, customerId, known.now);
  if (duty && !duty.isOverdue)
    promises.push({ kind: 'written-confirmation', on: civilDateOf(duty.dueAt, known.timeZone) });
  for (const need of known.needs)
    if (need.postponed_until) promises.push({ kind: 'come-back', on: need.postponed_until, need });
  const [last] = listInvitations(db, customerId);
  if (last?.outcome === 'thinking' && last.ask_again_on && !known.isMember)
    promises.push({ kind: 'vip', on: last.ask_again_on });
  return promises.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function internalFacts(
  db: ReadableDb,
  customer: CustomerRow,
  language: Language,
): Omit<InternalFacts, 'open'> {
  return {
    discretion: customer.discretion,
    dates: listDates(db, customer.id).map(({ kind, label, month, day, is_discreet }) => ({
      kind,
      label,
      month,
      day,
      isDiscreet: is_discreet === 1,
    })),
    links: listLinks(db, customer.id).map((link) => ({
      relation: link.relation,
      name: fullName(personNames(link), language),
      note: link.note,
      isDiscreet: link.is_discreet === 1,
    })),
    notes: listReportNotes(db, customer.id).map(({ at, body, is_discreet, author }) => ({
      at,
      body,
      isDiscreet: is_discreet === 1,
      author,
    })),
  };
}

function salesOf(rows: readonly ReportLineRow[]): (Sale & { currency: string })[] {
  const sales = new Map<string, Sale & { currency: string; lines: SaleLine[] }>();
  for (const row of rows) {
    const sale = sales.get(row.sale_id) ?? {
      id: row.sale_id,
      kind: row.kind,
      soldAt: row.sold_at,
      soldOn: row.sold_on,
      returnsSaleId: row.returns_sale_id,
      currency: row.currency,
      lines: [],
    };
    sale.lines.push({
      id: lineKey(row),
      productId: row.product_id,
      quantity: row.quantity,
      totalMinor: row.total_minor,
      returnsLineId: returnsKey(row),
    });
    sales.set(row.sale_id, sale);
  }
  return [...sales.values()];
}

function receiptsOf(rows: readonly ReportLineRow[], language: Language): ReportReceipt[] {
  const receipts = new Map<string, ReportReceipt & { totalMinor: number; lines: string[] }>();
  for (const row of rows) {
    const receipt = receipts.get(row.sale_id) ?? {
      number: row.receipt_number,
      kind: row.kind,
      soldOn: row.sold_on,
      currency: row.currency,
      totalMinor: 0,
      lines: [],
    };
    receipt.totalMinor += row.total_minor;
    const count = Math.abs(row.quantity);
    const name = (language !== 'en' && row.chinese_name) || row.description;
    receipt.lines.push(count > 1 ? `${name} × ${count}` : name);
    receipts.set(row.sale_id, receipt);
  }
  return [...receipts.values()].reverse();
}
