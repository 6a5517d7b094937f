import type { ComponentType } from 'react';
import { BackupWarning } from '../features/backups/backup-warning';
import { UnreadGuidelines } from '../features/guidelines/unread-guidelines';
import { ReviewWaiting } from '../features/oversight/review-waiting';
import { TodayPage } from '../features/today/today-page';
import { UpdateNotice } from '../features/updates/update-notice';

/** Today, with what must be seen first until it is mended: one entry a feature that has something to warn of. */
const warnings: readonly ComponentType[] = [BackupWarning, UnreadGuidelines, ReviewWaiting, UpdateNotice];

export function TodayScreen() {
  return <TodayPage warnings={warnings} />;
}
