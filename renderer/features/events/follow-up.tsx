import { Select, Stack, Text, Textarea } from '@mantine/core';
import type { ShopEvent } from '@shared/contract/event-shapes';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { PROMISE_KINDS, type PromiseKind } from '@shared/domain/promises';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { DueFields } from '../../ui/due-fields';
import { FormEnd } from '../../ui/form-end';
import { StaffSelect } from '../../ui/staff-select';
import { toast } from '../../ui/toast';

interface FollowUpProps {
  readonly event: ShopEvent;
  readonly guestIds: readonly string[];
  readonly onMade: () => void;
  readonly onClose: () => void;
}

const usualDays = 3;

/** One promise for each of these guests, with the same words and day. */
export function FollowUp({ event, guestIds, onMade, onClose }: FollowUpProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const make = useTell('events.followUp');
  const [what, setWhat] = useState(t('events.after.whatStart', { name: event.name }));
  const [kind, setKind] = useState<PromiseKind>('call-back');
  const [due, setDue] = useState({
    dueOn: addDays(civilDateOf(Date.now(), shop.timeZone), usualDays),
    dueTime: '',
  });
  const [ownerId, setOwnerId] = useState(staff.id);
  return (
    <Dialog title={t('events.after.followUpTitle')} isOpen onClose={onClose}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          make.mutate(
            {
              guestIds: [...guestIds],
              kind,
              what,
              dueOn: due.dueOn,
              dueTime: due.dueTime || null,
              ownerId,
            },
            {
              onSuccess: ({ made }) => {
                toast(t('events.after.made', { count: made }));
                onMade();
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('events.after.followUpHint')}</Text>
          <Textarea
            data-autofocus
            required
            label={t('events.after.what')}
            value={what}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(typed) => setWhat(typed.currentTarget.value)}
          />
          <Select
            label={t('events.after.kind')}
            value={kind}
            allowDeselect={false}
            data={PROMISE_KINDS.map((one) => ({ value: one, label: t(`promises.kinds.${one}`) }))}
            onChange={(value) => value && setKind(value as PromiseKind)}
          />
          <DueFields
            labels={{ day: t('events.after.due'), time: t('events.after.time') }}
            values={due}
            onChange={(part) => setDue({ ...due, ...part })}
          />
          <StaffSelect label={t('events.after.owner')} value={ownerId} onChange={setOwnerId} />
          <FormEnd
            error={make.error}
            isPending={make.isPending}
            submit={t('events.after.make', { count: guestIds.length })}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
