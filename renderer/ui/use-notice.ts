import type { Notice, NoticeKind } from '@shared/contract/notices';
import type { Language } from '@shared/domain/languages';
import { useEffect } from 'react';
import { useAsk, useTell } from '../lib/ask';

/** The notice in force in a language; a shop that has none yet gets its first version written. */
export function useNotice(
  kind: NoticeKind,
  language: Language,
): { notice: Notice | null; error: Error | null } {
  const current = useAsk('notices.current', { kind, language }, ['consents']);
  const prepare = useTell('notices.prepare');
  const isMissing = current.data === null && prepare.isIdle;
  const { mutate } = prepare;
  useEffect(() => {
    if (isMissing) mutate({});
  }, [isMissing, mutate]);
  return { notice: current.data ?? null, error: current.error ?? prepare.error };
}
