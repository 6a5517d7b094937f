import { Text, Title, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useWords } from '../../lib/i18n';
import classes from './needs.module.css';

/** One bar: what, how many, and what it is called. */
export interface Bar {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

interface DemandBarsProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** The one that the list is narrowed to. */
  readonly chosen?: string | null;
  /** Absent where a bar is only to be looked at. */
  readonly onChoose?: (code: string | null) => void;
}

/** Demand as bars with their numbers; a bar narrows the list below to its needs, and widens it again. */
export function DemandBars({ title, bars, chosen = null, onChoose }: DemandBarsProps) {
  const { t } = useWords();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section aria-label={onChoose ? t('needs.board.chartLabel', { title }) : title}>
      <Title order={2} fz={15} mb={6}>
        {title}
      </Title>
      <ul className={classes.bars}>
        {bars.map(({ code, label, count }) => (
          <li key={code}>
            {onChoose ? (
              <UnstyledButton
                className={classes.bar}
                aria-pressed={chosen === code}
                disabled={count === 0}
                onClick={() => onChoose(chosen === code ? null : code)}
              >
                <BarParts label={label} count={count} most={most} />
              </UnstyledButton>
            ) : (
              <div className={classes.bar}>
                <BarParts label={label} count={count} most={most} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function BarParts({ label, count, most }: Omit<Bar, 'code'> & { readonly most: number }) {
  return (
    <>
      <Text component="span" size="sm" truncate>
        {label}
        <VisuallyHidden component="span">: </VisuallyHidden>
      </Text>
      <span className={classes.track}>
        <span className={classes.fill} style={{ width: `${(100 * count) / most}%` }} hidden={count === 0} />
      </span>
      <Text component="span" size="sm" ta="right">
        {count}
      </Text>
    </>
  );
}
