import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { isNewPinReady, NewPinFields } from '../../ui/new-pin-fields';
import { RecoveryKeyField } from '../../ui/recovery-key-field';
import { toast } from '../../ui/toast';
import type { Person } from './person';

interface RescuePinProps {
  readonly person: Person;
  readonly onDone: () => void;
}

/** A manager who forgot the PIN or is locked out gets back in with the recovery sheet. */
export function RescuePin({ person, onDone }: RescuePinProps) {
  const { t } = useWords();
  const [recoveryKey, setRecoveryKey] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const reset = useTell('setup.resetManagerPin');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate(
      { staffId: person.id, recoveryKey, newPin: pin },
      {
        onSuccess: () => {
          toast(t('session.rescueDone'));
          onDone();
        },
      },
    );
  };
  const isReady = recoveryKey.trim() !== '' && isNewPinReady(person.role, pin, again);
  return (
    <form onSubmit={submit}>
      <Stack w={680}>
        <Title order={1} fz={26}>
          {t('session.rescueTitle')}
        </Title>
        <Text c="dimmed">{t('session.rescueWhy')}</Text>
        <RecoveryKeyField label={t('setup.recoveryKey')} value={recoveryKey} onChange={setRecoveryKey} />
        <NewPinFields staffRole={person.role} pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
        <ErrorNotice error={reset.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common.back')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={reset.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
