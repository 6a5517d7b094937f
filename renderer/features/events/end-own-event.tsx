import { SegmentedControl, Stack, Textarea } from '@mantine/core';
import type { OwnEvent } from '@shared/contract/event-shapes';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toastUndo } from '../../ui/toast-undo';

const ends = ['marked', 'dropped'] as const;

/** What the shop did for a customer's own event, or why nothing. */
export function EndOwnEvent({ event, onClose }: { readonly event: OwnEvent; readonly onClose: () => void }) {
  const { t } = useWords();
  const end = useTell('ownEvents.end');
  const [status, setStatus] = useState<(typeof ends)[number]>('marked');
  const [outcome, setOutcome] = useState('');
  return (
    <Dialog title={t('events.own.endTitle')} isOpen onClose={onClose}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          end.mutate(
            { ownEventId: event.id, end: { status, outcome } },
            {
              onSuccess: () => {
                onClose();
                toastUndo(t('events.own.ended'), t('common.undo'), () =>
                  call('ownEvents.end', { ownEventId: event.id, end: null }),
                );
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('events.own.endHow')}
            value={status}
            onChange={(value) => setStatus(value as typeof status)}
            data={ends.map((value) => ({ value, label: t(`events.own.${value}`) }))}
          />
          <Textarea
            data-autofocus
            required
            label={t('events.own.outcome')}
            value={outcome}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(typed) => setOutcome(typed.currentTarget.value)}
          />
          <FormEnd
            error={end.error}
            isPending={end.isPending}
            submit={t('events.own.save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
