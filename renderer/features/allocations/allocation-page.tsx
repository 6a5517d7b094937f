import { Badge, Button, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { AllocationPlace } from '@shared/contract/allocations';
import { isAllowed } from '@shared/contract/permissions';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { GuidelineHint } from '../../ui/guideline-hint';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { ReasonDialog } from '../../ui/reason-dialog';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { useAllocationWords } from './allocation-words';
import classes from './allocations.module.css';
import { OfferForm } from './offer-form';
import { OfferRecord } from './offer-record';
import { PlaceRow } from './place-row';

type Allocation = Output<'allocations.get'>;

/** One piece: the list as it was when it arrived, with its arithmetic, and every offer since. */
export function AllocationPage() {
  const { allocationId } = useParams({ from: '/allocations/$allocationId' });
  const { t } = useWords();
  const words = useAllocationWords();
  const found = useAsk('allocations.get', { allocationId }, ['interests', 'sales', 'customers', 'staff']);
  if (!found.data)
    return (
      <Page title={t('allocations.title')}>
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      </Page>
    );
  const { allocation } = found.data;
  return (
    <Page
      title={words.productName(allocation.product)}
      subtitle={[
        allocation.product.reference,
        allocation.number,
        allocation.serial,
        t('allocations.arrived', { date: words.when(allocation.openedAt), name: allocation.openedBy.name }),
        allocation.note,
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={<Actions allocation={allocation} />}
    >
      <Whole data={found.data} />
    </Page>
  );
}

function Actions({ allocation }: { readonly allocation: Allocation['allocation'] }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [isClosing, setClosing] = useState(false);
  const close = useTell('allocations.close');
  return (
    <>
      <Badge size="lg" variant="outline" color={allocation.state === 'waiting' ? 'accent' : 'gray'}>
        {t(`allocations.state.${allocation.state}`)}
      </Badge>
      <ButtonLink variant="default" to="/allocations">
        {t('allocations.back')}
      </ButtonLink>
      {allocation.state === 'waiting' && isAllowed(staff.role, 'allocations.write') && (
        <Button variant="default" onClick={() => setClosing(true)}>
          {t('allocations.close')}
        </Button>
      )}
      {isClosing && (
        <ReasonDialog
          title={t('allocations.closeTitle', { number: allocation.number })}
          hint={t('allocations.closeHint')}
          label={t('allocations.why')}
          submit={t('allocations.close')}
          error={close.error}
          isPending={close.isPending}
          onClose={() => setClosing(false)}
          onSave={(reason) =>
            close.mutate(
              { allocationId: allocation.id, reason },
              {
                onSuccess: () => {
                  setClosing(false);
                  toast(t('allocations.closed'));
                },
              },
            )
          }
        />
      )}
    </>
  );
}

function Whole({ data }: { readonly data: Allocation }) {
  const { t } = useWords();
  const words = useAllocationWords();
  const [offering, setOffering] = useState<AllocationPlace | null>(null);
  const { allocation, criteria, places, nextInterestId, againInterestId, offers } = data;
  const due = nextInterestId ?? againInterestId;
  const next = places.find(({ interestId }) => interestId === due) ?? null;
  return (
    <div className={classes.columns}>
      <Section title={t('allocations.list')}>
        <Text size="sm" c="dimmed">
          {t('allocations.frozen', { date: words.when(allocation.openedAt), version: criteria.version })}
        </Text>
        <ol className={classes.list}>
          {places.map((place) => (
            <PlaceRow
              key={place.interestId}
              place={place}
              isNext={place.interestId === nextInterestId}
              isAgain={place.interestId === againInterestId}
              isFree={allocation.state === 'waiting'}
              onOffer={() => setOffering(place)}
            />
          ))}
        </ol>
      </Section>
      <Stack gap="lg">
        <Section title={t('allocations.offers')}>
          {offers.length === 0 && <Text c="dimmed">{t('allocations.noOffers')}</Text>}
          {allocation.closedReason && (
            <Text>
              {t('allocations.closed')}: {allocation.closedReason}
            </Text>
          )}
          <ul className={classes.list}>
            {offers.map((offer, index) => (
              <OfferRecord
                key={offer.id}
                offer={offer}
                brand={allocation.product.brand}
                isLast={index === 0 && allocation.state !== 'sold' && allocation.state !== 'closed'}
              />
            ))}
          </ul>
        </Section>
        <GuidelineHint topic="allocation" />
        <Section title={t('allocations.criteria.version', { version: criteria.version })}>
          <ul className={classes.criteria}>
            {criteria.criteria.map((criterion) => (
              <li key={criterion.code}>{words.criterion(criterion)}</li>
            ))}
          </ul>
        </Section>
      </Stack>
      {offering && (
        <OfferForm
          allocationId={allocation.id}
          place={offering}
          next={
            offering.interestId === nextInterestId
              ? 'this'
              : offering.interestId === againInterestId
                ? 'again'
                : next
          }
          onClose={() => setOffering(null)}
        />
      )}
    </div>
  );
}
