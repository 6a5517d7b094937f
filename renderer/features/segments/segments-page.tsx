import { Badge, Button, Group, Menu, Skeleton, Switch, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { Segment } from '@shared/contract/segments';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { useSegmentCount } from '../../lib/segment-count';
import { useSegmentWords } from '../../lib/segment-words';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink, TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { SegmentCountText } from '../../ui/segment-count';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import classes from './segments.module.css';

/** Every saved segment, in words, with how many belong to it now. */
export function SegmentsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const [withRetired, setWithRetired] = useState(false);
  const list = useAsk('segments.list', { withRetired }, ['segments', 'staff'], { keepPrevious: true });
  const mayWrite = isAllowed(staff.role, 'segments.write');
  const begin = mayWrite && (
    <ButtonLink
      to="/segments/$segmentId"
      params={{ segmentId: 'new' }}
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {t('segments.new')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('segments.title')}
      subtitle={t('segments.subtitle')}
      actions={
        <>
          <Switch
            label={t('segments.showRetired')}
            checked={withRetired}
            onChange={(event) => setWithRetired(event.currentTarget.checked)}
          />
          {begin}
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data?.length === 0 && (
        <EmptyState title={t('segments.empty')} hint={t('segments.emptyHint')} action={begin} />
      )}
      <ul className={classes.list}>
        {list.data?.map((segment) => (
          <SegmentItem key={segment.id} segment={segment} mayWrite={mayWrite} />
        ))}
      </ul>
    </Page>
  );
}

function SegmentItem({ segment, mayWrite }: { segment: Segment; mayWrite: boolean }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const sentence = useSegmentWords();
  const { count } = useSegmentCount(segment.rule);
  return (
    <li className={classes.segment}>
      <div>
        <Group gap="xs">
          <TextLink to="/segments/$segmentId" params={{ segmentId: segment.id }} fw={600}>
            {segment.name}
          </TextLink>
          {segment.isRetired && <Badge variant="outline">{t('segments.retired')}</Badge>}
        </Group>
        <Text size="sm">{sentence(segment.rule)}</Text>
        <Text size="sm" c="dimmed">
          {t('segments.madeBy', {
            name: segment.madeBy.name,
            date: formatDate(civilDateOf(segment.updatedAt, shop.timeZone), language),
          })}
        </Text>
      </div>
      <Group gap="md" wrap="nowrap">
        <SegmentCountText count={count} size="sm" fw={600} />
        {mayWrite && <SegmentMenu segment={segment} />}
      </Group>
    </li>
  );
}

function SegmentMenu({ segment }: { segment: Segment }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const retire = useTell('segments.retire');
  const { id: segmentId, name, isRetired } = segment;
  const put = (next: boolean) => retire.mutateAsync({ segmentId, isRetired: next });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={t('common.moreAbout', { what: name })}>
          <IconDots size={20} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void navigate({ to: '/segments/$segmentId', params: { segmentId } })}>
          {t('segments.open')}
        </Menu.Item>
        <Menu.Item
          onClick={() =>
            void navigate({
              to: '/segments/$segmentId',
              params: { segmentId: 'new' },
              search: { copyOf: segmentId },
            })
          }
        >
          {t('segments.duplicate')}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            put(!isRetired).then(() => {
              if (isRetired) toast(t('segments.backToast', { name }));
              else toastUndo(t('segments.retiredToast', { name }), t('common.undo'), () => put(false));
            }, toastError);
          }}
        >
          {t(isRetired ? 'segments.bringBack' : 'segments.retire')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
