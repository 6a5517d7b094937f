import { SegmentedControl } from '@mantine/core';
import { useWords } from '../../lib/i18n';

/** Whose duties are shown. */
export type DutyScope = 'mine' | 'shop';

interface ScopeSwitchProps {
  readonly value: DutyScope;
  readonly onChange: (scope: DutyScope) => void;
}

/** Mine, or the whole shop's. */
export function ScopeSwitch({ value, onChange }: ScopeSwitchProps) {
  const { t } = useWords();
  return (
    <SegmentedControl
      size="md"
      aria-label={t('today.scope.label')}
      value={value}
      onChange={(scope) => onChange(scope as DutyScope)}
      data={[
        { value: 'mine', label: t('today.scope.mine') },
        { value: 'shop', label: t('today.scope.shop') },
      ]}
    />
  );
}
