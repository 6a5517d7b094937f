import { Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './promises.module.css';

const periodDays = 90;
type Rate = Output<'promises.keptRate'>['shop'];

/** How reliably promises are kept: the shop's share, then each person's and each kind's, with the arithmetic. */
export function KeptRate() {
  const { t } = useWords();
  const { shop } = useCounter();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const rates = useAsk('promises.keptRate', { from: addDays(today, -periodDays), to: today }, ['promises']);
  const { data } = rates;
  return (
    <Section title={t('promises.rate.title')}>
      <ErrorNotice error={rates.error} onRetry={() => void rates.refetch()} />
      <Text size="sm" c="dimmed">
        {t('promises.rate.period')}
      </Text>
      {data?.shop.rate === null && <Text mt="xs">{t('promises.rate.none')}</Text>}
      {data && data.shop.rate !== null && (
        <Stack gap="md" mt="xs">
          <div>
            <Text fz={32} fw={600}>
              {percent(data.shop.rate)}
            </Text>
            <Text size="sm">{t('promises.rate.of', data.shop)}</Text>
            <Text size="sm" c="dimmed">
              {t('promises.rate.rest', data.shop)}
            </Text>
          </div>
          <Bars
            title={t('promises.rate.person')}
            rows={data.people.map((row) => ({ ...row, label: row.name }))}
          />
          <Bars
            title={t('promises.rate.kind')}
            rows={data.kinds.map((row) => ({ ...row, label: t(`promises.kinds.${row.kind}`) }))}
          />
        </Stack>
      )}
    </Section>
  );
}

function Bars({ title, rows }: { title: string; rows: readonly (Rate & { label: string })[] }) {
  const { t } = useWords();
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      {rows.map((row) => (
        <div key={row.label} className={classes.rate}>
          <Text size="sm">{row.label}</Text>
          <div className={classes.track} aria-hidden>
            <div className={classes.fill} style={{ width: percent(row.rate ?? 0) }} />
          </div>
          <Text size="sm" c="dimmed">
            {t('promises.rate.of', row)}
          </Text>
        </div>
      ))}
    </div>
  );
}

const percent = (share: number) => `${Math.round(share * 100)}%`;
