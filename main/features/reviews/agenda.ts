import {
  addDays,
  type CivilDate,
  civilDateOf,
  formatDate,
  formatYearlyDate,
  nextOccurrence,
} from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import type { ReviewSource } from '@shared/domain/reviews';
import type { ReadableDb } from '../../db/sql';
import { wordsFor } from '../../reports/words';
import { listComplaints } from '../complaints/complaints.sql';
import { listConsentEvents, mayBeToldOf } from '../consents/consents.sql';
import { findCustomer, findTotals } from '../customers/customers.sql';
import { listDates } from '../customers/details.sql';
import { listFeedback } from '../feedback/feedback.sql';
import { listItems } from '../items/items.sql';
import { listJobsOf } from '../jobs/service-jobs.sql';
import { listNeeds } from '../needs/needs.sql';
import { listPromises } from '../promises/promises.sql';
import { lineKey, listLines, listSales } from '../sales/sales.sql';
import { findLastHeld, listReviewPoints } from './reviews.sql';

/** A point that the record has for the agenda. */
export interface AgendaPoint {
  readonly source: ReviewSource;
  readonly sourceId: string | null;
  readonly words: string;
  readonly isInternal: boolean;
  readonly isDiscreet: boolean;
}

/** Where the agenda is made: for whom, when, and in which language. */
export interface AgendaOf {
  readonly customerId: string;
  readonly now: number;
  readonly today: CivilDate;
  readonly timeZone: string;
  readonly currency: string;
  readonly language: Language;
}

const most = { sales: 5, each: 8 } as const;
const coming = { care: 180, dates: 90 } as const;
/** A consent older than this is asked for anew. */
const consentAgeMs = 2 * 365 * 86_400_000;

interface Sources extends AgendaOf {
  readonly db: ReadableDb;
  readonly t: ReturnType<typeof wordsFor>;
  readonly day: (date: CivilDate) => string;
  readonly lastHeldOn: CivilDate | null;
  readonly lastId: string | null;
}

/** What there is to talk about, from the record: what the last meeting left first, then what is open, then what comes. */
export function agendaFromRecord(db: ReadableDb, about: AgendaOf): AgendaPoint[] {
  const last = findLastHeld(db, about.customerId);
  const from: Sources = {
    ...about,
    db,
    t: wordsFor(about.language),
    day: (date) => formatDate(date, about.language),
    lastHeldOn: last?.held_on ?? null,
    lastId: last?.id ?? null,
  };
  return [lastActions, purchases, promises, complaints, jobs, needs, feedback, care, dates, consent].flatMap(
    (source) => source(from),
  );
}

const point = (
  source: ReviewSource,
  sourceId: string | null,
  words: string,
  more: { isInternal?: boolean; isDiscreet?: boolean } = {},
): AgendaPoint => ({
  source,
  sourceId,
  words,
  // Nothing discreet is on the customer's copy: whoever comes along reads it, too.
  isInternal: more.isInternal === true || more.isDiscreet === true,
  isDiscreet: more.isDiscreet === true,
});

function lastActions({ db, lastId, t, day }: Sources): AgendaPoint[] {
  if (lastId === null) return [];
  return listReviewPoints(db, lastId).flatMap((row) =>
    row.promise_id === null
      ? []
      : [
          point(
            'action',
            row.promise_id,
            t('reviews.points.action', {
              what: row.promise_what ?? '',
              date: day(row.promise_due_on ?? ''),
              status: t(`reviews.promiseStatus.${(row.promise_status ?? 'open') as 'open'}`),
            }),
            { isDiscreet: row.promise_is_discreet === 1 },
          ),
        ],
  );
}

function purchases({
  db,
  customerId,
  lastHeldOn,
  currency,
  language,
  t,
  day,
  today,
}: Sources): AgendaPoint[] {
  const since = lastHeldOn ?? addDays(today, -365);
  const secret = new Set(
    listItems(db, customerId)
      .filter(({ is_discreet }) => is_discreet === 1)
      .map(({ sale_no, sale_position }) => `${sale_no}.${sale_position}`),
  );
  const bought = listSales(db, { customerId, kind: 'sale' }, null, most.sales).filter(
    ({ sold_on }) => sold_on >= since,
  );
  const points = bought.flatMap((sale) => {
    const names = listLines(db, sale.id)
      .filter((line) => !secret.has(lineKey(line)))
      .map(({ description }) => description);
    return names.length === 0
      ? []
      : [
          point(
            'purchases',
            sale.id,
            t('reviews.points.purchases', { date: day(sale.sold_on), what: names.slice(0, 3).join(', ') }),
          ),
        ];
  });
  const totals = findTotals(db, customerId);
  if (!totals) return points;
  const spent = bought.reduce((sum, sale) => sum + (sale.currency === currency ? sale.total_minor : 0), 0);
  const amount = (minor: number) => formatMoney(money(minor, currency), language);
  const spend = t('reviews.points.spend', {
    date: day(since),
    spent: amount(spent),
    lifetime: amount(totals.lifetime_minor),
  });
  return [...points, point('spend', null, spend, { isInternal: true })];
}

function promises({ db, customerId, today, lastId, t, day }: Sources): AgendaPoint[] {
  const known = new Set(lastId === null ? [] : listReviewPoints(db, lastId).map((row) => row.promise_id));
  return listPromises(db, { ownerId: null, customerId, show: 'open', today, limit: most.each })
    .filter(({ id }) => !known.has(id))
    .map((row) =>
      point('promise', row.id, t('reviews.points.promise', { what: row.what, date: day(row.due_on) }), {
        isDiscreet: row.is_discreet === 1,
      }),
    );
}

function complaints({ db, customerId, now, t }: Sources): AgendaPoint[] {
  return listComplaints(db, { ownerId: null, customerId, show: 'open', now, limit: most.each }).map((row) =>
    point('complaint', row.id, t('reviews.points.complaint', { number: row.number, what: row.what }), {
      isDiscreet: row.is_discreet === 1,
    }),
  );
}

function jobs({ db, customerId, t, day }: Sources): AgendaPoint[] {
  return listJobsOf(db, customerId)
    .filter(({ ended_at }) => ended_at === null)
    .slice(0, most.each)
    .map((row) =>
      point(
        'job',
        row.id,
        t('reviews.points.job', { number: row.number, item: row.item_name, date: day(row.due_on) }),
        { isDiscreet: row.is_discreet === 1 },
      ),
    );
}

function needs({ db, customerId, t }: Sources): AgendaPoint[] {
  return listNeeds(db, customerId)
    .filter(({ status }) => status === 'open' || status === 'postponed')
    .slice(0, most.each)
    .map((row) => {
      const category = row.category ? t(`needs.categories.${row.category as 'watch'}`, row.category) : '';
      const what = [row.brand, row.reference, category].filter(Boolean).join(' ');
      return point('need', row.id, t('reviews.points.need', { what: what || t('today.something') }), {
        isDiscreet: row.is_discreet === 1,
      });
    });
}

function feedback({ db, customerId, timeZone, t, day }: Sources): AgendaPoint[] {
  return listFeedback(db, { customerId, isLow: false, limit: 3 })
    .filter(({ nps, csat }) => nps !== null || csat !== null)
    .map((row) => {
      const scores = [
        row.nps === null ? '' : t('reviews.points.nps', { score: row.nps }),
        row.csat === null ? '' : t('reviews.points.csat', { score: row.csat }),
      ];
      const words = t('reviews.points.feedback', {
        date: day(civilDateOf(row.at, timeZone)),
        scores: scores.filter(Boolean).join(', '),
      });
      return point('feedback', row.id, words, { isInternal: true });
    });
}

function care({ db, customerId, today, t, day }: Sources): AgendaPoint[] {
  const to = addDays(today, coming.care);
  const isComing = (date: string | null): date is string => date !== null && date <= to;
  return listItems(db, customerId)
    .filter(({ status }) => status === 'owned')
    .flatMap((item) => {
      const name =
        item.brand && !item.description.startsWith(item.brand)
          ? `${item.brand} ${item.description}`
          : item.description;
      const more = { isDiscreet: item.is_discreet === 1 };
      const warranty =
        isComing(item.warranty_end) && item.warranty_end >= today
          ? [
              point(
                'care',
                `${item.id} warranty`,
                t('reviews.points.warranty', { item: name, date: day(item.warranty_end) }),
                more,
              ),
            ]
          : [];
      const service = isComing(item.service_due)
        ? [
            point(
              'care',
              `${item.id} service`,
              t('reviews.points.service', { item: name, date: day(item.service_due) }),
              more,
            ),
          ]
        : [];
      return [...warranty, ...service];
    })
    .slice(0, most.each);
}

function dates({ db, customerId, today, language, t }: Sources): AgendaPoint[] {
  const to = addDays(today, coming.dates);
  const customer = findCustomer(db, customerId);
  const birthday =
    customer?.birth_month && customer.birth_day
      ? [
          {
            id: 'birthday',
            month: customer.birth_month,
            day: customer.birth_day,
            label: t('duties.birthday.what'),
            isDiscreet: false,
          },
        ]
      : [];
  const others = listDates(db, customerId).map((row) => ({
    id: row.id,
    month: row.month,
    day: row.day,
    label: row.label || t(`today.dateKind.${row.kind as 'other'}`, t('today.dateKind.other')),
    isDiscreet: row.is_discreet === 1,
  }));
  return [...birthday, ...others]
    .filter(({ month, day }) => nextOccurrence(month, day, today) <= to)
    .slice(0, most.each)
    .map(({ id, month, day, label, isDiscreet }) =>
      point('date', id, t('reviews.points.date', { label, date: formatYearlyDate(month, day, language) }), {
        isInternal: true,
        isDiscreet,
      }),
    );
}

function consent({ db, customerId, now, timeZone, t, day }: Sources): AgendaPoint[] {
  if (!mayBeToldOf(db, customerId, now, ['direct-marketing']))
    return [point('consent', 'none', t('reviews.points.consentNone'), { isInternal: true })];
  const given = listConsentEvents(db, customerId)
    .filter(({ kind }) => kind === 'given')
    .map(({ at }) => at);
  const last = Math.max(...given);
  if (given.length === 0 || now - last < consentAgeMs) return [];
  const words = t('reviews.points.consentOld', { date: day(civilDateOf(last, timeZone)) });
  return [point('consent', 'old', words)];
}
