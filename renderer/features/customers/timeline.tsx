import { Badge, Button, Chip, Group, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { type TimelineEntry, type TimelineKind, timelineKinds } from '@shared/contract/timeline';
import { formatInstant } from '@shared/domain/dates';
import { formatMoney, money } from '@shared/domain/money';
import {
  IconClipboardList,
  IconDiamond,
  IconEyeOff,
  IconGitMerge,
  IconHandStop,
  IconHeartHandshake,
  IconNote,
  IconPencil,
  IconReceipt,
  IconSparkles,
  IconStar,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './customer-page.module.css';
import { NoteActions } from './note-actions';
import { QuickNote } from './quick-note';

const icons: Record<TimelineKind, typeof IconNote> = {
  purchase: IconReceipt,
  note: IconNote,
  need: IconClipboardList,
  recommendation: IconSparkles,
  promise: IconHeartHandshake,
  consent: IconHandStop,
  vip: IconStar,
  item: IconDiamond,
  edit: IconPencil,
  merge: IconGitMerge,
};

/** One story of everything that happened, newest first, with a place to write the next line of it. */
export function Timeline({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const [kinds, setKinds] = useState<TimelineKind[]>([]);
  const pages = useInfiniteQuery({
    queryKey: ['timeline.forCustomer', customerId, kinds],
    queryFn: ({ pageParam }) => call('timeline.forCustomer', { customerId, kinds, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Output<'timeline.forCustomer'>) => page.next,
    meta: {
      topics: ['customers', 'sales', 'items', 'needs', 'recommendations', 'promises', 'consents', 'vip'],
    },
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Section title={t('timeline.heading')}>
      <Stack gap="md">
        <QuickNote customerId={customerId} />
        <Chip.Group multiple value={kinds} onChange={(value) => setKinds(value as TimelineKind[])}>
          <Group gap={6} role="group" aria-label={t('timeline.filter')}>
            {timelineKinds.map((kind) => (
              <Chip key={kind} value={kind} size="md" variant="outline">
                {t(`story.${kind}.kind`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
        {pages.data && entries.length === 0 && (
          <EmptyState
            title={t(kinds.length > 0 ? 'timeline.emptyFiltered' : 'timeline.empty')}
            hint={kinds.length > 0 ? undefined : t('timeline.emptyHint')}
          />
        )}
        <ol className={classes.entries} aria-label={t('timeline.heading')}>
          {entries.map((entry) => (
            <Entry key={`${entry.kind} ${entry.id}`} entry={entry} />
          ))}
        </ol>
        {pages.hasNextPage && (
          <Button
            variant="default"
            onClick={() => void pages.fetchNextPage()}
            loading={pages.isFetchingNextPage}
          >
            {t('timeline.older')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { t, language } = useWords();
  const { shop, staff } = useCounter();
  const Icon = icons[entry.kind];
  const title = useTitle(entry);
  const more = Number(entry.params.lines ?? 0) - 4;
  return (
    <li className={classes.entry}>
      <Icon size={20} stroke={1.5} aria-hidden className={classes.icon} />
      <div>
        <Group gap={8}>
          <Text fw={entry.kind === 'edit' ? 400 : 600}>{title}</Text>
          {entry.isDiscreet && (
            <Badge
              variant="outline"
              color="orange"
              c="var(--warning-text)"
              leftSection={<IconEyeOff size={12} aria-hidden />}
            >
              {t('timeline.discreet')}
            </Badge>
          )}
        </Group>
        {entry.detail && <Text className={classes.detail}>{entry.detail}</Text>}
        {more > 0 && (
          <Text size="sm" c="dimmed">
            {t('timeline.moreLines', { count: more })}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {[
            formatInstant(entry.at, language, shop.timeZone),
            entry.by?.name,
            entry.isEdited && t(entry.kind === 'edit' ? 'timeline.takenBack' : 'timeline.edited'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {entry.kind === 'note' && entry.by?.id === staff.id ? <NoteActions entry={entry} /> : <span />}
    </li>
  );
}

/** The entry's own sentence: its key is data, its figures are formatted here. */
function useTitle(entry: TimelineEntry): string {
  const { t, language } = useWords();
  const { minor, currency, fields } = entry.params;
  const params: Record<string, string | number> = { ...entry.params };
  if (typeof minor === 'number') params.amount = formatMoney(money(minor, String(currency)), language);
  if (typeof fields === 'string')
    params.fields = fields
      .split(' ')
      .map((field) => t(`customers.field.${field as 'district'}`))
      .join(language === 'en' ? ', ' : '、');
  const translate = i18next.t as unknown as (key: string, params: object) => string;
  return translate(`story.${entry.title}`, params);
}
