import { Text } from '@mantine/core';
import type { BackupResult } from '@shared/contract/backups';
import { formatBytes, formatDuration } from '@shared/domain/sizes';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { CallError } from '../lib/call';
import { errorText, useWords } from '../lib/i18n';
import classes from './backup-proof.module.css';

/** What came of each copy: the proof, or why it failed. */
export function BackupProofs({ results }: { readonly results: readonly BackupResult[] }) {
  return (
    <ul className={classes.list}>
      {results.map((result) => (
        <li key={result.backupId} className={classes.proof}>
          {result.outcome === 'verified' ? <Proved result={result} /> : <Failed result={result} />}
        </li>
      ))}
    </ul>
  );
}

function Proved({ result }: { readonly result: BackupResult }) {
  const { t, language } = useWords();
  const number = (table: string) => (result.counts?.[table] ?? 0).toLocaleString('en-GB');
  return (
    <>
      <IconShieldCheck className={classes.mark} size={26} stroke={1.5} aria-hidden />
      <div>
        <Text fw={600}>
          {result.label}: {t('backups.proof.title')}
        </Text>
        <Text>
          {t('backups.proof.counts', {
            customers: number('customers'),
            sales: number('sales'),
            products: number('products'),
            items: number('items'),
          })}
        </Text>
      </div>
      <Text c="dimmed" ta="right">
        {t('backups.proof.facts', {
          size: formatBytes(result.sizeBytes ?? 0),
          time: formatDuration(result.durationMs, language),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('backups.proof.head', {
          head: (result.logHead ?? '').slice(0, 8),
          count: result.logCount ?? 0,
        })}
        {result.pruned > 0 && ` · ${t('backups.proof.pruned', { count: result.pruned })}`}
      </Text>
    </>
  );
}

function Failed({ result }: { readonly result: BackupResult }) {
  const { t } = useWords();
  return (
    <>
      <IconAlertTriangle className={classes.mark} data-failed="" size={26} stroke={1.5} aria-hidden />
      <div>
        <Text fw={600} c="var(--danger-text)">
          {result.label}: {t('backups.proof.failed')}
        </Text>
        <Text>{errorText(new CallError(result.error ?? 'PLACE_FAILED', {}, ''))}</Text>
      </div>
    </>
  );
}
