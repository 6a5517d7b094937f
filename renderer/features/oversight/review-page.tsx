import { Button, SegmentedControl, Select, Skeleton, Text } from '@mantine/core';
import type { ReviewEntry } from '@shared/contract/oversight';
import { REVIEW_DAYS, REVIEW_KINDS, type ReviewKind } from '@shared/domain/oversight';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import classes from './oversight.module.css';
import { EntryFacts, useEntryWords } from './review-entry';
import { ReviewRules } from './review-rules';
import { SignDialog } from './sign-dialog';

type Show = 'unsigned' | 'signed';
const everything = 'all';

/** What the manager looks at and signs: one list, each entry with its remark, signed once and for all. */
export function ReviewPage() {
  const { t } = useWords();
  const [show, setShow] = useState<Show>('unsigned');
  return (
    <Page
      title={t('oversight.title')}
      subtitle={t('oversight.subtitle')}
      actions={
        <SegmentedControl
          aria-label={t('oversight.show.label')}
          value={show}
          onChange={(value) => setShow(value as Show)}
          data={(['unsigned', 'signed'] as const).map((value) => ({
            value,
            label: t(`oversight.show.${value}`),
          }))}
        />
      }
    >
      <div className={classes.columns}>
        {show === 'unsigned' ? <Unsigned /> : <Signed />}
        <ReviewRules />
      </div>
    </Page>
  );
}

function Unsigned() {
  const { t } = useWords();
  const words = useEntryWords();
  const [days, setDays] = useState<string>('90');
  const [kind, setKind] = useState<ReviewKind | null>(null);
  const [signing, setSigning] = useState<ReviewEntry | null>(null);
  const list = useAsk(
    'oversight.list',
    { days: days === everything ? null : Number(days), kind },
    ['oversight', 'sales', 'gifts', 'conversations', 'settings', 'customers', 'staff'],
    { keepPrevious: true },
  );
  const { entries = [], total = 0 } = list.data ?? {};
  return (
    <div>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <SegmentedControl
        aria-label={t('oversight.period')}
        value={days}
        onChange={setDays}
        data={[
          ...REVIEW_DAYS.map((count) => ({ value: String(count), label: t('oversight.days', { count }) })),
          { value: everything, label: t('oversight.everything') },
        ]}
      />
      <Select
        my="sm"
        w={280}
        aria-label={t('oversight.kindLabel')}
        placeholder={t('oversight.allKinds')}
        clearable
        value={kind}
        data={REVIEW_KINDS.map((value) => ({ value, label: t(`oversight.kind.${value}`) }))}
        onChange={(value) => setKind(value as ReviewKind | null)}
      />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data && entries.length === 0 && (
        <EmptyState title={t('oversight.empty')} hint={t('oversight.emptyHint')} />
      )}
      <ul className={classes.list}>
        {entries.map((entry) => (
          <li key={`${entry.kind} ${entry.sourceId}`} className={classes.entry}>
            <EntryFacts entry={entry} />
            <Button
              variant="default"
              aria-label={t('oversight.signName', { what: words.title(entry) })}
              onClick={() => setSigning(entry)}
            >
              {t('oversight.sign')}
            </Button>
          </li>
        ))}
      </ul>
      {total > entries.length && (
        <Text c="dimmed">{t('oversight.more', { count: total - entries.length })}</Text>
      )}
      {signing && <SignDialog entry={signing} onClose={() => setSigning(null)} />}
    </div>
  );
}

function Signed() {
  const { t } = useWords();
  const words = useEntryWords();
  const signed = useAsk('oversight.signed', {}, ['oversight']);
  const entries = signed.data ?? [];
  return (
    <div>
      <ErrorNotice error={signed.error} onRetry={() => void signed.refetch()} />
      {signed.data && entries.length === 0 && <EmptyState title={t('oversight.emptySigned')} />}
      <ul className={classes.list}>
        {entries.map(({ id, entry, remark, by, at }) => (
          <li key={id} className={classes.entry}>
            <div>
              <EntryFacts entry={entry} />
              <Text mt={4}>{remark}</Text>
              <Text size="sm" c="dimmed">
                {t('oversight.signedBy', { name: by, date: words.moment(at) })}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
