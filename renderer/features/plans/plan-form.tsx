import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { ContactPlan } from '@shared/contract/plans';
import type { ConversationPurpose } from '@shared/domain/conversations';
import type { Cadence } from '@shared/domain/plans';
import { useTell } from '../../lib/ask';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { AimField, CadenceFields, WayField } from './cadence-fields';
import { usePlanWords } from './plan-words';

interface PlanValues {
  readonly kind: 'tier' | 'every' | 'off';
  readonly cadence: Cadence;
  readonly channel: ContactPlan['channel'];
  readonly hours: string;
  readonly purpose: ConversationPurpose;
  readonly note: string;
}

const usual: Cadence = { every: 3, unit: 'months' };

interface PlanFormProps {
  readonly customerId: string;
  readonly plan: ContactPlan;
  readonly onClose: () => void;
}

/** The customer's own plan: how often, by which way and when; or none; or their tier's. */
export function PlanForm(props: PlanFormProps) {
  const { t } = useWords();
  const draft = useDraft<PlanValues>('contact-plan', props.customerId, valuesOf(props.plan));
  return (
    <Dialog title={t('plans.edit')} isOpen onClose={props.onClose}>
      {draft.start && <Fields {...props} draft={draft} start={draft.start} />}
    </Dialog>
  );
}

function valuesOf({ own, cadence, channel, purpose }: ContactPlan): PlanValues {
  return {
    kind: own?.kind ?? 'tier',
    cadence: own?.cadence ?? cadence ?? usual,
    channel: own?.channel ?? channel,
    hours: own?.hours ?? '',
    purpose: own?.purpose ?? purpose,
    note: own?.note ?? '',
  };
}

interface FieldsProps extends PlanFormProps {
  readonly draft: Draft<PlanValues>;
  readonly start: PlanValues;
}

function Fields({ customerId, plan, onClose, draft, start }: FieldsProps) {
  const { t } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const save = useTell('plans.save');
  const submit = () => {
    const { kind, cadence, ...rest } = values;
    save.mutate(
      { customerId, kind, cadence: kind === 'every' ? cadence : null, ...rest },
      {
        onSuccess: () => {
          draft.clear();
          toast(t('plans.saved'));
          onClose();
        },
      },
    );
  };
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
          aria-label={t('plans.kind')}
          value={values.kind}
          onChange={(kind) => change({ kind: kind as PlanValues['kind'] })}
          data={(['tier', 'every', 'off'] as const).map((kind) => ({
            value: kind,
            label: t(`plans.kindOf.${kind}`),
          }))}
        />
        {values.kind === 'tier' && <TierLine plan={plan} />}
        {values.kind === 'off' && <Text size="sm">{t('plans.offHint')}</Text>}
        {values.kind === 'every' && (
          <>
            <CadenceFields
              label={t('plans.everyLabel')}
              value={values.cadence}
              onChange={(cadence) => change({ cadence })}
            />
            <WayField
              value={values.channel}
              preferred={plan.preferred.channel}
              onChange={(channel) => change({ channel })}
            />
            <TextInput
              label={t('plans.hoursLabel')}
              description={
                plan.preferred.hours
                  ? t('plans.hoursHint', { hours: plan.preferred.hours })
                  : t('plans.hoursNone')
              }
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={values.hours}
              maxLength={200}
              onChange={(event) => change({ hours: event.currentTarget.value })}
            />
            <AimField value={values.purpose} onChange={(purpose) => change({ purpose })} />
          </>
        )}
        {values.kind !== 'tier' && (
          <TextInput
            label={t('plans.note')}
            value={values.note}
            maxLength={300}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        )}
        <FormEnd
          error={save.error}
          isPending={save.isPending}
          submit={t('plans.save')}
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

/** What the tier's plan is, where they have one. */
function TierLine({ plan: { tier, tierPlan } }: { plan: ContactPlan }) {
  const { t } = useWords();
  const words = usePlanWords();
  if (tier === null) return <Text size="sm">{t('plans.tierNoTier')}</Text>;
  if (!tierPlan?.cadence) return <Text size="sm">{t('plans.tierNone')}</Text>;
  const plan = [words.tier(tier), words.cadence(tierPlan.cadence), words.channel(tierPlan.channel)].join(
    ' · ',
  );
  return <Text size="sm">{t('plans.tierIs', { plan })}</Text>;
}
