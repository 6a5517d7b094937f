import { Checkbox, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import type { Job } from '@shared/contract/jobs';
import { TOLD_CHANNELS, type ToldChannel } from '@shared/domain/promises';
import { ANSWER_CHANNELS, GIVE_UP_REASONS, type JobStepName, WORK_KINDS } from '@shared/domain/service-jobs';
import { useWords } from '../../lib/i18n';
import { MoneyField } from '../../ui/money-field';
import { SignaturePad } from '../../ui/signature-pad';
import type { StepValues } from './step-values';

interface FieldsProps {
  readonly job: Job;
  readonly values: StepValues;
  readonly onChange: (part: Partial<StepValues>) => void;
}

/** What one step asks for, beside its note. */
export function StepFields({ step, ...props }: FieldsProps & { readonly step: JobStepName }) {
  switch (step) {
    case 'test':
      return <TestFields {...props} />;
    case 'estimate':
      return <EstimateFields {...props} />;
    case 'approve':
      return (
        <>
          <AnswerFields {...props} channels={ANSWER_CHANNELS} hasPerson />
          <PermitFields {...props} />
        </>
      );
    case 'decline':
      return <AnswerFields {...props} channels={ANSWER_CHANNELS} hasPerson />;
    case 'work':
      return <WorkFields {...props} />;
    case 'move':
      return <MoveFields {...props} />;
    case 'give-up':
      return <ReasonField {...props} />;
    case 'tell':
      return <AnswerFields {...props} channels={TOLD_CHANNELS} hasPerson={false} />;
    case 'collect':
      return <CollectFields {...props} />;
    default:
      return null;
  }
}

function TestFields({ values, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <Group grow>
      <SegmentedControl
        aria-label={t('jobs.test.kind')}
        value={values.testKind}
        onChange={(testKind) => onChange({ testKind: testKind as 'dry' })}
        data={(['dry', 'wet'] as const).map((kind) => ({ value: kind, label: t(`jobs.test.${kind}`) }))}
      />
      <SegmentedControl
        aria-label={t('jobs.result')}
        value={values.passed ? 'passed' : 'failed'}
        onChange={(result) => onChange({ passed: result === 'passed' })}
        data={(['passed', 'failed'] as const).map((result) => ({
          value: result,
          label: t(`jobs.${result}`),
        }))}
      />
    </Group>
  );
}

function EstimateFields({ job, values, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <Group grow>
      <MoneyField
        required
        data-autofocus
        label={t('jobs.amount')}
        currency={job.currency}
        value={values.minor}
        onChange={(minor) => onChange({ minor })}
      />
      <TextInput
        type="date"
        required
        label={t('jobs.until')}
        value={values.validUntil}
        onChange={(event) => onChange({ validUntil: event.currentTarget.value })}
      />
    </Group>
  );
}

interface AnswerFieldsProps extends FieldsProps {
  readonly channels: readonly ToldChannel[];
  /** True where somebody answered; telling needs no name. */
  readonly hasPerson: boolean;
}

/** Evidence of what was said: who, how, when. */
function AnswerFields({ values, onChange, channels, hasPerson }: AnswerFieldsProps) {
  const { t } = useWords();
  return (
    <>
      {hasPerson && (
        <TextInput
          required
          label={t('jobs.answeredBy')}
          value={values.by}
          maxLength={120}
          onChange={(event) => onChange({ by: event.currentTarget.value })}
        />
      )}
      <Group grow align="flex-start">
        <Select
          label={t('jobs.channel')}
          value={values.channel}
          allowDeselect={false}
          data={channels.map((one) => ({ value: one, label: t(`promises.channel.${one}`) }))}
          onChange={(channel) => channel && onChange({ channel: channel as ToldChannel })}
        />
        <TextInput
          type="datetime-local"
          label={t('jobs.at')}
          description={t('jobs.nowHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={values.at}
          onChange={(event) => onChange({ at: event.currentTarget.value })}
        />
      </Group>
    </>
  );
}

/** What was not agreed at the intake may be agreed with the estimate. */
function PermitFields({ job, values, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <Stack gap="xs">
      {!job.mayOpen && (
        <Checkbox
          label={t('jobs.alsoOpen')}
          checked={values.mayOpen}
          onChange={(event) => onChange({ mayOpen: event.currentTarget.checked })}
        />
      )}
      {!job.mayGoAbroad && (
        <Checkbox
          label={t('jobs.alsoAbroad')}
          checked={values.mayGoAbroad}
          onChange={(event) => onChange({ mayGoAbroad: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}

function WorkFields({ job, values, onChange }: FieldsProps) {
  const { t } = useWords();
  const kinds = WORK_KINDS.filter((kind) => kind !== 'polish' || job.wantsPolish);
  return (
    <>
      <SegmentedControl
        aria-label={t('jobs.workKind')}
        value={values.workKind}
        onChange={(workKind) => onChange({ workKind: workKind as 'work' })}
        data={kinds.map((kind) => ({ value: kind, label: t(`jobs.workKinds.${kind}`) }))}
      />
      <TextInput
        required
        data-autofocus
        label={t('jobs.workWhat')}
        value={values.what}
        maxLength={300}
        onChange={(event) => onChange({ what: event.currentTarget.value })}
      />
    </>
  );
}

function MoveFields({ values, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <>
      <SegmentedControl
        aria-label={t('jobs.moveTo')}
        value={values.to}
        onChange={(to) => onChange({ to: to as 'desk' })}
        data={(['desk', 'workshop'] as const).map((to) => ({ value: to, label: t(`jobs.moveTos.${to}`) }))}
      />
      {values.to === 'workshop' && (
        <>
          <TextInput
            required
            label={t('jobs.workshop')}
            value={values.workshop}
            maxLength={120}
            onChange={(event) => onChange({ workshop: event.currentTarget.value })}
          />
          <Checkbox
            label={t('jobs.abroad')}
            checked={values.isAbroad}
            onChange={(event) => onChange({ isAbroad: event.currentTarget.checked })}
          />
        </>
      )}
    </>
  );
}

function ReasonField({ values, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <Select
      label={t('jobs.reason')}
      value={values.reason}
      allowDeselect={false}
      data={GIVE_UP_REASONS.map((reason) => ({ value: reason, label: t(`jobs.reasons.${reason}`) }))}
      onChange={(reason) => reason && onChange({ reason: reason as 'declined' })}
    />
  );
}

/** Nothing changes hands without a signature: the owner's, or that of whoever they sent. */
function CollectFields({ job, values, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <>
      <SegmentedControl
        aria-label={t('jobs.collector')}
        value={values.isProxy ? 'proxy' : 'owner'}
        onChange={(who) => onChange({ isProxy: who === 'proxy' })}
        data={(['owner', 'proxy'] as const).map((who) => ({
          value: who,
          label: t(`jobs.collectors.${who}`),
        }))}
      />
      {values.isProxy && (
        <TextInput
          required
          label={t('jobs.proxy')}
          value={values.proxy}
          maxLength={120}
          onChange={(event) => onChange({ proxy: event.currentTarget.value })}
        />
      )}
      <Checkbox
        label={t('jobs.hasReceipt')}
        checked={values.hasReceipt}
        onChange={(event) => onChange({ hasReceipt: event.currentTarget.checked })}
      />
      <div>
        <Text size="sm" fw={500}>
          {t('jobs.signature')}
        </Text>
        <SignaturePad
          language={job.language}
          value={values.signature}
          onChange={(signature) => onChange({ signature })}
        />
      </div>
    </>
  );
}
