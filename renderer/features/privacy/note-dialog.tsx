import { Stack, Textarea, TextInput } from '@mantine/core';
import type { PrivacyRequest } from '@shared/contract/privacy';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { MoneyField } from '../../ui/money-field';
import { toast } from '../../ui/toast';

export type NoteName = 'identity' | 'step' | 'fee';

interface NoteDialogProps {
  readonly note: NoteName;
  readonly request: PrivacyRequest;
  readonly onClose: () => void;
}

/** A step of a request: what was seen, what was done, what it costs. */
export function NoteDialog({ note, request, onClose }: NoteDialogProps) {
  const { t } = useWords();
  const identity = useTell('privacy.noteIdentity');
  const step = useTell('privacy.noteStep');
  const fee = useTell('privacy.setFee');
  const [words, setWords] = useState('');
  const [feeMinor, setFee] = useState<number | null>(request.feeMinor);
  const doing = { identity, step, fee }[note];
  const done = {
    onSuccess: () => {
      toast(t(note === 'fee' ? 'privacy.feeSaved' : 'privacy.stepSaved'));
      onClose();
    },
  };
  const save = () => {
    const requestId = request.id;
    if (note === 'identity') identity.mutate({ requestId, seen: words }, done);
    else if (note === 'step') step.mutate({ requestId, words }, done);
    else fee.mutate({ requestId, feeMinor: feeMinor ?? 0, why: words }, done);
  };
  const titles = {
    identity: 'privacy.identityNote',
    step: 'privacy.addStep',
    fee: 'privacy.setFee',
  } as const;
  return (
    <Dialog title={t(titles[note])} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          {note === 'fee' && (
            <MoneyField
              data-autofocus
              label={t('privacy.fee')}
              description={t('privacy.feeHint')}
              currency={request.currency}
              value={feeMinor}
              onChange={setFee}
            />
          )}
          {note === 'step' ? (
            <Textarea
              data-autofocus
              required
              label={t('privacy.step')}
              value={words}
              maxLength={1000}
              autosize
              minRows={2}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          ) : (
            <TextInput
              required
              {...(note === 'identity' ? { 'data-autofocus': true } : {})}
              label={t(note === 'identity' ? 'privacy.identity' : 'privacy.feeWhy')}
              description={note === 'identity' ? t('privacy.identityHint') : undefined}
              value={words}
              maxLength={200}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
          <FormEnd
            error={doing.error}
            isPending={doing.isPending}
            submit={t('common.save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
