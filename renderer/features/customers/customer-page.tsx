import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Customer } from '@shared/contract/customer-shapes';
import type { LookupCause } from '@shared/domain/oversight';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { AfterPaint } from '../../ui/after-paint';
import type { CustomerPanels, CustomerParts } from '../../ui/customer-panel';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { LookupReason } from '../../ui/lookup-reason';
import { toast, toastError } from '../../ui/toast';
import { CustomerAbout } from './customer-about';
import { CustomerHeader } from './customer-header';
import classes from './customer-page.module.css';
import { EditDrawer } from './edit-drawer';
import { HistoryDrawer } from './history-drawer';
import { JumpBar, type JumpName, useJumpTargets } from './jump-bar';
import { LinkDialog } from './link-dialog';
import { MergeDialog } from './merge-dialog';
import { StartMenu } from './start-menu';
import { Timeline } from './timeline';

/** The customer on one screen. */
export function CustomerPage({ parts }: { readonly parts: CustomerParts }) {
  const { customerId = '' } = useParams({ strict: false });
  const { t } = useWords();
  const customer = useAsk('customers.get', { id: customerId }, ['customers', 'sales', 'needs', 'vip']);
  const standingId = customer.data?.id;
  useEffect(() => {
    // A look-up is recorded once; that it could not be (a removed record) is no reason to disturb anybody.
    if (standingId) call('customers.view', { id: standingId }).catch(() => undefined);
  }, [standingId]);

  if (customer.error?.code === 'LOOKUP_REASON_NEEDED')
    return (
      <LookupReason
        customerId={customerId}
        cause={customer.error.params.cause as LookupCause}
        onGiven={() => void customer.refetch()}
      />
    );
  if (customer.error)
    return (
      <Stack p="xl">
        <ErrorNotice error={customer.error} />
        <EmptyState
          title={t('customers.unnamed')}
          action={
            <ButtonLink to="/customers" variant="default">
              {t('customers.heading')}
            </ButtonLink>
          }
        />
      </Stack>
    );
  if (!customer.data) return <Skeleton m="xl" height={120} />;
  return <CustomerScreen key={customer.data.id} customer={customer.data} parts={parts} />;
}

interface CustomerScreenProps {
  readonly customer: Customer;
  readonly parts: CustomerParts;
}

function CustomerScreen({ customer, parts }: CustomerScreenProps) {
  const [isEditing, edit] = useDisclosure(false);
  const [isHistory, history] = useDisclosure(false);
  const [isMerging, merging] = useDisclosure(false);
  const [isLinking, linking] = useDisclosure(false);
  const { id } = customer;
  const targets = useJumpTargets();
  return (
    <div className={classes.page}>
      <Notices customer={customer} />
      <Panels of={parts.banners} customerId={id} />
      <div className={classes.columns}>
        <div className={classes.head}>
          <CustomerHeader
            customer={customer}
            onEdit={edit.open}
            onHistory={history.open}
            onMerge={merging.open}
            actions={
              <>
                <StartMenu customerId={id} starts={parts.starts} />
                <Panels of={parts.actions} customerId={id} />
              </>
            }
          />
        </div>
        <JumpBar targets={targets} />
        <div className={classes.things}>
          {Object.entries(parts.things).map(([name, Panel]) => (
            <div
              key={name}
              className={classes.part}
              id={name in targets ? targets[name as JumpName] : undefined}
            >
              <Panel customerId={id} />
            </div>
          ))}
        </div>
        <div className={classes.timeline} id={targets.timeline}>
          <AfterPaint>
            <Timeline customerId={id} />
          </AfterPaint>
        </div>
        <aside className={classes.side}>
          <Panels of={parts.side} customerId={id} />
          <AfterPaint>
            <CustomerAbout customer={customer} onEdit={edit.open} onLink={linking.open} />
          </AfterPaint>
        </aside>
      </div>
      <AfterPaint>
        <EditDrawer customer={customer} isOpen={isEditing} onClose={edit.close} />
        <HistoryDrawer customer={customer} isOpen={isHistory} onClose={history.close} />
        <MergeDialog customer={customer} isOpen={isMerging} onClose={merging.close} />
        <LinkDialog customer={customer} isOpen={isLinking} onClose={linking.close} />
      </AfterPaint>
    </div>
  );
}

function Panels({ of, customerId }: { readonly of: CustomerPanels; readonly customerId: string }) {
  return Object.entries(of).map(([name, Panel]) => <Panel key={name} customerId={customerId} />);
}

/** What must be known before anything else: another record was meant, or this one was removed. */
function Notices({ customer }: { readonly customer: Customer }) {
  const { t } = useWords();
  const restore = useTell('customers.restore');
  return (
    <>
      {customer.redirectedFrom && (
        <Alert variant="outline" color="accent">
          {t('customers.redirected', { number: customer.redirectedFrom })}
        </Alert>
      )}
      {customer.isDeleted && (
        <Alert variant="outline" color="red" role="alert">
          <Group justify="space-between">
            {t('customers.removedBanner')}
            <Button
              variant="default"
              onClick={() =>
                restore.mutate(
                  { id: customer.id },
                  { onSuccess: () => toast(t('customers.restored')), onError: toastError },
                )
              }
            >
              {t('customers.putBack')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}
