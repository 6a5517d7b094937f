import { Group, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { ShopPromise } from '@shared/contract/promises';
import { TOLD_CHANNELS, type ToldChannel } from '@shared/domain/promises';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toastUndo } from '../../ui/toast-undo';

type End = 'kept' | 'broken' | 'released';
const ends: readonly End[] = ['kept', 'broken', 'released'];
const notTold = 'not-told';

/** The end of a promise: its outcome, and how and when the customer was told. */
export function ClosePromise({ promise, onClose }: { promise: ShopPromise; onClose: () => void }) {
  const { t } = useWords();
  const close = useTell('promises.close');
  const [status, setStatus] = useState<End>('kept');
  const [outcome, setOutcome] = useState('');
  const [brokenReason, setBrokenReason] = useState('');
  const [channel, setChannel] = useState<ToldChannel | typeof notTold | null>(null);
  const [toldAt, setToldAt] = useState('');
  const save = () =>
    close.mutate(
      {
        promiseId: promise.id,
        status,
        outcome,
        brokenReason: brokenReason || null,
        told:
          channel === null || channel === notTold
            ? null
            : { channel, at: toldAt ? new Date(toldAt).getTime() : Date.now() },
      },
      {
        onSuccess: () => {
          onClose();
          toastUndo(t('promises.closed', { number: promise.number }), t('common.undo'), () =>
            call('promises.reopen', { promiseId: promise.id }),
          );
        },
      },
    );
  return (
    <Dialog title={t('promises.closeTitle')} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('promises.closeTitle')}
            value={status}
            onChange={(value) => setStatus(value as End)}
            data={ends.map((end) => ({ value: end, label: t(`promises.ended.${end}`) }))}
          />
          <Textarea
            data-autofocus
            required
            label={t('promises.outcome')}
            description={t('promises.outcomeHint')}
            value={outcome}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setOutcome(event.currentTarget.value)}
          />
          {status === 'broken' && (
            <TextInput
              required
              label={t('promises.brokenReason')}
              value={brokenReason}
              maxLength={300}
              onChange={(event) => setBrokenReason(event.currentTarget.value)}
            />
          )}
          <Group grow align="flex-start">
            <Select
              required
              label={t('promises.told')}
              value={channel}
              data={[
                ...TOLD_CHANNELS.map((one) => ({ value: one, label: t(`promises.channel.${one}`) })),
                ...(status === 'broken' ? [{ value: notTold, label: t('promises.toldNot') }] : []),
              ]}
              onChange={(value) => setChannel(value as ToldChannel)}
            />
            <TextInput
              type="datetime-local"
              label={t('promises.toldAt')}
              description={toldAt ? undefined : t('promises.toldNow')}
              value={toldAt}
              disabled={channel === notTold}
              onChange={(event) => setToldAt(event.currentTarget.value)}
            />
          </Group>
          <FormEnd
            error={close.error}
            isPending={close.isPending}
            submit={t('promises.close')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
