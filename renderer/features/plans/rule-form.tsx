import { Group, MultiSelect, SegmentedControl, Select, Stack, Switch, TextInput } from '@mantine/core';
import type { Input, Output } from '@shared/contract';
import {
  FOLLOW_UP_AFTER,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_OWNERS,
  type FollowUpKind,
  type FollowUpOwner,
  mostDelay,
} from '@shared/domain/follow-ups';
import { useAsk, useTell } from '../../lib/ask';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { AimField, CadenceFields, WayField } from './cadence-fields';
import { usePlanWords } from './plan-words';

type Rule = Output<'plans.rules'>[number];
type Values = Required<Omit<Input<'plans.saveRule'>, 'ruleId' | 'version'>>;

interface RuleFormProps {
  /** Null: a new rule. */
  readonly rule: Rule | null;
  readonly onClose: () => void;
}

/** A rule as it will be from now on; what it made already stays as it is. */
export function RuleForm(props: RuleFormProps) {
  const { t } = useWords();
  const words = usePlanWords();
  const { rule, onClose } = props;
  const draft = useDraft<Values>(
    'follow-up-rule',
    rule ? `${rule.ruleId}-${rule.version}` : 'new',
    valuesOf(rule, words.today()),
  );
  const title = t(rule ? 'plans.settings.editRule' : 'plans.settings.newRule');
  return (
    <SidePanel title={title} isOpen onClose={onClose}>
      {draft.start && <Fields {...props} draft={draft} start={draft.start} />}
    </SidePanel>
  );
}

function valuesOf(rule: Rule | null, today: string): Values {
  if (rule === null)
    return {
      kind: 'other',
      name: '',
      after: 'purchase',
      delay: 30,
      unit: 'days',
      categories: [],
      channel: null,
      who: 'seller',
      purpose: 'service',
      isOn: true,
      startsOn: today,
    };
  const { kind, name, after, delay, unit, categories, channel, who, purpose, isOn, startsOn } = rule;
  return { kind, name, after, delay, unit, categories, channel, who, purpose, isOn, startsOn };
}

interface FieldsProps extends RuleFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ rule, onClose, draft, start }: FieldsProps) {
  const { t } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const save = useTell('plans.saveRule');
  const submit = () =>
    save.mutate(
      { ...values, name: values.name || null, ruleId: rule?.ruleId ?? null, version: rule?.version ?? 0 },
      {
        onSuccess: () => {
          draft.clear();
          toast(t('plans.settings.saved'));
          onClose();
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
        <Group mih={44}>
          <Switch
            size="md"
            label={t('plans.settings.isOn')}
            checked={values.isOn}
            onChange={(event) => change({ isOn: event.currentTarget.checked })}
          />
        </Group>
        <SegmentedControl
          size="md"
          fullWidth
          aria-label={t('plans.settings.afterWhat')}
          value={values.after}
          onChange={(after) => change({ after: after as Values['after'] })}
          data={FOLLOW_UP_AFTER.map((after) => ({
            value: after,
            label: t(`plans.settings.afterOf.${after}`),
          }))}
        />
        <Group grow align="flex-start">
          <Select
            label={t('plans.settings.ruleKind')}
            allowDeselect={false}
            value={values.kind}
            data={FOLLOW_UP_KINDS.map((kind) => ({ value: kind, label: t(`plans.kinds.${kind}`) }))}
            onChange={(kind) => kind && change({ kind: kind as FollowUpKind })}
          />
          <TextInput
            label={t('plans.settings.name')}
            description={values.kind === 'other' ? undefined : t('plans.settings.nameHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required={values.kind === 'other'}
            value={values.name ?? ''}
            maxLength={80}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </Group>
        <CadenceFields
          label={t('plans.settings.delay')}
          value={{ every: values.delay, unit: values.unit }}
          least={0}
          most={mostDelay}
          onChange={({ every, unit }) => change({ delay: every, unit })}
        />
        {values.after === 'purchase' && (
          <GoodsField value={values.categories} onChange={(categories) => change({ categories })} />
        )}
        <Select
          label={t('plans.settings.who')}
          allowDeselect={false}
          value={values.who}
          data={FOLLOW_UP_OWNERS.map((who) => ({ value: who, label: t(`plans.settings.whoOf.${who}`) }))}
          onChange={(who) => who && change({ who: who as FollowUpOwner })}
        />
        <WayField value={values.channel} onChange={(channel) => change({ channel })} />
        <AimField value={values.purpose} onChange={(purpose) => change({ purpose })} />
        <TextInput
          type="date"
          required
          label={t('plans.settings.startsOn')}
          value={values.startsOn}
          onChange={(event) => change({ startsOn: event.currentTarget.value })}
        />
        <FormEnd
          error={save.error}
          isPending={save.isPending}
          submit={t('plans.settings.save')}
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

interface GoodsFieldProps {
  readonly value: readonly string[];
  readonly onChange: (categories: string[]) => void;
}

/** For which goods, by the catalogue's categories. */
function GoodsField({ value, onChange }: GoodsFieldProps) {
  const { t } = useWords();
  const facets = useAsk('products.facets', {}, ['products']);
  const known = (facets.data?.categories ?? []).map(({ name }) => name);
  return (
    <MultiSelect
      label={t('plans.settings.goods')}
      placeholder={value.length === 0 ? t('plans.settings.goodsHint') : undefined}
      value={[...value]}
      data={[...new Set([...known, ...value])].map((name) => ({
        value: name,
        label: t(`products.categories.${name as 'watch'}`, { defaultValue: name }),
      }))}
      onChange={onChange}
    />
  );
}
