import {
  addDays,
  addMonths,
  type CivilDate,
  datePartsOf,
  isLeapYear,
  startOfDay,
} from '@shared/domain/dates';
import type { Condition, ConditionKind, ConditionOf } from '@shared/domain/segments';
import { interestState } from '../interests/interests.sql';

/** The shop's clock and currency, by which a condition is read. */
export interface ConditionMoment {
  readonly now: number;
  readonly today: CivilDate;
  readonly timeZone: string;
  readonly currency: string;
}

/** One condition about customer `c` as SQL, with its values in the order of its question marks. */
export interface ConditionSql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

type Compile<K extends ConditionKind> = (condition: ConditionOf<K>, moment: ConditionMoment) => ConditionSql;

/** A part of a WHERE, left out where nothing was asked. */
type Part = readonly [sql: string, ...values: (string | number)[]] | null;

function allOf(before: string, parts: readonly Part[], after = ''): ConditionSql {
  const asked = parts.filter((part) => part !== null);
  return {
    sql: [before, ...asked.map(([sql]) => sql)].join(' AND ') + after,
    values: asked.flatMap(([, ...values]) => values),
  };
}

const since = (months: number | null, { today }: ConditionMoment): Part =>
  months === null ? null : ['s.sold_on > ?', addMonths(today, -months)];

/** A line that was neither given back nor cancelled. */
const standsLine = `l.quantity > 0
  AND l.quantity + coalesce((SELECT sum(r.quantity) FROM sale_lines r
    WHERE r.returns_sale_no = l.sale_no AND r.returns_position = l.position), 0) > 0`;

const between = (expression: string, atLeast: number | null, atMost: number | null): ConditionSql => ({
  sql: `coalesce(${expression} BETWEEN ? AND ?, 0)`,
  values: [atLeast ?? Number.MIN_SAFE_INTEGER, atMost ?? Number.MAX_SAFE_INTEGER],
});

/** Puts a condition about a sum or a count around its SELECT. */
const within = (inner: ConditionSql, atLeast: number | null, atMost: number | null): ConditionSql => {
  const { sql, values } = between(`(${inner.sql})`, atLeast, atMost);
  return { sql, values: [...inner.values, ...values] };
};

/** Days of the year as month × 100 + day, from today on; 29 February is kept on the 28th of a common year. */
function yearlyWithin(column: string, today: CivilDate, days: number): ConditionSql {
  const from = datePartsOf(today);
  const to = datePartsOf(addDays(today, days));
  const first = from.month * 100 + from.day;
  const last = to.month * 100 + to.day;
  const end = last === 228 && !isLeapYear(to.year) ? 229 : last;
  return {
    sql: first <= end ? `${column} BETWEEN ? AND ?` : `(${column} >= ? OR ${column} <= ?)`,
    values: [first, end],
  };
}

const birthday = (today: CivilDate, days: number) =>
  yearlyWithin('(c.birth_month * 100 + c.birth_day)', today, days);

function datesWithin({ dateKind, days }: ConditionOf<'date'>, { today }: ConditionMoment): ConditionSql {
  const own = birthday(today, days);
  const noted = yearlyWithin('(d.month * 100 + d.day)', today, days);
  const kind =
    dateKind === 'anniversary'
      ? `AND d.kind = 'anniversary'`
      : dateKind === 'other'
        ? `AND d.kind <> 'anniversary'`
        : '';
  // A date that is kept discreet must not be hinted at by a letter.
  const date = `EXISTS (SELECT 1 FROM customer_dates d WHERE d.customer_id = c.id AND d.is_discreet = 0 ${kind} AND ${noted.sql})`;
  if (dateKind === 'birthday') return { sql: `coalesce(${own.sql}, 0)`, values: own.values };
  if (dateKind !== 'any') return { sql: date, values: noted.values };
  return { sql: `(coalesce(${own.sql}, 0) OR ${date})`, values: [...own.values, ...noted.values] };
}

/** Bound of a civil date in instants: the first of that day. */
const atDay = (date: CivilDate, { timeZone }: ConditionMoment) => startOfDay(date, timeZone);

/** An instant within the last so many months. */
const afterMonths = (column: string, months: number | null, moment: ConditionMoment): Part =>
  months === null ? null : [`${column} >= ?`, atDay(addDays(addMonths(moment.today, -months), 1), moment)];

/** Every kind of condition as SQL about customer `c`; consent is what could be permitted, the rules decide afterwards. */
const compilers: { readonly [K in ConditionKind]: Compile<K> } = {
  spend: ({ atLeastMinor, atMostMinor, months, brand, category }, moment) =>
    within(
      allOf(
        `SELECT coalesce(sum(l.total_minor), 0) FROM sales s JOIN sale_lines l ON l.sale_no = s.no
           ${brand || category ? 'JOIN products p ON p.no = l.product_no' : ''}
           WHERE s.customer_id = c.id AND s.deleted_at IS NULL`,
        [
          ['s.currency = ?', moment.currency],
          since(months, moment),
          brand ? ['p.brand = ?', brand] : null,
          category ? ['p.category = ?', category] : null,
        ],
      ),
      atLeastMinor,
      atMostMinor,
    ),
  purchases: ({ atLeast, atMost, months }, moment) =>
    within(
      allOf(
        `SELECT count(*) FROM sales s WHERE s.customer_id = c.id AND s.kind = 'sale' AND s.deleted_at IS NULL`,
        [
          since(months, moment),
          [`EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_no = s.no AND ${standsLine})`],
        ],
      ),
      atLeast,
      atMost,
    ),
  'last-purchase': ({ side, date }, moment) => ({
    sql: `EXISTS (SELECT 1 FROM customer_totals t WHERE t.customer_id = c.id AND t.last_sale_at ${side === 'before' ? '<' : '>='} ?)`,
    values: [atDay(date, moment)],
  }),
  quiet: ({ days }, moment) => {
    const from = atDay(addDays(moment.today, 1 - days), moment);
    return {
      sql: `NOT EXISTS (SELECT 1 FROM conversations k WHERE k.customer_id = c.id AND k.at >= ?
          AND (k.outcome IS NULL OR k.outcome NOT IN ('not-sent', 'not-delivered')))
        AND NOT EXISTS (SELECT 1 FROM customer_totals t WHERE t.customer_id = c.id AND t.last_sale_at >= ?)`,
      values: [from, from],
    };
  },
  bought: ({ brand, category, product, months }, moment) =>
    allOf(
      `EXISTS (SELECT 1 FROM sales s JOIN sale_lines l ON l.sale_no = s.no
         ${brand || category ? 'JOIN products p ON p.no = l.product_no' : ''}
         WHERE s.customer_id = c.id AND s.kind = 'sale' AND s.deleted_at IS NULL AND ${standsLine}`,
      [
        since(months, moment),
        brand ? ['p.brand = ?', brand] : null,
        category ? ['p.category = ?', category] : null,
        product ? ['l.product_no = (SELECT no FROM products WHERE id = ?)', product.id] : null,
      ],
      ')',
    ),
  owns: ({ brand, warrantyDays, serviceDays }, { today }) =>
    allOf(
      // A present for somebody is left out: a letter about it would give it away.
      `EXISTS (SELECT 1 FROM items i WHERE i.customer_id = c.id AND i.status = 'owned' AND i.is_discreet = 0
         AND i.deleted_at IS NULL`,
      [
        brand ? ['i.brand = ?', brand] : null,
        warrantyDays === null
          ? null
          : ['+i.warranty_end BETWEEN ? AND ?', today, addDays(today, warrantyDays)],
        serviceDays === null ? null : ['+i.service_due <= ?', addDays(today, serviceDays)],
      ],
      ')',
    ),
  vip: ({ tier }) =>
    allOf(
      'EXISTS (SELECT 1 FROM vip_memberships m WHERE m.customer_id = c.id AND m.ended_on IS NULL',
      [tier ? ['m.tier = ?', tier] : null],
      ')',
    ),
  consent: ({ channel, goodsClass }) => ({
    sql: `EXISTS (SELECT 1 FROM consent_events e WHERE e.customer_id = c.id AND e.kind = 'given'
        AND e.purpose = 'direct-marketing' AND instr(e.channels, ?) > 0 AND instr(e.goods_classes, ?) > 0)`,
    values: [JSON.stringify(channel), JSON.stringify(goodsClass)],
  }),
  language: ({ language }) => ({ sql: 'c.language = ?', values: [language] }),
  advisor: ({ staffId }) => ({
    // A unary plus, for the whole shop is walked in its own order, a piece at a time.
    sql: '(+c.primary_advisor_id IS ? OR +c.secondary_advisor_id IS ?)',
    values: [staffId, staffId],
  }),
  place: ({ text }) => ({
    sql: `instr(lower(coalesce(c.address, '') || char(10) || coalesce(c.district, '') || char(10)
      || coalesce(c.country, '')), lower(?)) > 0`,
    values: [text],
  }),
  date: datesWithin,
  age: ({ atLeast, atMost }, { today }) => {
    const { year, month, day } = datePartsOf(today);
    // Numbers are bound as reals, and whole years are wanted.
    const born = '(c.birth_year * 10000 + coalesce(c.birth_month, 12) * 100 + coalesce(c.birth_day, 31))';
    const { sql, values } = between(`((CAST(? AS INTEGER) - ${born}) / 10000)`, atLeast, atMost);
    return {
      sql: `(c.birth_year IS NOT NULL AND ${sql})`,
      values: [year * 10_000 + month * 100 + day, ...values],
    };
  },
  need: ({ brand, category, atLeastMinor }, { currency }) =>
    allOf(
      // Discreet needs are left out, as presents are.
      `EXISTS (SELECT 1 FROM needs n WHERE n.customer_id = c.id AND +n.status = 'open' AND n.is_discreet = 0
         AND n.deleted_at IS NULL`,
      [
        brand ? ['n.brand = ?', brand] : null,
        category ? ['n.category = ?', category] : null,
        atLeastMinor === null
          ? null
          : [
              'n.currency = ? AND coalesce(n.budget_max_minor, n.budget_min_minor) >= ?',
              currency,
              atLeastMinor,
            ],
      ],
      ')',
    ),
  prospect: () => ({
    sql: `NOT EXISTS (SELECT 1 FROM sales s WHERE s.customer_id = c.id AND s.kind = 'sale' AND s.deleted_at IS NULL)`,
    values: [],
  }),
  complaint: () => ({
    sql: `EXISTS (SELECT 1 FROM complaints k WHERE k.customer_id = c.id AND +k.status = 'open')`,
    values: [],
  }),
  score: ({ measure, atLeast, atMost }) =>
    between(
      `(SELECT f.${measure === 'nps' ? 'nps' : 'csat'} FROM feedback f WHERE f.customer_id = c.id
        AND f.${measure === 'nps' ? 'nps' : 'csat'} IS NOT NULL ORDER BY f.at DESC, f.id DESC LIMIT 1)`,
      atLeast,
      atMost,
    ),
  created: ({ side, date }, moment) => ({
    sql: `c.created_at ${side === 'before' ? '<' : '>='} ?`,
    values: [atDay(date, moment)],
  }),
  prefers: ({ what, value }) => ({
    sql: `EXISTS (SELECT 1 FROM customer_preferences f, json_each(f.${{ brand: 'brands', metal: 'metals', colour: 'colours' }[what]}) j
      WHERE f.customer_id = c.id AND lower(j.value) = lower(?))`,
    values: [value],
  }),
  event: ({ months }, moment) =>
    allOf(
      'EXISTS (SELECT 1 FROM event_guests g WHERE g.customer_id = c.id AND g.arrived_at IS NOT NULL',
      [afterMonths('g.arrived_at', months, moment)],
      ')',
    ),
  gift: ({ months }, { today }) =>
    allOf(
      // What was given discreetly is not to be written about, as what was repaired or wished for so.
      `EXISTS (SELECT 1 FROM gifts g WHERE g.customer_id = c.id AND g.taken_back_at IS NULL AND g.is_discreet = 0`,
      [months === null ? null : ['g.given_on > ?', addMonths(today, -months)]],
      ')',
    ),
  'in-repair': () => ({
    sql: `EXISTS (SELECT 1 FROM service_jobs w WHERE w.customer_id = c.id AND +w.ended_at IS NULL AND w.is_discreet = 0)`,
    values: [],
  }),
  repaired: ({ months }, moment) =>
    allOf(
      `EXISTS (SELECT 1 FROM service_jobs w WHERE w.customer_id = c.id AND +w.ended_at IS NOT NULL AND w.is_repaired = 1
         AND w.is_discreet = 0`,
      [afterMonths('+w.ended_at', months, moment)],
      ')',
    ),
  interest: ({ brand }) =>
    allOf(
      `EXISTS (SELECT 1 FROM interests i JOIN products p ON p.id = i.product_id WHERE i.customer_id = c.id
         AND i.is_discreet = 0 AND ${interestState} = 'waiting'`,
      [brand ? ['p.brand = ?', brand] : null],
      ')',
    ),
  quotation: (_, { today }) => ({
    sql: `EXISTS (SELECT 1 FROM quotations q WHERE q.customer_id = c.id AND +q.status = 'sent' AND q.expires_on >= ?
      AND q.superseded_by_id IS NULL AND q.is_discreet = 0)`,
    values: [today],
  }),
  campaign: ({ months }, moment) =>
    allOf(
      'EXISTS (SELECT 1 FROM campaign_entries e WHERE e.customer_id = c.id AND e.dropped_at IS NULL',
      [afterMonths('e.at', months, moment)],
      ')',
    ),
  'campaign-answer': ({ months }, moment) =>
    allOf(
      `EXISTS (SELECT 1 FROM campaign_entries e WHERE e.customer_id = c.id AND e.dropped_at IS NULL
         AND e.response = 'answered'`,
      [afterMonths('+e.response_at', months, moment)],
      ')',
    ),
};

/** One condition as SQL about customer `c`, without its "not": 1 where it holds, 0 where it does not, never NULL. */
export function conditionSql(condition: Condition, moment: ConditionMoment): ConditionSql {
  return (compilers[condition.kind] as Compile<ConditionKind>)(condition, moment);
}
