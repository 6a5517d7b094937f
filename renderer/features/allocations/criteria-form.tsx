import { NumberInput, Stack, Text, TextInput } from '@mantine/core';
import type { CriteriaVersion } from '@shared/contract/allocations';
import { CRITERIA, CRITERION_UNITS, type Criterion } from '@shared/domain/allocation';
import { civilDateOf } from '@shared/domain/dates';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { MoneyField } from '../../ui/money-field';
import { toast } from '../../ui/toast';
import classes from './allocations.module.css';

interface CriteriaFormProps {
  /** The version it starts from. */
  readonly before: CriteriaVersion;
  readonly onClose: () => void;
}

interface Values {
  readonly effectiveOn: string;
  readonly note: string;
  readonly rows: Readonly<Record<Criterion, { readonly weight: number; readonly full: number }>>;
}

/** What a criterion that was left out begins with. */
const usualFull: Readonly<Record<Criterion, number>> = {
  waiting: 24,
  'brand-spend': 500_000_00,
  'total-spend': 1_000_000_00,
  years: 10,
  service: 3,
  vip: 1,
  wears: 1,
  'not-offered': 1,
  resale: 1,
};

/** A new version of the criteria, begun from the one before. */
export function CriteriaForm({ before, onClose }: CriteriaFormProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const rowOf = (code: Criterion) => {
    const known = before.criteria.find((criterion) => criterion.code === code);
    return { weight: known?.weight ?? 0, full: known?.full ?? usualFull[code] };
  };
  const draft = useDraft<Values>('allocations.criteria', before.id, {
    effectiveOn: civilDateOf(Date.now(), shop.timeZone),
    note: '',
    rows: Object.fromEntries(CRITERIA.map((code) => [code, rowOf(code)])) as Values['rows'],
  });
  return (
    <SidePanel title={t('allocations.criteria.newTitle')} isOpen onClose={onClose} size={640}>
      {draft.start && <Fields draft={draft} start={draft.start} onClose={onClose} />}
    </SidePanel>
  );
}

interface FieldsProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
  readonly onClose: () => void;
}

function Fields({ draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const [values, change] = useDraftValues(draft, start);
  const write = useTell('allocations.writeCriteria');
  const most = Object.values(values.rows).reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate(
          {
            effectiveOn: values.effectiveOn,
            note: values.note || null,
            criteria: CRITERIA.map((code) => ({ code, ...values.rows[code] })),
          },
          {
            onSuccess: ({ version }) => {
              draft.clear();
              toast(t('allocations.criteria.saved', { version }));
              onClose();
            },
          },
        );
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('allocations.criteria.newHint')}
        </Text>
        {CRITERIA.map((code) => (
          <CriterionFields
            key={code}
            code={code}
            row={values.rows[code]}
            onChange={(row) => change({ rows: { ...values.rows, [code]: row } })}
          />
        ))}
        <Text size="sm">{t('allocations.criteria.most', { points: most })}</Text>
        <TextInput
          type="date"
          required
          label={t('allocations.criteria.effectiveOn')}
          min={civilDateOf(Date.now(), shop.timeZone)}
          value={values.effectiveOn}
          onChange={(event) => change({ effectiveOn: event.currentTarget.value })}
        />
        <TextInput
          label={t('allocations.criteria.note')}
          value={values.note}
          maxLength={500}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <FormEnd
          error={write.error}
          isPending={write.isPending}
          submit={t('allocations.criteria.save')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}

interface CriterionFieldsProps {
  readonly code: Criterion;
  readonly row: { readonly weight: number; readonly full: number };
  readonly onChange: (row: { weight: number; full: number }) => void;
}

function CriterionFields({ code, row, onChange }: CriterionFieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const criterion = t(`allocations.criterionName.${code}`);
  const unit = CRITERION_UNITS[code];
  const setFull = (typed: number | null) => onChange({ ...row, full: Math.max(1, typed ?? 1) });
  return (
    <div className={classes.criterion}>
      <Text>{criterion}</Text>
      <NumberInput
        label={t('allocations.weight')}
        aria-label={t('allocations.criteria.weightOf', { criterion })}
        value={row.weight}
        min={-100}
        max={100}
        allowDecimal={false}
        hideControls
        onChange={(typed) => onChange({ ...row, weight: Number(typed) || 0 })}
      />
      {unit === 'money' ? (
        <MoneyField
          label={t('allocations.full')}
          aria-label={t('allocations.criteria.fullOf', { criterion })}
          currency={shop.currency}
          value={row.full}
          onChange={setFull}
        />
      ) : (
        unit !== 'yes' && (
          <NumberInput
            label={t('allocations.full')}
            aria-label={t('allocations.criteria.fullOf', { criterion })}
            value={row.full}
            min={1}
            max={1000}
            allowDecimal={false}
            hideControls
            suffix={` ${t(`allocations.unit.${unit}`, { count: row.full }).replace(/^\d+\s*/, '')}`}
            onChange={(typed) => setFull(Number(typed) || 1)}
          />
        )
      )}
    </div>
  );
}
