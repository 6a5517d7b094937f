import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { Campaign } from '@shared/contract/campaigns';
import { responseRate } from '@shared/domain/campaigns';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { useCampaignWords } from './campaign-words';
import classes from './campaigns.module.css';
import { EntryItem } from './entry-item';

const shows = ['all', 'waiting', 'answered', 'bought'] as const;
type Show = (typeof shows)[number];

/** What came of a campaign: a picture with its numbers, and the people. */
export function CampaignResults({ campaign }: { campaign: Campaign }) {
  const { t } = useWords();
  const [show, setShow] = useState<Show>('all');
  const list = useAsk(
    'campaigns.entries',
    { campaignId: campaign.id, show },
    ['campaigns', 'customers', 'sales', 'staff'],
    { keepPrevious: true },
  );
  const { entries = [], total = 0 } = list.data ?? {};
  return (
    <Stack gap="lg">
      <Picture campaign={campaign} />
      <Section
        title={t('campaigns.results.people')}
        actions={
          <SegmentedControl
            aria-label={t('campaigns.results.people')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={shows.map((value) => ({ value, label: t(`campaigns.results.filter.${value}`) }))}
          />
        }
      >
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.data && entries.length === 0 && <Text c="dimmed">{t('campaigns.results.none')}</Text>}
        <ul className={classes.list}>
          {entries.map((entry) => (
            <EntryItem key={entry.id} entry={entry} showsCustomer />
          ))}
        </ul>
        {total > entries.length && (
          <Text c="dimmed">{t('campaigns.results.more', { count: total - entries.length })}</Text>
        )}
      </Section>
    </Stack>
  );
}

function Picture({ campaign }: { campaign: Campaign }) {
  const { t, language } = useWords();
  const words = useCampaignWords();
  const { figures, salesDays, channel } = campaign;
  const rate = responseRate(figures);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const steps = [
    {
      label: t(channel === 'phone' ? 'campaigns.results.called' : 'campaigns.results.written'),
      count: figures.written,
    },
    { label: t('campaigns.results.answered'), count: figures.answered },
    { label: t('campaigns.results.no'), count: figures.no },
    { label: t('campaigns.results.notReached'), count: figures.notReached },
    { label: t('campaigns.results.optedOut'), count: figures.optedOut },
    { label: t('campaigns.results.bought', { days: salesDays }), count: figures.bought },
  ];
  const most = Math.max(1, figures.written);
  return (
    <section aria-label={t('campaigns.results.title')}>
      <div className={classes.figures}>
        <div>
          <Text size="sm" c="dimmed">
            {t('campaigns.results.rate')}
          </Text>
          <div className={classes.figure}>
            {rate === null ? t('campaigns.results.rateNone') : percent.format(rate)}
          </div>
        </div>
        <div>
          <Text size="sm" c="dimmed">
            {t('campaigns.results.amount')}
          </Text>
          <div className={classes.figure}>{words.amount(figures.amountMinor)}</div>
        </div>
      </div>
      <ul className={classes.funnel}>
        {steps.map(({ label, count }) => (
          <li key={label} className={classes.step}>
            <span>{label}</span>
            <div className={classes.track} aria-hidden>
              <div className={classes.fill} style={{ width: `${(100 * Math.min(count, most)) / most}%` }} />
            </div>
            <span>{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
