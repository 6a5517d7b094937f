import { Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { perGuest } from '@shared/domain/events';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { useEventWords } from './event-words';
import classes from './events.module.css';

type Sales = Output<'events.sales'>;
type Group = Sales['came'];

/** What those who came bought in the days after, beside those who were asked and did not come. */
export function SalesSection({ eventId }: { readonly eventId: string }) {
  const { t } = useWords();
  const words = useEventWords();
  const sales = useAsk('events.sales', { eventId }, ['events', 'sales', 'customers']);
  const { data } = sales;
  return (
    <Section title={t('events.sales.title')}>
      <ErrorNotice error={sales.error} onRetry={() => void sales.refetch()} />
      {data && data.came.customers + data.stayedAway.customers === 0 && (
        <Text c="dimmed">{t('events.sales.none')}</Text>
      )}
      {data && data.came.customers + data.stayedAway.customers > 0 && (
        <>
          {data.isRunning && (
            <Text size="sm" c="dimmed" mb="xs">
              {t('events.sales.running', { date: words.day(data.to) })}
            </Text>
          )}
          <div className={classes.groups}>
            <GroupFigures name={t('events.sales.came')} group={data.came} currency={data.currency} />
            <GroupFigures
              name={t('events.sales.stayedAway')}
              group={data.stayedAway}
              currency={data.currency}
              isQuiet
            />
          </div>
          <Weeks sales={data} />
          <Text size="sm" c="dimmed" mt="sm">
            {t('events.sales.hint')}
          </Text>
        </>
      )}
    </Section>
  );
}

interface GroupProps {
  readonly name: string;
  readonly group: Group;
  readonly currency: string;
  readonly isQuiet?: boolean;
}

function GroupFigures({ name, group, currency, isQuiet = false }: GroupProps) {
  const { t } = useWords();
  const words = useEventWords();
  const { share, meanMinor } = perGuest(group);
  return (
    <div>
      <Text fw={600}>{name}</Text>
      <div className={classes.big}>{share === null ? '–' : `${Math.round(share * 100)}%`}</div>
      <div className={classes.track} aria-hidden>
        <div
          className={isQuiet ? classes.fillQuiet : classes.fill}
          style={{ width: `${(share ?? 0) * 100}%` }}
        />
      </div>
      <Text size="sm" mt={4}>
        {t('events.sales.of', group)}
        {meanMinor !== null && ` · ${t('events.sales.mean', { amount: words.mean(meanMinor, currency) })}`}
      </Text>
      <Text size="sm" c="dimmed">
        {t('events.sales.total', { amount: words.money(group.netMinor, currency), count: group.receipts })}
      </Text>
    </div>
  );
}

/** Spend a guest by week, both groups side by side. */
function Weeks({ sales: { came, stayedAway, currency } }: { readonly sales: Sales }) {
  const { t } = useWords();
  const words = useEventWords();
  const mean = (group: Group, week: number) =>
    group.customers === 0 ? 0 : Math.max(0, Math.round((group.weeks[week] ?? 0) / group.customers));
  const weeks = came.weeks.map((_, week) => ({
    week: week + 1,
    came: mean(came, week),
    away: mean(stayedAway, week),
  }));
  const most = Math.max(1, ...weeks.flatMap((one) => [one.came, one.away]));
  const height = (minor: number) => ({ height: `${(minor / most) * 100}%` });
  return (
    <>
      <Text size="sm" fw={600} mt="md" mb="xs">
        {t('events.sales.weeks')}
      </Text>
      <ol className={classes.weeks}>
        {weeks.map((one) => (
          <li key={one.week} className={classes.week}>
            <div
              className={classes.bars}
              role="img"
              aria-label={t('events.sales.week', {
                week: one.week,
                came: words.mean(one.came, currency),
                away: words.mean(one.away, currency),
              })}
            >
              <div className={classes.bar} style={height(one.came)} />
              <div className={classes.barQuiet} style={height(one.away)} />
            </div>
            <Text size="xs" c="dimmed" aria-hidden>
              {one.week}
            </Text>
          </li>
        ))}
      </ol>
    </>
  );
}
