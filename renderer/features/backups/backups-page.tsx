import { Button, Group, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { formatInstant } from '@shared/domain/dates';
import { formatDuration } from '@shared/domain/sizes';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { CallError } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { errorText, useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { BackupProgress } from '../../ui/backup-progress';
import { BackupProofs } from '../../ui/backup-proof';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { Attempts } from './attempts';
import { KeptShops } from './kept-shops';
import { Places } from './places';
import { ProblemList } from './problem-list';
import { RestoreDialog } from './restore-dialog';

/** Where the copies are, whether they are well, and bringing one back. */
export function BackupsPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const isManager = staff.role === 'manager';
  const places = useAsk('backups.places', {}, ['backups', 'shop']);
  const health = useAsk('backups.health', {}, ['backups', 'shop', 'day']);
  const run = useAction('backups.run');
  const [restoring, setRestoring] = useState<{ folder: string | null } | null>(null);
  const labels = (places.data ?? []).map(({ label }) => label);
  return (
    <Page
      title={t('backups.title')}
      subtitle={t('backups.subtitle')}
      actions={
        isManager && (
          <>
            <Button variant="default" onClick={() => setRestoring({ folder: null })}>
              {t('backups.otherFolder')}
            </Button>
            <Button
              disabled={run.startedAt !== null || labels.length === 0}
              onClick={() => void run.start({})}
            >
              {t('backups.run')}
            </Button>
          </>
        )
      }
    >
      {run.startedAt !== null && (
        <BackupProgress
          progress={run.progress}
          startedAt={run.startedAt}
          places={labels}
          onCancel={run.cancel}
        />
      )}
      <ErrorNotice error={run.error} />
      {run.result && <BackupProofs results={run.result} />}
      {health.data && <Health health={health.data} />}
      <Places isManager={isManager} onRestore={(folder) => setRestoring({ folder })} />
      {isManager && <Practice health={health.data} />}
      {isManager && <KeptShops />}
      <Attempts />
      {restoring && <RestoreDialog folder={restoring.folder} onClose={() => setRestoring(null)} />}
    </Page>
  );
}

function Health({ health }: { readonly health: Output<'backups.health'> }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  if (health.problems.length > 0) return <ProblemList problems={health.problems} />;
  if (health.newestAt === null) return null;
  return (
    <Group gap="xs" wrap="nowrap">
      <IconShieldCheck size={26} stroke={1.5} color="var(--accent-text)" aria-hidden />
      <Text>
        <Text span fw={600}>
          {t('backups.health.good')}
        </Text>{' '}
        {t('backups.health.goodWhy', { at: formatInstant(health.newestAt, language, shop.timeZone) })}
      </Text>
    </Group>
  );
}

/** A practice restore: the only proof that a copy can be brought back. */
function Practice({ health }: { readonly health: Output<'backups.health'> | undefined }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const drill = useAction('backups.drill');
  const last = health?.lastDrill;
  const at = (instant: number) => formatInstant(instant, language, shop.timeZone);
  return (
    <Section
      title={t('backups.drill')}
      actions={
        <Button
          variant="default"
          disabled={drill.startedAt !== null || !health?.newestAt}
          onClick={() => void drill.start({})}
        >
          {t('backups.drill')}
        </Button>
      }
    >
      <Stack gap="xs">
        <Text c="dimmed">{t('backups.drillWhy')}</Text>
        {drill.startedAt !== null && (
          <BackupProgress progress={drill.progress} startedAt={drill.startedAt} onCancel={drill.cancel} />
        )}
        <ErrorNotice error={drill.error} />
        {last === null && <Text>{t('backups.drillNever')}</Text>}
        {last && (
          <Text c={last.isPassed ? undefined : 'var(--danger-text)'}>
            {t(last.isPassed ? 'backups.drillPassed' : 'backups.drillFailed', {
              at: at(last.at),
              madeAt: at(last.madeAt),
              label: last.label,
              time: formatDuration(last.durationMs, language),
              reason: last.error ? errorText(new CallError(last.error, {}, '')) : '',
            })}
          </Text>
        )}
      </Stack>
    </Section>
  );
}
