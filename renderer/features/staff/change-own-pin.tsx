import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { isNewPinReady, NewPinFields } from '../../ui/new-pin-fields';
import { SecretInput } from '../../ui/secret-input';
import { toast } from '../../ui/toast';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The person's own PIN, with the old one. */
export function ChangeOwnPin({ isOpen, onClose }: DialogProps) {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('session.changeOwn')} size={620}>
      {isOpen && <ChangeForm onClose={onClose} />}
    </Dialog>
  );
}

function ChangeForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [old, setOld] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const change = useTell('session.changePin');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { staffId: staff.id, pin: old, newPin: pin },
      {
        onSuccess: () => {
          toast(t('session.pinChanged'));
          onClose();
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <SecretInput
          label={t('session.oldPin')}
          inputMode="numeric"
          autoComplete="off"
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
          data-autofocus
        />
        <NewPinFields staffRole={staff.role} pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
        <ErrorNotice error={change.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            disabled={old === '' || !isNewPinReady(staff.role, pin, again)}
            loading={change.isPending}
          >
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
