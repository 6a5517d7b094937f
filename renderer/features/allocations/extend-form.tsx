import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import { isBeyondUsual } from '@shared/domain/allocation';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { useAllocationWords } from './allocation-words';

interface ExtendFormProps {
  readonly offer: Output<'allocations.get'>['offers'][number];
  readonly onClose: () => void;
}

/** Until when the piece is kept for whoever thinks, and why longer; says before it is saved whether it will be reviewed. */
export function ExtendForm({ offer, onClose }: ExtendFormProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const said = useAllocationWords();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const earliest = addDays(offer.holdUntil < today ? today : offer.holdUntil, 1);
  const [until, setUntil] = useState(earliest);
  const [reason, setReason] = useState('');
  const settings = useAsk('shop.settings', {}, ['settings']);
  const rules = settings.data?.holdRules;
  const extend = useTell('allocations.extendHold');
  const offeredOn = civilDateOf(offer.at, shop.timeZone);
  const isBeyond = rules !== undefined && until !== '' && isBeyondUsual(offeredOn, until, rules);
  return (
    <Dialog
      title={t('allocations.hold.extendTitle', { name: said.name(offer.customer) })}
      isOpen
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          extend.mutate(
            { offerId: offer.id, until, reason },
            {
              onSuccess: () => {
                onClose();
                toast(t('allocations.hold.extended', { date: said.day(until) }));
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            type="date"
            required
            label={t('allocations.hold.until')}
            min={earliest}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <Textarea
            required
            label={t('allocations.hold.reason')}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {rules && (
            <Text size="sm" role="status" c={isBeyond ? 'var(--warning-text)' : 'dimmed'}>
              {t(isBeyond ? 'allocations.hold.beyond' : 'allocations.hold.within', { days: rules.usualDays })}
            </Text>
          )}
          <FormEnd
            error={extend.error ?? settings.error}
            isPending={extend.isPending}
            submit={t('allocations.hold.extend')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
