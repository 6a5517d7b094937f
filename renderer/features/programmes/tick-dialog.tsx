import { Stack, Textarea } from '@mantine/core';
import type { ProgrammeAction } from '@shared/contract/programmes';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { MoneyField } from '../../ui/money-field';
import { toastUndo } from '../../ui/toast-undo';

interface TickDialogProps {
  readonly action: ProgrammeAction;
  readonly currency: string;
  readonly onClose: () => void;
}

/** Done: what came of it, and what it cost. */
export function TickDialog({ action, currency, onClose }: TickDialogProps) {
  const { t } = useWords();
  const tick = useTell('programmes.tick');
  const [outcome, setOutcome] = useState('');
  const [spentMinor, setSpent] = useState<number | null>(null);
  const actionId = action.id;
  return (
    <Dialog title={t('programmes.actions.tickTitle')} isOpen onClose={onClose}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          tick.mutate(
            { actionId, isDone: true, outcome, spentMinor },
            {
              onSuccess: () => {
                onClose();
                toastUndo(t('programmes.actions.ticked'), t('common.undo'), () =>
                  call('programmes.tick', { actionId, isDone: false }),
                );
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <Textarea
            data-autofocus
            label={t('programmes.actions.outcome')}
            value={outcome}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(typed) => setOutcome(typed.currentTarget.value)}
          />
          <MoneyField
            label={t('programmes.actions.spent')}
            currency={currency}
            value={spentMinor}
            onChange={setSpent}
          />
          <FormEnd
            error={tick.error}
            isPending={tick.isPending}
            submit={t('programmes.actions.tick')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
