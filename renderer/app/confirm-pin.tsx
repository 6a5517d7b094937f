import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { call, onConfirmationNeeded } from '../lib/call';
import { useWords } from '../lib/i18n';
import { ErrorNotice } from '../ui/error-notice';
import { SecretInput } from '../ui/secret-input';

/** Asks for the PIN again when an operation wants it (export, restore, role changes), then lets it go on. */
export function ConfirmPin() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [pin, setPin] = useState('');
  const [error, setError] = useState<unknown>(null);
  const answer = useRef<(isConfirmed: boolean) => void>(() => {});

  useEffect(() => {
    onConfirmationNeeded(
      () =>
        new Promise((resolve) => {
          answer.current = resolve;
          setPin('');
          setError(null);
          setOpen(true);
        }),
    );
  }, []);

  const finish = (isConfirmed: boolean) => {
    setOpen(false);
    answer.current(isConfirmed);
  };
  const submit = async () => {
    try {
      await call('session.confirm', { pin });
      finish(true);
    } catch (problem) {
      setPin('');
      setError(problem);
    }
  };

  return (
    <Modal opened={isOpen} onClose={() => finish(false)} title={t('session.confirmTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <Text c="dimmed">{t('session.confirmWhy')}</Text>
          <SecretInput
            label={t('session.pin')}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value)}
          />
          <ErrorNotice error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => finish(false)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={pin.length === 0}>
              {t('common.next')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
