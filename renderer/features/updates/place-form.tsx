import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';

/** Where new versions come from: set with the PIN, or turned off. */
export function PlaceForm({ place }: { readonly place: string | null }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(place ?? '');
  const save = useTell('updates.setPlace');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ place: typed }, { onSuccess: () => toast(t('updates.saved')) });
  };
  const turnOff = () => save.mutate({ place: null }, { onSuccess: () => toast(t('updates.turnedOff')) });
  return (
    <form onSubmit={submit}>
      <Stack maw={760}>
        <Text>{t(place === null ? 'updates.placeIsOff' : 'updates.placeIsOn')}</Text>
        <TextInput
          size="md"
          label={t('updates.placeLabel')}
          description={t('updates.placeWhy')}
          placeholder="https://"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ErrorNotice error={save.error} />
        <Group>
          <Button
            type="submit"
            disabled={typed.trim() === '' || typed.trim() === place}
            loading={save.isPending}
          >
            {t('common.save')}
          </Button>
          {place !== null && (
            <Button variant="default" onClick={turnOff} disabled={save.isPending}>
              {t('updates.turnOff')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
