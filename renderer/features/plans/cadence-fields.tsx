import { Group, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { CONVERSATION_PURPOSES, type ConversationPurpose } from '@shared/domain/conversations';
import { CADENCE_UNITS, type Cadence, mostEvery, PLAN_CHANNELS } from '@shared/domain/plans';
import { useWords } from '../../lib/i18n';

type Channel = (typeof PLAN_CHANNELS)[number];

interface CadenceFieldsProps {
  readonly label: string;
  readonly value: Cadence;
  readonly least?: number;
  readonly most?: number;
  readonly onChange: (cadence: Cadence) => void;
}

/** A number and its unit: every so often, or so much later. */
export function CadenceFields({ label, value, least = 1, most = mostEvery, onChange }: CadenceFieldsProps) {
  const { t } = useWords();
  return (
    <Group align="flex-end" wrap="nowrap">
      <NumberInput
        w={140}
        required
        label={label}
        value={value.every}
        min={least}
        max={most}
        clampBehavior="strict"
        allowDecimal={false}
        onChange={(typed) => onChange({ ...value, every: Math.max(least, Number(typed) || least) })}
      />
      <SegmentedControl
        size="md"
        aria-label={t('plans.unit')}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit: unit as Cadence['unit'] })}
        data={CADENCE_UNITS.map((unit) => ({ value: unit, label: t(`plans.units.${unit}`) }))}
      />
    </Group>
  );
}

interface WayFieldProps {
  readonly value: Channel | null;
  /** What the customer's record says, where there is a customer. */
  readonly preferred?: Channel | null;
  readonly onChange: (channel: Channel | null) => void;
}

const asPreferred = 'as-preferred';

/** By which way; otherwise as the customer prefers. */
export function WayField({ value, preferred = null, onChange }: WayFieldProps) {
  const { t } = useWords();
  const how = preferred && t(`conversations.channel.${preferred}`);
  return (
    <Select
      label={t('plans.channel')}
      allowDeselect={false}
      value={value ?? asPreferred}
      data={[
        { value: asPreferred, label: how ? t('plans.asPreferredIs', { how }) : t('plans.asPreferred') },
        ...PLAN_CHANNELS.map((one) => ({ value: one, label: t(`conversations.channel.${one}`) })),
      ]}
      onChange={(one) => onChange(one === asPreferred ? null : (one as Channel))}
    />
  );
}

interface AimFieldProps {
  readonly value: ConversationPurpose;
  readonly onChange: (purpose: ConversationPurpose) => void;
}

/** To ask how they are, or to offer something: the latter needs permission. */
export function AimField({ value, onChange }: AimFieldProps) {
  const { t } = useWords();
  return (
    <Select
      label={t('plans.purpose')}
      description={value === 'selling' ? t('plans.purposeHint') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      value={value}
      data={CONVERSATION_PURPOSES.map((one) => ({ value: one, label: t(`plans.purposes.${one}`) }))}
      onChange={(one) => one && onChange(one as ConversationPurpose)}
    />
  );
}
