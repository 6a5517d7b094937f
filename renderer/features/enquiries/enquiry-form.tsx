import { Checkbox, Group, SegmentedControl, Select, Stack, Textarea } from '@mantine/core';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { TOLD_CHANNELS, type ToldChannel } from '@shared/domain/promises';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { DueFields } from '../../ui/due-fields';
import { FormEnd } from '../../ui/form-end';
import { StaffSelect } from '../../ui/staff-select';
import { toast } from '../../ui/toast';
import { FactsChoice } from './facts';

interface EnquiryFormProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly question: string;
  readonly channel: ToldChannel;
  readonly productIds: readonly string[];
  readonly how: 'now' | 'later';
  readonly answer: string;
  readonly dueOn: string;
  readonly dueTime: string;
  readonly ownerId: string;
  readonly isDiscreet: boolean;
}

/** A question: the facts beside it, then the answer, or by when it is promised. */
export function EnquiryForm({ customerId, onClose }: EnquiryFormProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const draft = useDraft<Values>('enquiries.enquiry', customerId, {
    question: '',
    channel: 'in-person',
    productIds: [],
    how: 'now',
    answer: '',
    dueOn: addDays(civilDateOf(Date.now(), shop.timeZone), 1),
    dueTime: '',
    ownerId: staff.id,
    isDiscreet: false,
  });
  return (
    <Dialog title={t('enquiries.new')} isOpen onClose={onClose} size={720}>
      {draft.start && <Fields customerId={customerId} draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

interface FieldsProps extends EnquiryFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ customerId, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const ask = useTell('enquiries.ask');
  const begin = useFirstField<HTMLTextAreaElement>();
  const isNow = values.how === 'now';
  const save = () =>
    ask.mutate(inputOf(customerId, values), {
      onSuccess: ({ number, promiseNumber }) => {
        draft.clear();
        onClose();
        toast(
          promiseNumber
            ? t('enquiries.promised', { number, promise: promiseNumber })
            : t('enquiries.saved', { number }),
        );
      },
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        <Group align="flex-start" wrap="nowrap">
          <Textarea
            ref={begin}
            required
            flex={1}
            label={t('enquiries.question')}
            value={values.question}
            maxLength={500}
            autosize
            minRows={1}
            onChange={(event) => change({ question: event.currentTarget.value })}
          />
          <Select
            w={200}
            label={t('enquiries.channel')}
            value={values.channel}
            allowDeselect={false}
            data={TOLD_CHANNELS.map((one) => ({ value: one, label: t(`promises.channel.${one}`) }))}
            onChange={(channel) => channel && change({ channel: channel as ToldChannel })}
          />
        </Group>
        <FactsChoice productIds={values.productIds} onChange={(productIds) => change({ productIds })} />
        <SegmentedControl
          size="md"
          aria-label={t('enquiries.how')}
          value={values.how}
          onChange={(how) => change({ how: how as Values['how'] })}
          data={[
            { value: 'now', label: t('enquiries.answeredNow') },
            { value: 'later', label: t('enquiries.answerLater') },
          ]}
        />
        {isNow ? (
          <Textarea
            required
            label={t('enquiries.answer')}
            value={values.answer}
            maxLength={1000}
            autosize
            minRows={2}
            onChange={(event) => change({ answer: event.currentTarget.value })}
          />
        ) : (
          <Due values={values} onChange={change} />
        )}
        <Checkbox
          label={t('enquiries.discreet')}
          checked={values.isDiscreet}
          onChange={(event) => change({ isDiscreet: event.currentTarget.checked })}
        />
        <FormEnd
          error={ask.error}
          isPending={ask.isPending}
          submit={t(isNow ? 'enquiries.save' : 'enquiries.savePromise')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}

function Due({ values, onChange }: { values: Values; onChange: (part: Partial<Values>) => void }) {
  const { t } = useWords();
  return (
    <DueFields
      labels={{ day: t('enquiries.due'), time: t('enquiries.time') }}
      values={values}
      onChange={onChange}
    >
      <StaffSelect
        label={t('enquiries.owner')}
        value={values.ownerId}
        onChange={(ownerId) => onChange({ ownerId })}
      />
    </DueFields>
  );
}

function inputOf(customerId: string, values: Values) {
  const isNow = values.how === 'now';
  return {
    customerId,
    question: values.question,
    channel: values.channel,
    productIds: [...values.productIds],
    isDiscreet: values.isDiscreet,
    answer: isNow ? values.answer : null,
    due: isNow ? null : { dueOn: values.dueOn, dueTime: values.dueTime || null, ownerId: values.ownerId },
  };
}
