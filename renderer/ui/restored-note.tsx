import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../lib/i18n';

interface RestoredNoteProps {
  /** The word on the button; absent: that what was typed is discarded. */
  readonly label?: string;
  readonly onDiscard: () => void;
}

/** Says that what was typed before stands in the form again, and lets it go. */
export function RestoredNote({ label, onDiscard }: RestoredNoteProps) {
  const { t } = useWords();
  return (
    <Group justify="space-between">
      <Text c="dimmed">{t('customers.draftRestored')}</Text>
      <Button variant="subtle" onClick={onDiscard}>
        {label ?? t('customers.discard')}
      </Button>
    </Group>
  );
}
