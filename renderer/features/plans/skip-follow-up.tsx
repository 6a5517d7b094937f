import { Stack, TextInput } from '@mantine/core';
import type { FollowUp } from '@shared/contract/plans';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toastUndo } from '../../ui/toast-undo';
import { usePlanWords } from './plan-words';

interface SkipProps {
  readonly followUp: FollowUp;
  readonly onClose: () => void;
}

/** Left undone, with the reason. */
export function SkipFollowUp({ followUp, onClose }: SkipProps) {
  const { t } = useWords();
  const words = usePlanWords();
  const skip = useTell('plans.skipFollowUp');
  const [reason, setReason] = useState('');
  const what = followUp.isDiscreet ? t('plans.covered') : words.rule(followUp);
  return (
    <Dialog title={t('plans.skipTitle', { what })} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          skip.mutate(
            { followUpId: followUp.id, reason },
            {
              onSuccess: () => {
                onClose();
                toastUndo(t('plans.skipped'), t('common.undo'), () =>
                  call('plans.reopenFollowUp', { followUpId: followUp.id }),
                );
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            required
            label={t('plans.why')}
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormEnd
            error={skip.error}
            isPending={skip.isPending}
            submit={t('plans.skip')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
