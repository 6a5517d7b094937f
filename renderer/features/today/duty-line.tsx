import { Text } from '@mantine/core';
import type { Duty } from '@shared/contract/today';
import { civilDateOf } from '@shared/domain/dates';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { useDutyWords } from './duty-words';

/** One duty as a line of another screen: what it is and when. */
export function DutyLine({ duty }: { readonly duty: Duty }) {
  const { t } = useWords();
  const { shop } = useCounter();
  const words = useDutyWords(civilDateOf(Date.now(), shop.timeZone));
  const kind = t(`duties.${duty.kind}.group`);
  const reason = words.reason(duty);
  return (
    <Text size="sm" c={duty.isOverdue ? 'var(--danger-text)' : undefined}>
      {[kind, reason !== kind && reason, words.when(duty)].filter(Boolean).join(' · ')}
    </Text>
  );
}
