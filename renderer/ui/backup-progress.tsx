import type { Progress } from '@shared/contract/errors';
import { useWords } from '../lib/i18n';
import { ProgressPanel } from './progress-panel';

/** Each place counts as a thousand. */
const perPlace = 1000;

const steps = [
  'begin',
  'waiting',
  'copy',
  'check',
  'fingerprint',
  'sync',
  'restoreCopy',
  'swap',
  'done',
] as const;

interface BackupProgressProps {
  readonly progress: Progress | null;
  readonly startedAt: number;
  /** Names of the places, where it goes to several. */
  readonly places?: readonly string[];
  readonly onCancel: () => void;
}

/** How far a backup, a check or a restore is, and in which place. */
export function BackupProgress({ progress, startedAt, places = [], onCancel }: BackupProgressProps) {
  const { t } = useWords();
  const step = steps.find((each) => progress?.step === `backups.step.${each}`) ?? 'begin';
  const index = Math.min(places.length - 1, Math.floor((progress?.done ?? 0) / perPlace));
  const label = places[index];
  const where = label ? `${t('backups.place', { number: index + 1, total: places.length, label })} — ` : '';
  return (
    <ProgressPanel
      step={where + t(`backups.step.${step}`)}
      progress={progress}
      startedAt={startedAt}
      onCancel={onCancel}
    />
  );
}
