import type { feedbackContract } from '@shared/contract/feedback';
import { endOfDay, startOfDay } from '@shared/domain/dates';
import { csatOf, npsOf, OCCASIONS } from '@shared/domain/feedback';
import type { QueryHandlers } from '../../kernel/handlers';
import { listScored, listScoredThings, type ScoredRow, type ScoredThingRow } from './trend.sql';

type Trend = QueryHandlers<typeof feedbackContract>['feedback.trend'];
type Only = Parameters<Trend>[1]['only'];

/** How long a picture may be; what fewer answered about is beyond it. */
const longest = 15;

/** NPS and CSAT of a period, told apart by month, person, occasion and thing. */
export const trend: Trend = ({ db, shop }, { from, to, only }) => {
  const period = [startOfDay(from, shop.timeZone), endOfDay(to, shop.timeZone)] as const;
  const rows = listScored(db, ...period);
  const things = thingsByAnswer(listScoredThings(db, ...period));
  const isAsked = (row: ScoredRow) => matches(row, things.get(row.id) ?? [], only);
  const asked = rows.filter(isAsked);
  const answered = asked.filter(isAnswered);
  // The lists one chooses from stay whole, or nothing else could be chosen.
  const all = rows.filter(isAnswered);
  const withThing = (has: (thing: ScoredThingRow) => boolean) =>
    scoresOf(all.filter(({ id }) => things.get(id)?.some(has)));
  const known = [...things.values()].flat();
  const products = new Map(
    known.flatMap(
      (thing) => (thing.product_id ? [[thing.product_id, thing]] : []) as [string, ScoredThingRow][],
    ),
  );
  const people = new Map(all.map((row) => [row.served_by, row.served_name]));
  return {
    ...scoresOf(answered),
    asked: asked.length,
    declined: asked.length - answered.length,
    months: [...new Set(answered.map(({ month }) => month))]
      .sort()
      .map((month) => ({ month, ...scoresOf(answered.filter((row) => row.month === month)) })),
    people: mostAnswered(
      [...people].map(([id, name]) => ({
        id,
        name,
        ...scoresOf(all.filter((row) => row.served_by === id)),
      })),
    ),
    occasions: OCCASIONS.map((kind) => ({
      kind,
      ...scoresOf(all.filter(({ occasion }) => occasion === kind)),
    })),
    brands: mostAnswered(
      distinct(known.map(({ brand }) => brand)).map((id) => ({
        id,
        ...withThing(({ brand }) => brand === id),
      })),
    ),
    categories: mostAnswered(
      distinct(known.map(({ category }) => category)).map((id) => ({
        id,
        ...withThing(({ category }) => category === id),
      })),
    ),
    products: mostAnswered(
      [...products].map(([id, { brand, name, chinese_name }]) => ({
        id,
        brand,
        name: name ?? '',
        chineseName: chinese_name,
        ...withThing(({ product_id }) => product_id === id),
      })),
    ),
  };
};

const isAnswered = ({ status }: ScoredRow) => status === 'answered';

function matches(row: ScoredRow, things: readonly ScoredThingRow[], only: Only): boolean {
  switch (only?.by) {
    case undefined:
      return true;
    case 'person':
      return row.served_by === only.id;
    case 'occasion':
      return row.occasion === only.id;
    case 'brand':
      return things.some(({ brand }) => brand === only.id);
    case 'category':
      return things.some(({ category }) => category === only.id);
    case 'product':
      return things.some(({ product_id }) => product_id === only.id);
  }
}

function thingsByAnswer(rows: readonly ScoredThingRow[]): Map<string, ScoredThingRow[]> {
  const things = new Map<string, ScoredThingRow[]>();
  for (const row of rows) {
    const known = things.get(row.id);
    if (known) known.push(row);
    else things.set(row.id, [row]);
  }
  return things;
}

function scoresOf(rows: readonly ScoredRow[]) {
  return {
    nps: npsOf(rows.flatMap(({ nps }) => nps ?? [])),
    csat: csatOf(rows.flatMap(({ csat }) => csat ?? [])),
  };
}

type Scored = ReturnType<typeof scoresOf> & { readonly id: string };

/** Those about which most people answered, first. */
function mostAnswered<R extends Scored>(rows: readonly R[]): R[] {
  const count = ({ nps, csat }: R) => Math.max(nps.answers, csat.answers);
  return [...rows].sort((a, b) => count(b) - count(a) || (a.id < b.id ? -1 : 1)).slice(0, longest);
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
