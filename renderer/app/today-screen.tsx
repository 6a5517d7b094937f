import { Navigate } from '@tanstack/react-router';
import { type ComponentType, useEffect } from 'react';
import { BackupWarning } from '../features/backups/backup-warning';
import { UnreadGuidelines } from '../features/guidelines/unread-guidelines';
import { ReviewWaiting } from '../features/oversight/review-waiting';
import { ProgrammesDue } from '../features/programmes/programmes-due';
import { TodayPage } from '../features/today/today-page';
import { UpdateNotice } from '../features/updates/update-notice';
import { useCounter } from '../lib/counter';

/** Today, with what must be seen first until it is mended: one entry a feature that has something to warn of. */
const warnings: readonly ComponentType[] = [
  BackupWarning,
  UnreadGuidelines,
  ReviewWaiting,
  ProgrammesDue,
  UpdateNotice,
];

/** Whoever of the service desk was shown the board since they unlocked. */
let shownBoardTo: string | null = null;

/** Today; the service desk begins with its board and finds Today behind it. */
export function TodayScreen() {
  const { staff } = useCounter();
  const isArriving = staff.role === 'service' && shownBoardTo !== staff.id;
  useEffect(() => {
    shownBoardTo = staff.id;
  }, [staff.id]);
  if (isArriving) return <Navigate to="/jobs" />;
  return <TodayPage warnings={warnings} />;
}
