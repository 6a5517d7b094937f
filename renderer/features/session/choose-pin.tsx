import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { isNewPinReady, NewPinFields } from '../../ui/new-pin-fields';
import type { Person } from './person';

interface ChoosePinProps {
  readonly person: Person;
  /** The PIN a manager chose, typed just now. */
  readonly oldPin: string;
  readonly onBack: () => void;
}

/** The first unlock with a PIN that a manager chose: the person chooses their own, and is in. */
export function ChoosePin({ person, oldPin, onBack }: ChoosePinProps) {
  const { t } = useWords();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const change = useTell('session.changePin');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ staffId: person.id, pin: oldPin, newPin: pin });
  };
  return (
    <form onSubmit={submit}>
      <Stack w={620}>
        <Title order={1} fz={26}>
          {t('session.changeTitle')}
        </Title>
        <Text c="dimmed">{t('session.changeWhy')}</Text>
        <NewPinFields staffRole={person.role} pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
        <ErrorNotice error={change.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!isNewPinReady(person.role, pin, again)} loading={change.isPending}>
            {t('session.unlock')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
