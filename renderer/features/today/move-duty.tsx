import { Text, TextInput } from '@mantine/core';
import type { Duty } from '@shared/contract/today';
import { addDays } from '@shared/domain/dates';
import { lastSnooze } from '@shared/domain/duties';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { colleagueName } from '../../lib/colleague-name';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ReasonForm } from '../../ui/reason-form';
import { StaffSelect } from '../../ui/staff-select';
import { toastUndo } from '../../ui/toast-undo';
import { useDutyWords } from './duty-words';

const keyOf = ({ kind, id, customer }: Duty) => ({ kind, id, customerId: customer?.id ?? null });

interface SnoozeProps {
  readonly duty: Duty;
  readonly today: string;
  readonly onClose: () => void;
}

/** Put off until a day, with the reason; a legal deadline at most to its day. */
export function SnoozeDuty({ duty, today, onClose }: SnoozeProps) {
  const { t } = useWords();
  const words = useDutyWords(today);
  const snooze = useTell('today.snooze');
  const tomorrow = addDays(today, 1);
  const last = lastSnooze(duty.kind, duty.dueOn);
  const isTooLate = last !== null && last <= today;
  const [until, setUntil] = useState(tomorrow);
  const [reason, setReason] = useState('');
  const save = () =>
    snooze.mutate(
      { ...keyOf(duty), until, reason },
      {
        onSuccess: () => {
          onClose();
          toastUndo(t('calendar.move.snoozed', { date: words.day(until) }), t('common.undo'), () =>
            call('today.snooze', { ...keyOf(duty), until: null }),
          );
        },
      },
    );
  return (
    <Dialog title={t('calendar.move.snooze')} isOpen onClose={onClose}>
      {isTooLate ? (
        <Text>{t('calendar.move.tooLate')}</Text>
      ) : (
        <ReasonForm
          label={t('calendar.move.reason')}
          submit={t('calendar.move.snooze')}
          reason={reason}
          onReason={setReason}
          error={snooze.error}
          isPending={snooze.isPending}
          onSave={save}
          onClose={onClose}
        >
          <TextInput
            type="date"
            required
            label={t('calendar.move.snoozeUntil')}
            description={last ? t('calendar.move.deadline', { date: words.day(last) }) : undefined}
            min={tomorrow}
            max={last ?? undefined}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </ReasonForm>
      )}
    </Dialog>
  );
}

/** Given to a colleague, with the reason: it stands on theirs from now on. */
export function ReassignDuty({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const { t, language } = useWords();
  const reassign = useTell('today.reassign');
  const staff = useAsk('staff.list', {}, ['staff']);
  const [toStaffId, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const save = () => {
    if (!toStaffId) return;
    const colleague = staff.data?.find(({ id }) => id === toStaffId);
    reassign.mutate(
      { ...keyOf(duty), toStaffId, reason },
      {
        onSuccess: ({ before }) => {
          onClose();
          toastUndo(
            t('calendar.move.reassigned', { name: colleague ? colleagueName(colleague, language) : '' }),
            t('common.undo'),
            () => call('today.reassign', { ...keyOf(duty), toStaffId: before, reason: t('common.undo') }),
          );
        },
      },
    );
  };
  return (
    <Dialog title={t('calendar.move.reassign')} isOpen onClose={onClose}>
      <ReasonForm
        label={t('calendar.move.reason')}
        submit={t('calendar.move.reassign')}
        reason={reason}
        onReason={setReason}
        error={reassign.error}
        isPending={reassign.isPending}
        onSave={save}
        onClose={onClose}
      >
        <StaffSelect
          label={t('calendar.move.reassignTo')}
          value={toStaffId}
          onChange={setTo}
          {...(duty.assignedTo ? { except: duty.assignedTo.id } : {})}
        />
      </ReasonForm>
    </Dialog>
  );
}
