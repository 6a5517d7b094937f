import { Select } from '@mantine/core';
import type { ProgrammeAction } from '@shared/contract/programmes';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';

interface CampaignSelectProps {
  readonly programmeId: string;
  /** The campaign that the action is already. */
  readonly current: ProgrammeAction['campaign'];
  readonly value: string | null;
  readonly onChange: (campaignId: string | null) => void;
}

/** Which campaign an action is: one of the programme that no other action is, or a draft of no programme. */
export function CampaignSelect({ programmeId, current, value, onChange }: CampaignSelectProps) {
  const { t } = useWords();
  const answer = useAsk('programmes.get', { programmeId }, ['programmes']);
  const taken = (answer.data?.actions ?? []).flatMap(({ campaign }) => campaign?.id ?? []);
  const own = useAsk('campaigns.forProgramme', { programmeId }, ['campaigns']);
  const open = useAsk('campaigns.list', { show: 'running' }, ['campaigns']);
  const drafts = (open.data ?? []).filter(({ status, programme }) => status === 'draft' && !programme);
  const offered = [...(own.data ?? []), ...drafts].filter(({ id }) => !taken.includes(id));
  const data = [...(current ? [current] : []), ...offered];
  return (
    <Select
      label={t('programmes.actions.campaign')}
      description={t('programmes.actions.campaignHint')}
      value={value}
      clearable
      searchable
      data={data.map(({ id, name, number }) => ({ value: id, label: `${name} (${number})` }))}
      onChange={onChange}
    />
  );
}
