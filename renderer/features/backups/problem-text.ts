import type { Output } from '@shared/contract';
import { CallError } from '../../lib/call';
import { errorText, useWords } from '../../lib/i18n';

export type Problem = Output<'backups.health'>['problems'][number];

/** One problem of the backups in words. */
export function useProblemText(): (problem: Problem) => string {
  const { t } = useWords();
  return ({ kind, label, days, code }) => {
    const reason = code ? errorText(new CallError(code, {}, '')) : '';
    if (kind === 'old') return t('backups.health.old', { label: label ?? '', count: days ?? 0 });
    if (kind === 'failed') return t('backups.health.failed', { label: label ?? '', reason });
    if (kind === 'never') return t('backups.health.never', { label: label ?? '' });
    return t(`backups.health.${kind}`);
  };
}
