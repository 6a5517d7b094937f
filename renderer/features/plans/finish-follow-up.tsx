import { Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { FollowUp } from '@shared/contract/plans';
import { GOODS_CLASSES, type GoodsClass } from '@shared/domain/consent-events';
import {
  CONVERSATION_CHANNELS,
  CONVERSATION_OUTCOMES,
  type ConversationChannel,
  type ConversationOutcome,
} from '@shared/domain/conversations';
import { formatInstant, startOfDay } from '@shared/domain/dates';
import { goodsInWords } from '@shared/words/consent-sentences';
import { useAsk, useTell } from '../../lib/ask';
import { CallError, call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toastUndo } from '../../ui/toast-undo';
import { usePlanWords } from './plan-words';

/** Written down with it, in the log already, or only a word. */
const ways = ['log', 'linked', 'words'] as const;

interface FinishValues {
  readonly way: (typeof ways)[number];
  readonly words: string;
  readonly channel: ConversationChannel;
  readonly outcome: ConversationOutcome;
  readonly goodsClass: GoodsClass;
  readonly gateReason: string;
  readonly conversationId: string | null;
}

interface FinishProps {
  readonly customerId: string;
  readonly followUp: FollowUp;
  readonly onClose: () => void;
}

/** A follow-up is done: with the conversation in which it was done, or a word of what came of it. */
export function FinishFollowUp(props: FinishProps) {
  const { t } = useWords();
  const words = usePlanWords();
  const { followUp, onClose } = props;
  const draft = useDraft<FinishValues>('finish-follow-up', followUp.id, {
    way: 'log',
    words: '',
    channel: followUp.channel ?? 'phone',
    outcome: (followUp.channel ?? 'phone') === 'phone' ? 'talked' : 'sent',
    goodsClass: GOODS_CLASSES[0],
    gateReason: '',
    conversationId: null,
  });
  const what = followUp.isDiscreet ? t('plans.covered') : words.rule(followUp);
  return (
    <Dialog title={t('plans.doneTitle', { what })} isOpen onClose={onClose} size={560}>
      {draft.start && <Fields {...props} draft={draft} start={draft.start} />}
    </Dialog>
  );
}

interface FieldsProps extends FinishProps {
  readonly draft: Draft<FinishValues>;
  readonly start: FinishValues;
}

function Fields({ customerId, followUp, onClose, draft, start }: FieldsProps) {
  const { t } = useWords();
  const finish = useTell('plans.finishFollowUp');
  const [values, change] = useDraftValues(draft, start);
  const isSelling = followUp.purpose === 'selling';
  // The gate has been asked once, and wants to know why.
  const needsReason = finish.error instanceof CallError && finish.error.code === 'CONTACT_REASON_NEEDED';
  const submit = () =>
    finish.mutate(
      {
        followUpId: followUp.id,
        words: values.words,
        conversationId: values.way === 'linked' ? values.conversationId : null,
        log:
          values.way === 'log'
            ? {
                channel: values.channel,
                outcome: values.outcome,
                goodsClass: isSelling ? values.goodsClass : null,
                gateReason: values.gateReason,
              }
            : null,
      },
      {
        onSuccess: ({ conversationNumber: number }) => {
          draft.clear();
          onClose();
          toastUndo(
            number ? t('plans.finishedWith', { number }) : t('plans.finished'),
            t('common.undo'),
            () => call('plans.reopenFollowUp', { followUpId: followUp.id }),
          );
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <SegmentedControl
          size="md"
          fullWidth
          aria-label={t('plans.doneHow.label')}
          value={values.way}
          onChange={(way) => change({ way: way as FinishValues['way'] })}
          data={ways.map((way) => ({ value: way, label: t(`plans.doneHow.${way}`) }))}
        />
        {values.way === 'log' && <LogFields values={values} isSelling={isSelling} onChange={change} />}
        {values.way === 'linked' && (
          <Linked
            customerId={customerId}
            since={followUp.since}
            value={values.conversationId}
            onChange={(conversationId) => change({ conversationId })}
          />
        )}
        <Textarea
          data-autofocus
          required={values.way === 'words'}
          label={values.way === 'log' ? t('plans.outcomeWords') : t('plans.outcome')}
          description={values.way === 'words' ? t('plans.outcomeHint') : undefined}
          value={values.words}
          maxLength={500}
          autosize
          minRows={2}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        {values.way === 'log' && (needsReason || values.gateReason !== '') && (
          <TextInput
            required
            label={t('plans.gateReason')}
            value={values.gateReason}
            maxLength={300}
            onChange={(event) => change({ gateReason: event.currentTarget.value })}
          />
        )}
        <FormEnd
          error={finish.error}
          isPending={finish.isPending}
          submit={t('plans.done')}
          isRestored={draft.isRestored}
          onCancel={() => {
            draft.clear();
            onClose();
          }}
        />
      </Stack>
    </form>
  );
}

interface LogFieldsProps {
  readonly values: FinishValues;
  readonly isSelling: boolean;
  readonly onChange: (part: Partial<FinishValues>) => void;
}

/** What is written into the log. */
function LogFields({ values, isSelling, onChange }: LogFieldsProps) {
  const { t, language } = useWords();
  // A visit or a call is spoken; anything else is sent.
  const choose = (channel: ConversationChannel) =>
    onChange({ channel, outcome: channel === 'visit' || channel === 'phone' ? 'talked' : 'sent' });
  return (
    <>
      <Group grow align="flex-start">
        <Select
          label={t('plans.way')}
          allowDeselect={false}
          value={values.channel}
          data={CONVERSATION_CHANNELS.map((one) => ({
            value: one,
            label: t(`conversations.channel.${one}`),
          }))}
          onChange={(one) => one && choose(one as ConversationChannel)}
        />
        <Select
          label={t('plans.result')}
          allowDeselect={false}
          value={values.outcome}
          data={CONVERSATION_OUTCOMES.map((one) => ({
            value: one,
            label: t(`conversations.outcome.${one}`),
          }))}
          onChange={(one) => one && onChange({ outcome: one as ConversationOutcome })}
        />
      </Group>
      {isSelling && (
        <Select
          label={t('plans.goods')}
          allowDeselect={false}
          value={values.goodsClass}
          data={GOODS_CLASSES.map((one) => ({ value: one, label: goodsInWords([one], language) }))}
          onChange={(one) => one && onChange({ goodsClass: one as GoodsClass })}
        />
      )}
    </>
  );
}

interface LinkedProps {
  readonly customerId: string;
  /** Only what was said since. */
  readonly since: string;
  readonly value: string | null;
  readonly onChange: (conversationId: string | null) => void;
}

function Linked({ customerId, since, value, onChange }: LinkedProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const found = useAsk('conversations.forCustomer', { customerId, limit: 50 }, ['conversations']);
  const from = startOfDay(since, shop.timeZone);
  const talks = (found.data?.conversations ?? []).filter(({ at }) => at >= from);
  if (found.data && talks.length === 0) return <Text size="sm">{t('plans.noTalks')}</Text>;
  return (
    <Select
      required
      label={t('plans.which')}
      value={value}
      data={talks.map(({ id, number, at, channel }) => ({
        value: id,
        label: [
          number,
          formatInstant(at, language, shop.timeZone),
          t(`conversations.channel.${channel}`),
        ].join(' · '),
      }))}
      onChange={onChange}
    />
  );
}
