import { Text } from '@mantine/core';
import { useWords } from '../../lib/i18n';
import type { EventAnswer } from './event-answer';
import { useEventWords } from './event-words';
import classes from './events.module.css';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly more?: string;
  readonly isLate?: boolean;
}

/** How many are on the list, asked, coming, here; and what it cost. */
export function EventFigures({ answer }: { readonly answer: EventAnswer }) {
  const { t } = useWords();
  const figures = useFigures(answer);
  return (
    <ul className={classes.figures} aria-label={t('events.figures.label')}>
      {figures.map(({ name, value, more, isLate }) => (
        <li key={name} className={classes.figure}>
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <div className={classes.big}>{value}</div>
          {more && (
            <Text size="sm" className={isLate ? classes.late : ''}>
              {more}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}

function useFigures({ event, costPerHeadMinor }: EventAnswer): Figure[] {
  const { t } = useWords();
  const words = useEventWords();
  const { figures, capacity, stage, budgetMinor, spentMinor, currency } = event;
  const over = capacity === null ? 0 : figures.expectedPersons - capacity;
  const persons =
    capacity === null
      ? words.persons(figures.expectedPersons)
      : t('events.figures.ofCapacity', { count: figures.expectedPersons, capacity });
  const coming: Figure = {
    name: t('events.figures.coming'),
    value: String(figures.coming),
    more: over > 0 ? t('events.figures.over', { count: over }) : persons,
    isLate: over > 0,
  };
  const hasDoor = stage === 'on' || stage === 'past';
  const money = (minor: number) => words.money(minor, currency);
  const isOver = budgetMinor !== null && spentMinor !== null && spentMinor > budgetMinor;
  const cost: Figure = {
    name: t(spentMinor === null && budgetMinor !== null ? 'events.budget' : 'events.cost.title'),
    value: spentMinor !== null ? money(spentMinor) : budgetMinor !== null ? money(budgetMinor) : '–',
    more:
      costPerHeadMinor !== null
        ? t('events.cost.perHead', { amount: words.mean(costPerHeadMinor, currency) })
        : stage === 'past' && spentMinor === null
          ? t('events.cost.none')
          : isOver
            ? t('events.cost.over', { amount: money((spentMinor ?? 0) - (budgetMinor ?? 0)) })
            : budgetMinor !== null && spentMinor !== null
              ? t('events.cost.budget', { amount: money(budgetMinor) })
              : '',
    isLate: isOver,
  };
  return [
    { name: t('events.figures.guests'), value: String(figures.guests) },
    { name: t('events.figures.invited'), value: String(figures.invited) },
    coming,
    ...(hasDoor
      ? [
          {
            name: t('events.figures.here'),
            value: String(figures.here),
            more: [
              words.persons(figures.herePersons),
              figures.extraPersons > 0 && t('events.figures.extra', { count: figures.extraPersons }),
            ]
              .filter(Boolean)
              .join(' · '),
          },
          { name: t('events.figures.missing'), value: String(figures.missing) },
        ]
      : [
          { name: t('events.figures.maybe'), value: String(figures.maybe) },
          { name: t('events.figures.unanswered'), value: String(figures.unanswered) },
        ]),
    ...(budgetMinor !== null || spentMinor !== null || stage === 'past' ? [cost] : []),
  ];
}
