import { Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { addMonths, civilDateOf } from '@shared/domain/dates';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { useComplaintWords } from './complaint-words';
import classes from './complaints.module.css';

type View = Output<'complaints.shopView'>;

/** How old the open cases are; why people complained in a year, what it cost, and what came back. */
export function ShopView() {
  const { t } = useWords();
  const { shop } = useCounter();
  const to = civilDateOf(Date.now(), shop.timeZone);
  const view = useAsk('complaints.shopView', { from: addMonths(to, -12), to }, ['complaints']);
  return (
    <div>
      <ErrorNotice error={view.error} onRetry={() => void view.refetch()} />
      {view.data && (
        <Stack gap="lg">
          <Section title={t('complaints.ages.title')}>
            <Bars
              rows={view.data.ages.map(({ age, cases }) => ({
                label: t(`complaints.ages.${age}`),
                value: cases,
                said: String(cases),
              }))}
            />
          </Section>
          <Year view={view.data} />
          <Repeats view={view.data} />
        </Stack>
      )}
    </div>
  );
}

function Year({ view }: { view: View }) {
  const { t } = useWords();
  const words = useComplaintWords();
  const { satisfaction, causes, currency } = view;
  const costly = causes.filter(({ costMinor }) => costMinor > 0);
  return (
    <Section title={t('complaints.view.title')}>
      <Text>{t('complaints.view.received', view)}</Text>
      <Text size="sm">
        {t('complaints.view.responded', { inTime: view.respondedInTime, known: view.respondedKnown })}
      </Text>
      <Text size="sm">
        {t('complaints.view.resolved', { inTime: view.resolvedInTime, known: view.resolvedKnown })}
      </Text>
      <Text size="sm">{t('complaints.view.cost', { amount: words.amount(view.costMinor, currency) })}</Text>
      {satisfaction.mean !== null && (
        <Text size="sm">
          {t('complaints.view.satisfaction', {
            mean: satisfaction.mean.toFixed(1),
            answers: satisfaction.answers,
          })}
        </Text>
      )}
      <Text size="sm" fw={600} mt="md" mb={4}>
        {t('complaints.view.causes')}
      </Text>
      {causes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('complaints.view.causesNone')}
        </Text>
      )}
      <Bars
        rows={causes.map(({ cause, cases }) => ({
          label: t(`complaints.causes.${cause}`),
          value: cases,
          said: t('complaints.view.cases', { count: cases }),
        }))}
      />
      {costly.length > 0 && (
        <>
          <Text size="sm" fw={600} mt="md" mb={4}>
            {t('complaints.view.costs')}
          </Text>
          <Bars
            rows={costly.map(({ cause, costMinor }) => ({
              label: t(`complaints.causes.${cause}`),
              value: costMinor,
              said: words.amount(costMinor, currency),
            }))}
          />
        </>
      )}
    </Section>
  );
}

function Repeats({ view }: { view: View }) {
  const { t } = useWords();
  return (
    <Section title={t('complaints.view.repeats')}>
      {view.repeats.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('complaints.view.repeatsNone')}
        </Text>
      )}
      {view.repeats.map(({ cause, about, cases, numbers, lesson }) => (
        <div key={`${cause} ${about}`}>
          <Text fw={600}>
            {t(`complaints.causes.${cause}`)} · {t(`complaints.abouts.${about}`)} ·{' '}
            {t('complaints.view.cases', { count: cases })}
          </Text>
          <Text size="sm" c="dimmed">
            {numbers.join(', ')}
          </Text>
          {lesson && <Text size="sm">{t('complaints.view.lesson', { lesson })}</Text>}
        </div>
      ))}
    </Section>
  );
}

interface BarRow {
  readonly label: string;
  readonly value: number;
  readonly said: string;
}

/** Lengths for the eye, the numbers beside them. */
function Bars({ rows }: { rows: readonly BarRow[] }) {
  const longest = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <>
      {rows.map(({ label, value, said }) => (
        <div key={label} className={classes.bar}>
          <Text size="sm">{label}</Text>
          <div className={classes.track} aria-hidden>
            <div className={classes.fill} style={{ width: `${(100 * value) / longest}%` }} />
          </div>
          <Text size="sm" c="dimmed">
            {said}
          </Text>
        </div>
      ))}
    </>
  );
}
