import { ActionIcon, Alert, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconFolder, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import type { Place, StepProps } from './answers';
import classes from './setup.module.css';

const kinds = ['disk', 'removable', 'network'] as const;

/** Folders for copies; warns where a copy would not survive what it is for. */
export function PlacesStep({ answers, onChange }: StepProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const choose = useTell('setup.chooseFolder');
  const check = useTell('setup.checkPlace');
  const { places } = answers;

  const add = (folder: string) =>
    check.mutate(
      { folder },
      {
        onSuccess: (place) => {
          setTyped('');
          if (places.some((known) => known.folder === place.folder)) return;
          onChange({ places: [...places, { ...place, label: lastPart(place.folder) }] });
        },
      },
    );
  const replace = (folder: string, change: Partial<Place>) =>
    onChange({
      places: places.map((place) => (place.folder === folder ? { ...place, ...change } : place)),
    });

  return (
    <>
      <Stack gap={0}>
        {places.map((place) => (
          <PlaceRow
            key={place.folder}
            place={place}
            onChange={(change) => replace(place.folder, change)}
            onRemove={() => onChange({ places: places.filter(({ folder }) => folder !== place.folder) })}
          />
        ))}
      </Stack>
      <Group align="flex-end">
        <Button
          leftSection={<IconFolder size={18} aria-hidden />}
          onClick={() => choose.mutate({}, { onSuccess: (folder) => folder && add(folder) })}
          loading={choose.isPending}
        >
          {t('setup.placeChoose')}
        </Button>
        <TextInput
          label={t('setup.placePath')}
          flex={1}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === '') return;
            // Enter adds the folder; it must not leave the step.
            event.preventDefault();
            add(typed);
          }}
        />
        <Button variant="default" onClick={() => add(typed)} disabled={typed.trim() === ''}>
          {t('setup.placeAdd')}
        </Button>
      </Group>
      <ErrorNotice error={choose.error ?? check.error} />
      {places.length < 2 && (
        <Alert icon={<IconAlertTriangle aria-hidden />} color="yellow" variant="outline" role="status">
          <Text c="var(--warning-text)">
            {t(places.length === 0 ? 'setup.placesNone' : 'setup.placesOne')}
          </Text>
        </Alert>
      )}
    </>
  );
}

interface PlaceRowProps {
  readonly place: Place;
  readonly onChange: (change: Partial<Place>) => void;
  readonly onRemove: () => void;
}

function PlaceRow({ place, onChange, onRemove }: PlaceRowProps) {
  const { t } = useWords();
  return (
    <div className={classes.place}>
      <Group wrap="nowrap" align="flex-end">
        <SimpleGrid cols={2} flex={1}>
          <TextInput
            label={t('setup.placeLabel')}
            value={place.label}
            maxLength={80}
            onChange={(event) => onChange({ label: event.currentTarget.value })}
          />
          <Select
            label={t('setup.placeKindLabel')}
            data={kinds.map((kind) => ({ value: kind, label: t(`setup.placeKind.${kind}`) }))}
            value={place.kind}
            onChange={(value) => onChange({ kind: kinds.find((kind) => kind === value) ?? place.kind })}
            allowDeselect={false}
          />
        </SimpleGrid>
        <ActionIcon aria-label={t('setup.placeRemove', { label: place.label })} onClick={onRemove}>
          <IconTrash aria-hidden />
        </ActionIcon>
      </Group>
      <Text size="sm" mt={6} c="dimmed">
        {place.folder}
      </Text>
      {place.isSameDisk && (
        <Text size="sm" c="var(--warning-text)">
          {t('setup.placeSameDisk')}
        </Text>
      )}
    </div>
  );
}

function lastPart(folder: string): string {
  return folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;
}
