import { Select } from '@mantine/core';
import type { Campaign } from '@shared/contract/campaigns';
import type { Programme } from '@shared/contract/programmes';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';

interface ProgrammeSelectProps {
  readonly value: string | null;
  /** The programme it was saved with, which may be closed by now. */
  readonly current: Campaign['programme'];
  readonly isDisabled: boolean;
  readonly onChange: (programme: Programme | null) => void;
}

/** Of which programme the campaign is an action: one that is planned or runs. */
export function ProgrammeSelect({ value, current, isDisabled, onChange }: ProgrammeSelectProps) {
  const { t } = useWords();
  const running = useAsk('programmes.list', { show: 'running' }, ['programmes']);
  const drafts = useAsk('programmes.list', { show: 'draft' }, ['programmes']);
  const open = [...(running.data ?? []), ...(drafts.data ?? [])];
  const isCurrentOpen = open.some(({ id }) => id === current?.id);
  const offered = current && !isCurrentOpen ? [current, ...open] : open;
  return (
    <Select
      label={t('campaigns.programme')}
      placeholder={t('campaigns.programmeNone')}
      description={t('campaigns.programmeHint')}
      value={value}
      clearable
      searchable
      disabled={isDisabled}
      data={offered.map(({ id, name, number }) => ({ value: id, label: `${name} (${number})` }))}
      onChange={(id) => onChange(open.find((one) => one.id === id) ?? null)}
    />
  );
}
