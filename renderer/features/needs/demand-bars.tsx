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
  readonly chosen: string | null;
  readonly onChoose: (code: string | null) => void;
}

/** Demand as bars with their numbers; a bar narrows the list below to its needs, and widens it again. */
export function DemandBars({ title, bars, chosen, onChoose }: DemandBarsProps) {
  const { t } = useWords();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section aria-label={t('needs.board.chartLabel', { title })}>
      <Title order={2} fz={15} mb={6}>
        {title}
      </Title>
      <ul className={classes.bars}>
        {bars.map(({ code, label, count }) => (
          <li key={code}>
            <UnstyledButton
              className={classes.bar}
              aria-pressed={chosen === code}
              disabled={count === 0}
              onClick={() => onChoose(chosen === code ? null : code)}
            >
              <Text component="span" size="sm" truncate>
                {label}
                <VisuallyHidden component="span">: </VisuallyHidden>
              </Text>
              <span className={classes.track}>
                <span
                  className={classes.fill}
                  style={{ width: `${(100 * count) / most}%` }}
                  hidden={count === 0}
                />
              </span>
              <Text component="span" size="sm" ta="right">
                {count}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
