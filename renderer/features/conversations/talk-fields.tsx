import { Chip, Group, Input, SegmentedControl, Select, TextInput } from '@mantine/core';
import { GOODS_CLASSES, type GoodsClass } from '@shared/domain/consent-events';
import {
  CONVERSATION_CHANNELS,
  CONVERSATION_OUTCOMES,
  CONVERSATION_PURPOSES,
  type ConversationChannel,
  type ConversationOutcome,
  type ConversationPurpose,
  DIRECTIONS,
  type Direction,
} from '@shared/domain/conversations';
import { useWords } from '../../lib/i18n';
import { useConversationWords } from './conversation-words';
import type { TalkValues } from './talk-values';

interface FieldsProps {
  readonly values: TalkValues;
  readonly onChange: (part: Partial<TalkValues>) => void;
}

/** By which way, and who began. */
export function HowFields({ values, onChange }: FieldsProps) {
  const { t } = useWords();
  const { channel } = useConversationWords();
  // A message that comes in was not "spoken together"; a visit or a call usually was.
  const choose = (next: ConversationChannel) =>
    onChange({ channel: next, outcome: next === 'visit' || next === 'phone' ? 'talked' : 'sent' });
  return (
    <>
      <Input.Wrapper label={t('conversations.channelLabel')} labelElement="div">
        <Chip.Group value={values.channel} onChange={(value) => choose(value as ConversationChannel)}>
          <Group gap={6} mt={4} role="radiogroup" aria-label={t('conversations.channelLabel')}>
            {CONVERSATION_CHANNELS.map((one) => (
              <Chip key={one} value={one} size="md" variant="outline">
                {channel(one)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Group grow align="flex-start">
        <Input.Wrapper label={t('conversations.directionLabel')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('conversations.directionLabel')}
            value={values.direction}
            onChange={(value) => onChange({ direction: value as Direction })}
            data={DIRECTIONS.map((value) => ({ value, label: t(`conversations.direction.${value}`) }))}
          />
        </Input.Wrapper>
        <PurposeField purpose={values.purpose} onChange={(purpose) => onChange({ purpose })} />
      </Group>
      {values.purpose === 'selling' && (
        <GoodsField value={values.goodsClass} onChange={(goodsClass) => onChange({ goodsClass })} />
      )}
    </>
  );
}

interface PurposeFieldProps {
  readonly purpose: ConversationPurpose;
  readonly onChange: (purpose: ConversationPurpose) => void;
}

/** Service or selling. */
export function PurposeField({ purpose, onChange }: PurposeFieldProps) {
  const { t } = useWords();
  return (
    <Input.Wrapper label={t('conversations.purposeLabel')} labelElement="div">
      <SegmentedControl
        fullWidth
        aria-label={t('conversations.purposeLabel')}
        value={purpose}
        onChange={(value) => onChange(value as ConversationPurpose)}
        data={CONVERSATION_PURPOSES.map((value) => ({ value, label: t(`conversations.purpose.${value}`) }))}
      />
    </Input.Wrapper>
  );
}

interface GoodsFieldProps {
  readonly value: GoodsClass;
  readonly onChange: (goods: GoodsClass) => void;
}

/** What is offered: permission is given for each class of goods. */
export function GoodsField({ value, onChange }: GoodsFieldProps) {
  const { t } = useWords();
  const { goods } = useConversationWords();
  return (
    <Select
      label={t('conversations.goods')}
      description={t('conversations.purposeHint')}
      value={value}
      allowDeselect={false}
      data={GOODS_CLASSES.map((one) => ({ value: one, label: goods(one) }))}
      onChange={(one) => one && onChange(one as GoodsClass)}
    />
  );
}

/** Its subject, and when it was where that is not just now. */
export function MoreFields({ values, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('conversations.subject')}
        value={values.subject}
        maxLength={200}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('conversations.when')}
        description={values.when ? undefined : t('conversations.whenNow')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={values.when}
        onChange={(event) => onChange({ when: event.currentTarget.value })}
      />
    </Group>
  );
}

interface OutcomeFieldProps {
  readonly value: ConversationOutcome | null;
  readonly onChange: (outcome: ConversationOutcome) => void;
}

/** What came of it. */
export function OutcomeField({ value, onChange }: OutcomeFieldProps) {
  const { t } = useWords();
  return (
    <Select
      label={t('conversations.outcomeLabel')}
      value={value}
      allowDeselect={false}
      data={CONVERSATION_OUTCOMES.map((one) => ({ value: one, label: t(`conversations.outcome.${one}`) }))}
      onChange={(one) => one && onChange(one as ConversationOutcome)}
    />
  );
}
