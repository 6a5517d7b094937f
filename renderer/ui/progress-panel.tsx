import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { Progress as ActionProgress } from '@shared/contract/errors';
import { formatTimeLeft } from '@shared/domain/sizes';
import { useEffect, useState } from 'react';
import { useWords } from '../lib/i18n';

interface ProgressPanelProps {
  /** What is being done, already in words. */
  readonly step: string;
  readonly progress: ActionProgress | null;
  readonly startedAt: number;
  readonly onCancel?: () => void;
}

/** Long work: what it does, how far it is, about how long it still takes, and a way out. */
export function ProgressPanel({ step, progress, startedAt, onCancel }: ProgressPanelProps) {
  const { t, language } = useWords();
  const now = useNow(1000);
  const share = progress?.total ? progress.done / progress.total : null;
  const elapsed = now - startedAt;
  const left = share !== null && share > 0.03 && elapsed > 2000 ? (elapsed / share) * (1 - share) : null;
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        {/* Each step is read out; not each second. */}
        <Text role="status">{step}</Text>
        <Text c="dimmed">
          {share !== null && `${Math.floor(share * 100)}%`}
          {left !== null && ` · ${t('common.timeLeft', { time: formatTimeLeft(left, language) })}`}
        </Text>
      </Group>
      <Progress
        value={(share ?? 1) * 100}
        animated={share === null}
        striped={share === null}
        aria-label={step}
        size="lg"
      />
      {onCancel && (
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
