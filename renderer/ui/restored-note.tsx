import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../lib/i18n';

/** Says that what was typed before stands in the form again, and lets it go. */
export function RestoredNote({ onDiscard }: { readonly onDiscard: () => void }) {
  const { t } = useWords();
  return (
    <Group justify="space-between">
      <Text c="dimmed">{t('customers.draftRestored')}</Text>
      <Button variant="subtle" onClick={onDiscard}>
        {t('customers.discard')}
      </Button>
    </Group>
  );
}
