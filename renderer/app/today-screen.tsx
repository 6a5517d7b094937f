import type { ComponentType } from 'react';
import { BackupWarning } from '../features/backups/backup-warning';
import { TodayPage } from '../features/today/today-page';

/** Today, with what must be seen first until it is mended: one entry a feature that has something to warn of. */
const warnings: readonly ComponentType[] = [BackupWarning];

export function TodayScreen() {
  return <TodayPage warnings={warnings} />;
}
