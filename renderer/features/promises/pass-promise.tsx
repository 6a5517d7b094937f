import { TextInput } from '@mantine/core';
import type { ShopPromise } from '@shared/contract/promises';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ReasonForm } from '../../ui/reason-form';
import { StaffSelect } from '../../ui/staff-select';
import { toast } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { usePromiseWords } from './promise-words';

interface PassProps {
  readonly promise: ShopPromise;
  readonly onClose: () => void;
}

/** To a colleague, with the reason; the history goes along. */
export function HandOverPromise({ promise, onClose }: PassProps) {
  const { t } = useWords();
  const handOver = useTell('promises.handOver');
  const [toStaffId, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  return (
    <ReasonDialog
      title={t('promises.handOver')}
      reason={reason}
      onReason={setReason}
      error={handOver.error}
      isPending={handOver.isPending}
      onClose={onClose}
      onSave={() => {
        if (!toStaffId) return;
        handOver.mutate(
          { promiseId: promise.id, toStaffId, reason },
          {
            onSuccess: () => {
              toast(t('promises.changed'));
              onClose();
            },
          },
        );
      }}
    >
      <StaffSelect
        label={t('promises.handOverTo')}
        value={toStaffId}
        except={promise.owner.id}
        onChange={setTo}
      />
    </ReasonDialog>
  );
}

/** Put aside on Today, with the reason; the day that was promised stays. */
export function SnoozePromise({ promise, onClose }: PassProps) {
  const { t } = useWords();
  const words = usePromiseWords();
  const { shop } = useCounter();
  const tomorrow = addDays(civilDateOf(Date.now(), shop.timeZone), 1);
  const snooze = useTell('promises.snooze');
  const [until, setUntil] = useState(tomorrow);
  const [reason, setReason] = useState('');
  return (
    <ReasonDialog
      title={t('promises.snooze')}
      reason={reason}
      onReason={setReason}
      error={snooze.error}
      isPending={snooze.isPending}
      onClose={onClose}
      onSave={() =>
        snooze.mutate(
          { promiseId: promise.id, until, reason },
          {
            onSuccess: () => {
              onClose();
              toastUndo(t('promises.snoozed', { date: words.day(until) }), t('common.undo'), () =>
                call('promises.snooze', { promiseId: promise.id, until: null }),
              );
            },
          },
        )
      }
    >
      <TextInput
        type="date"
        required
        label={t('promises.snoozeUntil')}
        min={tomorrow}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </ReasonDialog>
  );
}

interface ReasonDialogProps {
  readonly title: string;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly children: React.ReactNode;
}

function ReasonDialog({ title, children, onClose, ...rest }: ReasonDialogProps) {
  const { t } = useWords();
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <ReasonForm label={t('promises.reason')} submit={title} onClose={onClose} {...rest}>
        {children}
      </ReasonForm>
    </Dialog>
  );
}
