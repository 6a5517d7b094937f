import { Button, Group, Select, Skeleton, Stack, Text } from '@mantine/core';
import type { GiftYear } from '@shared/contract/gifts';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf } from '@shared/domain/dates';
import type { GiftOccasion } from '@shared/domain/gifts';
import { tierInWords } from '@shared/words/vip';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { GiftItem } from './gift-item';
import { useGiftWords } from './gift-words';
import classes from './gifts.module.css';

const yearsBack = 6;
const shownGifts = 100;

/** Who received what in a year, and what it cost by occasion, person and tier. */
export function YearView() {
  const { t, language } = useWords();
  const words = useGiftWords();
  const { shop, staff } = useCounter();
  const thisYear = Number(civilDateOf(Date.now(), shop.timeZone).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const report = useAsk('gifts.year', { year }, ['gifts', 'customers', 'staff'], { keepPrevious: true });
  const print = useTell('gifts.printYear');
  const { data } = report;
  const more = (data?.gifts.length ?? 0) - shownGifts;
  return (
    <div className={classes.columns}>
      <Section
        title={t('gifts.year.heading', { year })}
        actions={
          <Group gap="sm">
            <Select
              aria-label={t('gifts.year.label')}
              w={110}
              allowDeselect={false}
              value={String(year)}
              data={Array.from({ length: yearsBack }, (_, back) => String(thisYear - back))}
              onChange={(value) => value && setYear(Number(value))}
            />
            {isAllowed(staff.role, 'reports.shop') && (
              <Button
                variant="default"
                leftSection={<IconPrinter size={18} aria-hidden />}
                loading={print.isPending}
                onClick={() => print.mutate({ year, language })}
              >
                {t('gifts.year.print')}
              </Button>
            )}
          </Group>
        }
      >
        <ErrorNotice error={report.error ?? print.error} onRetry={() => void report.refetch()} />
        {!data && !report.error && <Skeleton height={200} />}
        {data?.gifts.length === 0 && (
          <EmptyState title={t('gifts.year.empty', { year })} hint={t('gifts.year.emptyHint')} />
        )}
        <ul className={classes.list}>
          {data?.gifts.slice(0, shownGifts).map((gift) => (
            <GiftItem key={gift.id} gift={gift} showsCustomer />
          ))}
        </ul>
        {more > 0 && <Text c="dimmed">{t('gifts.year.more', { count: more })}</Text>}
        <DocumentPreview documentId={print.data?.documentId ?? null} onClose={() => print.reset()} />
      </Section>
      {data && data.gifts.length > 0 && (
        <Stack gap="lg">
          <div>
            <Text fz={22} fw={600}>
              {t('gifts.year.total', { count: data.gifts.length, cost: words.cost(data.costMinor) })}
            </Text>
            <Text size="sm" c="dimmed">
              {t('gifts.year.pastLimit', { count: data.pastLimit })}
            </Text>
          </div>
          <Sums
            title={t('gifts.year.byOccasion')}
            rows={data.byOccasion}
            word={(key) => t(`gifts.occasions.${key as GiftOccasion}`)}
          />
          <Sums title={t('gifts.year.byPerson')} rows={data.byPerson} word={(key) => key} />
          <Sums
            title={t('gifts.year.byTier')}
            rows={data.byTier}
            word={(key) => (key ? tierInWords(key, language) : t('gifts.year.noCard'))}
          />
        </Stack>
      )}
    </div>
  );
}

interface SumsProps {
  readonly title: string;
  readonly rows: GiftYear['byTier'];
  readonly word: (key: string) => string;
}

function Sums({ title, rows, word }: SumsProps) {
  const { t } = useWords();
  const words = useGiftWords();
  const most = Math.max(1, ...rows.map(({ costMinor }) => costMinor));
  return (
    <Section title={title}>
      <Stack gap="xs">
        {rows.map(({ key, gifts, costMinor }) => (
          <div key={key} className={classes.sum}>
            <Text size="sm">{word(key)}</Text>
            <Text size="sm" c="dimmed">
              {t('gifts.year.line', { gifts, cost: words.cost(costMinor) })}
            </Text>
            <div className={classes.track} aria-hidden>
              <div className={classes.fill} style={{ width: `${Math.round((costMinor / most) * 100)}%` }} />
            </div>
          </div>
        ))}
      </Stack>
    </Section>
  );
}
