import { Badge, Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import type { AllocationSummary } from '@shared/contract/allocations';
import { isAllowed } from '@shared/contract/permissions';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { useAllocationWords } from './allocation-words';
import classes from './allocations.module.css';
import { OpenPiece } from './open-piece';

type Show = 'open' | 'ended';

/** Pieces that wait for their customer, and those that found one or went elsewhere. */
export function AllocationsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const navigate = useNavigate();
  const { productId } = useSearch({ from: '/allocations' });
  const [show, setShow] = useState<Show>('open');
  const [isOpening, setOpening] = useState(false);
  const list = useAsk('allocations.list', { show }, ['interests', 'sales', 'customers', 'staff'], {
    keepPrevious: true,
  });
  const mayOpen = isAllowed(staff.role, 'allocations.write');
  const end = () => {
    setOpening(false);
    if (productId) void navigate({ to: '/allocations', search: {}, replace: true });
  };
  return (
    <Page
      title={t('allocations.title')}
      subtitle={t('allocations.subtitle')}
      actions={
        <>
          <SegmentedControl
            aria-label={t('allocations.show.label')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={(['open', 'ended'] as const).map((value) => ({
              value,
              label: t(`allocations.show.${value}`),
            }))}
          />
          <ButtonLink variant="default" to="/interests">
            {t('allocations.register')}
          </ButtonLink>
          {mayOpen && <Button onClick={() => setOpening(true)}>{t('allocations.open')}</Button>}
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data?.allocations.length === 0 && (
        <EmptyState
          title={t(show === 'open' ? 'allocations.empty' : 'allocations.emptyEnded')}
          hint={t('allocations.emptyHint')}
        />
      )}
      <ul className={classes.list}>
        {list.data?.allocations.map((allocation) => (
          <Piece key={allocation.id} allocation={allocation} />
        ))}
      </ul>
      {(isOpening || productId) && mayOpen && <OpenPiece productId={productId ?? null} onClose={end} />}
    </Page>
  );
}

function Piece({ allocation }: { readonly allocation: AllocationSummary }) {
  const { t } = useWords();
  const words = useAllocationWords();
  const { number, serial, state, holder, holdUntil, candidates, offers, overrides } = allocation;
  const facts = [
    number,
    serial,
    t('allocations.arrived', { date: words.when(allocation.openedAt), name: allocation.openedBy.name }),
    t('allocations.candidates', { count: candidates }),
    t('allocations.offersCount', { count: offers }),
    overrides > 0 && t('allocations.overridesCount', { count: overrides }),
  ];
  return (
    <li className={classes.record}>
      <div>
        <Text fw={600}>{words.product(allocation.product)}</Text>
        <Text size="sm">
          <Badge variant="outline" color={state === 'waiting' ? 'accent' : 'gray'} mr="xs">
            {t(`allocations.state.${state}`)}
          </Badge>
          {holder &&
            holdUntil &&
            t('allocations.heldBy', { name: words.name(holder), date: words.day(holdUntil) })}
          {holder && !holdUntil && t('allocations.soldTo', { name: words.name(holder) })}
        </Text>
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <ButtonLink
        variant="default"
        to="/allocations/$allocationId"
        params={{ allocationId: allocation.id }}
        aria-label={`${t('allocations.openPiece')}: ${number}`}
      >
        {t('allocations.openPiece')}
      </ButtonLink>
    </li>
  );
}
