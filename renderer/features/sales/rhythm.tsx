import { Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf, daysBetween, formatDate } from '@shared/domain/dates';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import classes from './sales.module.css';

interface RhythmProps {
  readonly summary: Output<'sales.summaryForCustomer'>;
}

const width = 600;
const height = 44;
const floor = height - 4;
const tallest = floor - 4;
// More strokes than this run into one another on the narrowest screen.
const mostStrokes = 60;

/** When they came, along a line of time, and when they are next expected. */
export function Rhythm({ summary }: RhythmProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const { visitDays, medianDays, expectedNext } = summary;
  const first = visitDays[0];
  if (!first) return null;
  const today = civilDateOf(Date.now(), shop.timeZone);
  const end = [today, expectedNext ?? today, visitDays.at(-1) ?? today].sort().at(-1) ?? today;
  const span = Math.max(1, daysBetween(first, end));
  const x = (day: string) => 4 + ((width - 8) * daysBetween(first, day)) / span;
  const words =
    medianDays === null || expectedNext === null
      ? t('sales.history.rhythmFew')
      : t(expectedNext < today ? 'sales.history.rhythmLate' : 'sales.history.rhythmWords', {
          days: Math.round(medianDays),
          date: formatDate(expectedNext, language),
        });
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{t('sales.history.rhythm')}</figcaption>
      <svg
        className={classes.rhythm}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('sales.history.rhythmPicture', {
          visits: visitDays.length,
          from: formatDate(first, language),
          to: formatDate(visitDays.at(-1) ?? first, language),
        })}
      >
        <line x1="0" x2={width} y1={floor} y2={floor} className={classes.timeLine} />
        {visitDays.length > mostStrokes ? (
          <Months visitDays={visitDays} x={x} />
        ) : (
          visitDays.map((day) => (
            <line
              key={day}
              x1={x(day)}
              x2={x(day)}
              y1={height - floor}
              y2={floor}
              className={classes.visit}
            />
          ))
        )}
        {expectedNext && (
          <line
            x1={x(expectedNext)}
            x2={x(expectedNext)}
            y1={height - floor}
            y2={floor}
            className={classes.expected}
          />
        )}
      </svg>
      <div className={classes.timeEnds}>
        <span>{first.slice(0, 4)}</span>
        <span>{end.slice(0, 4)}</span>
      </div>
      <Text>{words}</Text>
    </figure>
  );
}

/** Somebody who comes every week: a column for each month, as high as the days they bought on. */
function Months({
  visitDays,
  x,
}: {
  readonly visitDays: readonly string[];
  readonly x: (day: string) => number;
}) {
  const counts = new Map<string, number>();
  for (const day of visitDays) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].map(([month, count]) => {
    const left = Math.max(0, x(`${month}-01`));
    const columnHeight = (tallest * count) / most;
    const columnWidth = Math.max(1, (x(`${month}-28`) - x(`${month}-01`)) * 0.8);
    return (
      <rect
        key={month}
        x={left}
        y={floor - columnHeight}
        width={columnWidth}
        height={columnHeight}
        className={classes.month}
      />
    );
  });
}
