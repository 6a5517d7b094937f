import { Button, Group, Stack, Text } from '@mantine/core';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { ErrorNotice } from '../../ui/error-notice';
import { ProgressPanel } from '../../ui/progress-panel';

/** Looks for a newer version and fetches it, each with its progress and a way to stop. */
export function FetchUpdate() {
  const { t } = useWords();
  const look = useAction('updates.look');
  const fetch = useAction('updates.fetch');
  if (look.startedAt !== null)
    return (
      <ProgressPanel
        step={t('updates.looking')}
        progress={look.progress}
        startedAt={look.startedAt}
        onCancel={look.cancel}
      />
    );
  if (fetch.startedAt !== null)
    return (
      <ProgressPanel
        step={t('updates.step.fetch')}
        progress={fetch.progress}
        startedAt={fetch.startedAt}
        onCancel={fetch.cancel}
      />
    );
  const newer = fetch.result?.waiting ? null : (look.result?.newer ?? null);
  return (
    <Stack gap="sm">
      <ErrorNotice error={fetch.error ?? look.error} />
      {look.result && look.result.newer === null && <Text role="status">{t('updates.newest')}</Text>}
      {newer && <Text role="status">{t('updates.found', { version: newer })}</Text>}
      <Group>
        {newer && <Button onClick={() => fetch.start({})}>{t('updates.fetch', { version: newer })}</Button>}
        <Button variant="default" onClick={() => look.start({})}>
          {t('updates.look')}
        </Button>
      </Group>
    </Stack>
  );
}
