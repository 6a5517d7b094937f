import { Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { BackupSummary } from '@shared/contract/backups';
import { formatInstant } from '@shared/domain/dates';
import { formatBytes } from '@shared/domain/sizes';
import { useWords } from '../../lib/i18n';
import classes from './backups.module.css';

const tables = [
  'customers',
  'sales',
  'products',
  'items',
  'needs',
  'consent_events',
  'vip_memberships',
  'customer_notes',
] as const;
const kinds = ['customer', 'sale', 'product', 'item', 'need', 'staff'] as const;

/** What is in a backup: when, how much, which head of the log. */
export function WhatIsInIt({ backup }: { readonly backup: BackupSummary }) {
  const { t, language } = useWords();
  const number = (table: string) => (backup.counts[table] ?? 0).toLocaleString('en-GB');
  const head = backup.logHeads[0];
  return (
    <Stack gap={2}>
      <Text fw={600}>{t('backups.wizard.holds')}</Text>
      <Text>
        {t('backups.wizard.madeAt', { at: formatInstant(backup.madeAt, language) })} · {backup.shopName} ·{' '}
        {formatBytes(backup.sizeBytes)}
      </Text>
      <Text>
        {t('backups.proof.counts', {
          customers: number('customers'),
          sales: number('sales'),
          products: number('products'),
          items: number('items'),
        })}
      </Text>
      {head && (
        <Text c="dimmed" size="sm">
          {t('backups.wizard.logHead', { head: head.hash.slice(0, 16), count: head.count })}
        </Text>
      )}
    </Stack>
  );
}

/** What was recorded since the backup and would be set aside by restoring it. */
export function WhatIsLost({ lost }: { readonly lost: NonNullable<Output<'restore.inspect'>['lost']> }) {
  const { t } = useWords();
  const records = kinds.flatMap((kind) =>
    lost.records.filter((record) => record.kind === kind && record.count > 0),
  );
  const differences = tables.filter((table) => (lost.differences[table] ?? 0) !== 0);
  if (!lost.isSameHistory) return <Text c="var(--warning-text)">{t('backups.wizard.otherHistory')}</Text>;
  return (
    <div>
      <Text fw={600}>{t('backups.wizard.lost')}</Text>
      {records.length === 0 && differences.length === 0 ? (
        <Text>{t('backups.wizard.lostNothing')}</Text>
      ) : (
        <>
          <Text>{t('backups.wizard.lostEntries', { count: lost.entries })}</Text>
          <ul className={classes.lost}>
            {records.map(({ kind, count }) => (
              <li key={kind}>
                {t('backups.wizard.lostRecords', {
                  kind: t(`backups.kinds.${kind as (typeof kinds)[number]}`),
                  count,
                })}
              </li>
            ))}
            {differences.map((table) => {
              const difference = lost.differences[table] ?? 0;
              const kind = t(`backups.kinds.${table}`);
              return (
                <li key={table}>
                  {difference > 0
                    ? t('backups.wizard.lostLess', { kind, count: difference })
                    : t('backups.wizard.lostMore', { kind, count: -difference })}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
