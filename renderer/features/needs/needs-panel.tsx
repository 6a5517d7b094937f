import { Button, Group, Kbd, Text } from '@mantine/core';
import type { Need } from '@shared/contract/needs';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf } from '@shared/domain/dates';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { onNewNeedAsked, useCurrentNeed } from '../../lib/current-need';
import { useWords } from '../../lib/i18n';
import { useSingleKeys } from '../../lib/single-keys';
import type { CustomerPanel } from '../../ui/customer-panel';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { QuietButton } from '../../ui/quiet-button';
import { Section } from '../../ui/section';
import { toast, toastError } from '../../ui/toast';
import { NeedForm } from './need-form';
import { NeedItem } from './need-item';
import { useNeedWords } from './need-words';
import classes from './needs.module.css';

/** What this customer needs, with what the shop has for it. N notes a new one. */
export const NeedsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const { staff } = useCounter();
  const needs = useAsk('needs.forCustomer', { customerId }, ['needs', 'products', 'customers', 'sales']);
  const current = useCurrentNeed(customerId);
  const [edited, setEdited] = useState<Need | 'new' | null>(null);
  const mayWrite = isAllowed(staff.role, 'needs.write');
  useSingleKeys(mayWrite ? { n: () => setEdited('new') } : {});
  useEffect(() => onNewNeedAsked(() => setEdited('new')), []);
  const { data } = needs;
  return (
    <Section
      part="needs"
      title={t('needs.panel')}
      actions={
        mayWrite && (
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            rightSection={
              <Kbd size="xs" aria-hidden>
                N
              </Kbd>
            }
            aria-keyshortcuts="N"
            onClick={() => setEdited('new')}
          >
            {t('needs.newNeed')}
          </Button>
        )
      }
    >
      <ErrorNotice error={needs.error} onRetry={() => void needs.refetch()} />
      {data?.open.length === 0 && <EmptyState title={t('needs.noneOpen')} hint={t('needs.noneOpenHint')} />}
      <ul className={classes.list}>
        {data?.open.map((entry) => (
          <NeedItem
            key={entry.need.id}
            entry={entry}
            isCurrent={current === entry.need.id}
            onEdit={() => setEdited(entry.need)}
          />
        ))}
      </ul>
      {data && data.ended.length > 0 && <Ended needs={data.ended} mayWrite={mayWrite} />}
      {edited && (
        <NeedForm
          customerId={customerId}
          need={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
};

function Ended({ needs, mayWrite }: { needs: readonly Need[]; mayWrite: boolean }) {
  const { t } = useWords();
  const { shop } = useCounter();
  const words = useNeedWords();
  const [isOpen, setOpen] = useState(false);
  const reopen = useTell('needs.reopen');
  return (
    <>
      <QuietButton onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        {t('needs.ended', { count: needs.length })}
      </QuietButton>
      {isOpen && (
        <ul className={classes.list}>
          {needs.map((need) => (
            <li key={need.id} className={classes.need}>
              <Group justify="space-between" wrap="nowrap">
                <div>
                  <Text className={classes.said}>
                    {need.isDiscreet ? t('needs.covered') : words.what(need)}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {[
                      t(`needs.status.${need.status}`),
                      need.statusReason && words.reason(need.statusReason),
                      need.closedAt && words.day(civilDateOf(need.closedAt, shop.timeZone)),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </div>
                {mayWrite && need.saleId === null && (
                  <Button
                    variant="default"
                    onClick={() =>
                      reopen.mutate(
                        { needId: need.id },
                        { onSuccess: () => toast(t('needs.reopened')), onError: toastError },
                      )
                    }
                  >
                    {t('needs.reopen')}
                  </Button>
                )}
              </Group>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
