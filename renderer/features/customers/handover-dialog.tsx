import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';

interface HandoverDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All customers of one advisor to another: when somebody leaves, or a counter is shared anew. */
export function HandoverDialog({ isOpen, onClose }: HandoverDialogProps) {
  const { t } = useWords();
  const counts = useAsk('customers.advisorCounts', {}, ['customers', 'staff'], { enabled: isOpen });
  const reassign = useTell('customers.reassign');
  const [fromId, setFrom] = useState<string | null>(null);
  const [toId, setTo] = useState<string | null>(null);
  const people = counts.data ?? [];
  const count = people.find(({ id }) => id === fromId)?.customers ?? 0;

  const takeBack = (batchId: string) =>
    call('customers.undoReassign', { batchId }).then(() => toast(t('common.undone')), toastError);
  const submit = () => {
    if (!fromId || !toId) return;
    reassign.mutate(
      { fromId, toId },
      {
        onSuccess: ({ batchId, customers }) => {
          onClose();
          toastUndo(
            t('customers.handedOver', { count: customers }),
            t('common.undo'),
            () => void takeBack(batchId),
          );
        },
      },
    );
  };
  const label = (name: string, customers: number, isActive: boolean) =>
    `${name} (${customers})${isActive ? '' : ` · ${t('customers.handoverLeft')}`}`;

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('customers.handover')}>
      <Stack>
        <Text c="dimmed">{t('customers.handoverHint')}</Text>
        <Select
          label={t('customers.handoverFrom')}
          value={fromId}
          onChange={setFrom}
          data={people.map(({ id, name, customers, isActive }) => ({
            value: id,
            label: label(name, customers, isActive),
          }))}
          data-autofocus
        />
        <Select
          label={t('customers.handoverTo')}
          value={toId}
          onChange={setTo}
          data={people
            .filter(({ id, isActive }) => isActive && id !== fromId)
            .map(({ id, name, customers }) => ({ value: id, label: label(name, customers, true) }))}
        />
        <ErrorNotice error={reassign.error ?? counts.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button onClick={submit} disabled={!fromId || !toId} loading={reassign.isPending}>
            {t('customers.handoverDo', { count })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
