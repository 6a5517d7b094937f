import { Group, Select, Stack, TextInput } from '@mantine/core';
import type { Quotation } from '@shared/contract/quotations';
import { TOLD_CHANNELS, type ToldChannel } from '@shared/domain/promises';
import { type ReactNode, useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toastUndo } from '../../ui/toast-undo';
import { useQuotationWords } from './quotation-words';

interface AnswerProps {
  readonly quotation: Quotation;
  readonly onClose: () => void;
}

/** The customer said yes: who, how, and when. */
export function ConfirmQuotation({ quotation, onClose }: AnswerProps) {
  const { t } = useWords();
  const words = useQuotationWords();
  const confirm = useTell('quotations.confirm');
  const [name, setName] = useState(() => words.name(quotation));
  const [how, setHow] = useState<ToldChannel>('in-person');
  const [at, setAt] = useState('');
  const takeBack = useTakeBack(quotation);
  return (
    <AnswerDialog
      title={t('quotations.confirmTitle')}
      action={t('quotations.confirm')}
      error={confirm.error}
      isPending={confirm.isPending}
      onClose={onClose}
      onSave={() =>
        confirm.mutate(
          { quotationId: quotation.id, name, how, at: at ? new Date(at).getTime() : Date.now() },
          {
            onSuccess: () => {
              onClose();
              takeBack(t('quotations.confirmed', { number: quotation.number }));
            },
          },
        )
      }
    >
      <TextInput
        data-autofocus
        required
        label={t('quotations.confirmName')}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group grow align="flex-start">
        <Select
          label={t('quotations.confirmHow')}
          value={how}
          allowDeselect={false}
          data={TOLD_CHANNELS.map((one) => ({ value: one, label: t(`promises.channel.${one}`) }))}
          onChange={(value) => value && setHow(value as ToldChannel)}
        />
        <TextInput
          type="datetime-local"
          label={t('quotations.confirmWhen')}
          description={at ? undefined : t('quotations.justNow')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
      </Group>
    </AnswerDialog>
  );
}

/** The customer said no: why, so that the next offer is a better one. */
export function DeclineQuotation({ quotation, onClose }: AnswerProps) {
  const { t } = useWords();
  const decline = useTell('quotations.decline');
  const [reason, setReason] = useState('');
  const takeBack = useTakeBack(quotation);
  return (
    <AnswerDialog
      title={t('quotations.declineTitle')}
      action={t('quotations.decline')}
      error={decline.error}
      isPending={decline.isPending}
      onClose={onClose}
      onSave={() =>
        decline.mutate(
          { quotationId: quotation.id, reason },
          {
            onSuccess: () => {
              onClose();
              takeBack(t('quotations.declined', { number: quotation.number }));
            },
          },
        )
      }
    >
      <TextInput
        data-autofocus
        required
        label={t('quotations.reason')}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </AnswerDialog>
  );
}

/** Says what was done and offers to take it back. */
export function useTakeBack({ id }: Quotation): (message: string) => void {
  const { t } = useWords();
  return (message) =>
    toastUndo(message, t('common.undo'), () => call('quotations.reopen', { quotationId: id }));
}

interface AnswerDialogProps {
  readonly title: string;
  readonly action: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly children: ReactNode;
}

function AnswerDialog({ title, action, error, isPending, onClose, onSave, children }: AnswerDialogProps) {
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <Stack gap="md">
          {children}
          <FormEnd error={error} isPending={isPending} submit={action} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
