import { Group, NumberInput, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Programme } from '@shared/contract/programmes';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { GOAL_KINDS, type GoalKind, heldOutBounds, usualHeldOutPercent } from '@shared/domain/programmes';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { MoneyField } from '../../ui/money-field';
import { NeededNote } from '../../ui/needed-note';
import { SegmentSelect } from '../../ui/segment-select';
import { StaffSelect } from '../../ui/staff-select';
import { toast } from '../../ui/toast';

interface ProgrammeFormProps {
  /** Null for a new one. */
  readonly programme: Programme | null;
  readonly onClose: () => void;
}

interface Values {
  readonly name: string;
  readonly words: string;
  readonly goalKind: GoalKind;
  readonly goalDays: number;
  /** In percent; for shares. */
  readonly percent: number;
  /** For each customer; for spending. */
  readonly amountMinor: number;
  readonly segmentId: string | null;
  readonly heldOutPercent: number;
  readonly budgetMinor: number | null;
  readonly endsOn: string;
  readonly ownerId: string;
}

const usualDays = 180;
const usualPercent = 30;
const usualAmountMinor = 5_000_00;

/** Goal, audience, share held out, budget; of one that runs only what the start did not freeze. */
export function ProgrammeForm({ programme, onClose }: ProgrammeFormProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const isSpend = programme?.goal.kind === 'spend';
  const draft = useDraft<Values>('programmes.programme', programme?.id ?? 'new', {
    name: programme?.name ?? '',
    words: programme?.words ?? '',
    goalKind: programme?.goal.kind ?? 'repeat',
    goalDays: programme?.goal.days ?? usualDays,
    percent: programme && !isSpend ? programme.goal.target / 100 : usualPercent,
    amountMinor: programme && isSpend ? programme.goal.target : usualAmountMinor,
    segmentId: programme?.segment.id ?? null,
    heldOutPercent: programme?.heldOutPercent ?? usualHeldOutPercent,
    budgetMinor: programme?.budgetMinor ?? null,
    endsOn: programme?.endsOn ?? addDays(civilDateOf(Date.now(), shop.timeZone), usualDays),
    ownerId: programme?.owner.id ?? staff.id,
  });
  return (
    <Dialog title={t(programme ? 'programmes.edit' : 'programmes.new')} isOpen size={720} onClose={onClose}>
      {draft.start && <Fields programme={programme} draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

interface FieldsProps extends ProgrammeFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ programme, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const [values, change] = useDraftValues(draft, start);
  const saving = useSave(programme, () => {
    draft.clear();
    onClose();
  });
  const begin = useFirstField<HTMLInputElement>();
  const [isSegmentMissing, setSegmentMissing] = useState(false);
  const isFrozen = programme?.status === 'running';
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (values.segmentId === null) setSegmentMissing(true);
        else saving.save(values);
      }}
    >
      <Stack gap="md">
        <TextInput
          ref={begin}
          required
          label={t('programmes.name')}
          value={values.name}
          maxLength={120}
          onChange={(typed) => change({ name: typed.currentTarget.value })}
        />
        <Textarea
          label={t('programmes.words')}
          value={values.words}
          maxLength={2000}
          autosize
          minRows={2}
          maxRows={6}
          onChange={(typed) => change({ words: typed.currentTarget.value })}
        />
        {isFrozen ? (
          <Text size="sm">{t('programmes.frozen')}</Text>
        ) : (
          <FrozenFields values={values} onChange={change} />
        )}
        {isSegmentMissing && values.segmentId === null && (
          <NeededNote>{t('programmes.segmentNeeded')}</NeededNote>
        )}
        <Group grow align="flex-start">
          <MoneyField
            label={t('programmes.budget')}
            currency={programme?.currency ?? shop.currency}
            value={values.budgetMinor}
            onChange={(budgetMinor) => change({ budgetMinor })}
          />
          <TextInput
            type="date"
            required
            label={t('programmes.endsOn')}
            value={values.endsOn}
            onChange={(typed) => change({ endsOn: typed.currentTarget.value })}
          />
          <StaffSelect
            label={t('programmes.owner')}
            value={values.ownerId}
            onChange={(ownerId) => change({ ownerId })}
          />
        </Group>
        <FormEnd
          error={saving.error}
          isPending={saving.isPending}
          submit={t(programme ? 'programmes.saveChange' : 'programmes.save')}
          isRestored={draft.isRestored}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

interface FrozenProps {
  readonly values: Values;
  readonly onChange: (part: Partial<Values>) => void;
}

/** What the start freezes: the goal, the audience, the share. */
function FrozenFields({ values, onChange }: FrozenProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  return (
    <>
      <div>
        <Text size="sm" fw={500} mb={4}>
          {t('programmes.goal.kind')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={t('programmes.goal.kind')}
          value={values.goalKind}
          onChange={(goalKind) => onChange({ goalKind: goalKind as GoalKind })}
          data={GOAL_KINDS.map((value) => ({ value, label: t(`programmes.goal.kinds.${value}`) }))}
        />
      </div>
      <Group grow align="flex-start">
        {values.goalKind === 'spend' ? (
          <MoneyField
            required
            label={t('programmes.goal.amount')}
            currency={shop.currency}
            value={values.amountMinor}
            onChange={(amountMinor) => onChange({ amountMinor: amountMinor ?? 0 })}
          />
        ) : (
          <NumberInput
            required
            label={t('programmes.goal.share')}
            value={values.percent}
            min={0}
            max={100}
            decimalScale={1}
            onChange={(typed) => typeof typed === 'number' && onChange({ percent: typed })}
          />
        )}
        <NumberInput
          required
          label={t('programmes.goal.days')}
          value={values.goalDays}
          min={1}
          max={1000}
          allowDecimal={false}
          onChange={(typed) => typeof typed === 'number' && onChange({ goalDays: typed })}
        />
        <NumberInput
          required
          label={t('programmes.heldOut')}
          value={values.heldOutPercent}
          min={heldOutBounds.least}
          max={heldOutBounds.most}
          allowDecimal={false}
          onChange={(typed) => typeof typed === 'number' && onChange({ heldOutPercent: typed })}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('programmes.heldOutHint')}
      </Text>
      <SegmentSelect
        label={t('programmes.segment')}
        value={values.segmentId}
        onChange={(segmentId) => onChange({ segmentId })}
      />
      <Text size="sm" c="dimmed">
        {t('programmes.segmentHint')}
      </Text>
    </>
  );
}

function useSave(programme: Programme | null, onDone: () => void) {
  const { t } = useWords();
  const navigate = useNavigate();
  const plan = useTell('programmes.plan');
  const change = useTell('programmes.change');
  return {
    isPending: plan.isPending || change.isPending,
    error: plan.error ?? change.error,
    save({ goalKind, goalDays, percent, amountMinor, segmentId, ...rest }: Values) {
      if (!segmentId) return;
      const target = goalKind === 'spend' ? amountMinor : Math.round(percent * 100);
      const terms = { ...rest, segmentId, goal: { kind: goalKind, days: goalDays, target } };
      if (!programme) {
        plan.mutate(terms, {
          onSuccess: ({ programmeId, number }) => {
            onDone();
            toast(t('programmes.planned', { number }));
            void navigate({ to: '/programmes/$programmeId', params: { programmeId } });
          },
        });
        return;
      }
      change.mutate(
        { ...terms, programmeId: programme.id, version: programme.version },
        {
          onSuccess: () => {
            onDone();
            toast(t('programmes.changed'));
          },
        },
      );
    },
  };
}
