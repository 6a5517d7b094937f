import {
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Kbd,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { budgetBands, type Need, occasions, recipients } from '@shared/contract/needs';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { MoneyField } from '../../ui/money-field';
import { assignKeys } from './assign-keys';
import { type Choice, KeyChoice } from './key-choice';
import { bandOf, blankNeed, budgetOfBand, type NeedValues, valuesOf } from './need-values';
import { useNeedWords } from './need-words';
import classes from './needs.module.css';
import { type Question, useNeedKeys } from './use-need-keys';
import { useSaveNeed } from './use-save-need';

interface NeedFormProps {
  readonly customerId: string;
  /** Null for a new one. */
  readonly need: Need | null;
  readonly onClose: () => void;
}

const mostCategories = 6;
const usualCategories = ['watch', 'strap', 'gift'];
const colours = ['black', 'white', 'silver', 'blue', 'green', 'champagne', 'grey', 'brown'];
const metals = [
  'steel',
  'titanium',
  'yellow-gold',
  'rose-gold',
  'white-gold',
  'platinum',
  'two-tone',
  'ceramic',
];
const straps = ['bracelet', 'leather', 'alligator', 'rubber', 'nato', 'mesh'];

/** A need in a few keys: letters and digits choose, Enter saves; everything else is below. */
export function NeedForm({ customerId, need, onClose }: NeedFormProps) {
  const { t } = useWords();
  const draft = useDraft<NeedValues>('needs.need', need?.id ?? customerId, need ? valuesOf(need) : blankNeed);
  return (
    <Dialog title={t(need ? 'needs.editNeed' : 'needs.newNeed')} isOpen onClose={onClose} size={860}>
      {draft.start && (
        <Fields customerId={customerId} need={need} draft={draft} start={draft.start} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface FieldsProps extends NeedFormProps {
  readonly draft: Draft<NeedValues>;
  readonly start: NeedValues;
}

function Fields({ customerId, need, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const [values, setValues] = useState<NeedValues>(start);
  const [isRestored, setRestored] = useState(draft.isRestored);
  const change = (part: Partial<NeedValues>) => {
    const next = { ...values, ...part };
    setValues(next);
    draft.keep(next);
  };
  const saving = useSaveNeed(customerId, need, () => {
    draft.clear();
    onClose();
  });
  const choices = useChoices();
  const begin = useFirstField<HTMLDivElement>();
  const save = () => saving.save(values);

  const onKeyDown = useNeedKeys({ values, change, save, byKey: choices.byKey });

  return (
    <form className={classes.form} onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <div ref={begin} tabIndex={-1} data-autofocus className={classes.start}>
        <Text size="sm" c="dimmed">
          {t('needs.keysHint')}
        </Text>
      </div>
      {isRestored && (
        <Group justify="space-between">
          <Text size="sm">{t('needs.restored')}</Text>
          <Button
            variant="subtle"
            onClick={() => {
              setValues(need ? valuesOf(need) : blankNeed);
              setRestored(false);
              draft.clear();
            }}
          >
            {t('needs.startOver')}
          </Button>
        </Group>
      )}
      <KeyChoice
        label={t('needs.category')}
        choices={choices.categories}
        value={values.category}
        onChange={(category) => change({ category })}
      />
      <KeyChoice
        label={t('needs.budget')}
        choices={choices.budgets}
        value={bandOf(values)}
        onChange={(code) => change(budgetOfBand(code))}
      />
      <KeyChoice
        label={t('needs.occasion')}
        choices={choices.occasions}
        value={values.occasion}
        onChange={(occasion) => change({ occasion })}
      />
      <KeyChoice
        label={t('needs.forWhom')}
        choices={choices.recipients}
        value={values.forWhom}
        onChange={(forWhom) => change({ forWhom })}
      />
      <Particulars values={values} change={change} />
      <Group justify="space-between" className={classes.foot}>
        <Checkbox
          label={t('needs.discreet')}
          description={t('needs.discreetHint')}
          checked={values.isDiscreet}
          onChange={(event) => change({ isDiscreet: event.currentTarget.checked })}
          maw={420}
        />
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button onClick={save} loading={saving.isPending} rightSection={<Kbd size="xs">Enter</Kbd>}>
            {t('common.save')}
          </Button>
        </Group>
      </Group>
      <ErrorNotice error={saving.error} />
    </form>
  );
}

interface PartProps {
  readonly values: NeedValues;
  readonly change: (part: Partial<NeedValues>) => void;
}

/** What was seen, asked and answered, and everything a product can be held against. */
function Particulars({ values, change }: PartProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const facets = useAsk('products.facets', {}, ['products']);
  return (
    <Stack gap="sm">
      <div className={classes.three}>
        {(['seen', 'asked', 'answered'] as const).map((name) => (
          <Textarea
            key={name}
            label={t(`needs.${name}`)}
            placeholder={t(`needs.${name}Hint`)}
            value={values[name]}
            onChange={(event) => change({ [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      <div className={classes.three}>
        <Autocomplete
          size="md"
          label={t('needs.brand')}
          data={facets.data?.brands.map(({ name }) => name) ?? []}
          limit={8}
          value={values.brand}
          onChange={(brand) => change({ brand })}
        />
        <TextInput
          label={t('needs.reference')}
          value={values.reference}
          onChange={(event) => change({ reference: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('needs.byDate')}
          value={values.byDate}
          onChange={(event) => change({ byDate: event.currentTarget.value })}
        />
        <MoneyField
          label={t('needs.budgetMin')}
          currency={shop.currency}
          value={values.budgetMinMinor}
          onChange={(budgetMinMinor) => change({ budgetMinMinor })}
        />
        <MoneyField
          label={t('needs.budgetMax')}
          currency={shop.currency}
          value={values.budgetMaxMinor}
          onChange={(budgetMaxMinor) => change({ budgetMaxMinor })}
        />
        <NumberInput
          label={t('needs.caseSize')}
          value={values.caseMax ?? ''}
          onChange={(size) => change({ caseMax: size === '' ? null : Number(size) })}
          min={15}
          max={60}
          hideControls
        />
        <Wish name="dial" options={colours} values={values} change={change} />
        <Wish name="metal" options={metals} values={values} change={change} />
        <Wish name="strap" options={straps} values={values} change={change} />
      </div>
    </Stack>
  );
}

function Wish({
  name,
  options,
  values,
  change,
}: PartProps & { name: 'dial' | 'metal' | 'strap'; options: string[] }) {
  const { t } = useWords();
  const { fact } = useNeedWords();
  const all = [...new Set([...options, ...(values[name] ? [values[name]] : [])])];
  return (
    <Select
      label={fact('attribute', name)}
      placeholder={t('needs.anyWish')}
      data={all.map((value) => ({ value, label: fact('value', value) }))}
      value={values[name]}
      onChange={(value) => change({ [name]: value })}
      clearable
    />
  );
}

/** The quick answers with their keys: letters for what and why, digits for how much. */
function useChoices() {
  const words = useNeedWords();
  const { shop } = useCounter();
  const facets = useAsk('products.facets', {}, ['products']);
  const known = [...(facets.data?.categories ?? [])]
    .sort((a, b) => b.count - a.count)
    .slice(0, mostCategories)
    .map(({ name }) => name);
  const categories = known.length > 0 ? known : usualCategories;
  const keys = assignKeys([...categories, ...occasions]);
  const byKey = new Map<string, { group: Question; code: string }>();
  for (const code of categories) byKey.set(keys.get(code) ?? '', { group: 'category', code });
  for (const code of occasions) byKey.set(keys.get(code) ?? '', { group: 'occasion', code });
  for (const { code } of budgetBands) byKey.set(code, { group: 'budget', code });
  byKey.delete('');
  const choice = (code: string, label: string, hint = keys.get(code) ?? ''): Choice => ({
    code,
    label,
    hint,
  });
  return {
    byKey,
    categories: categories.map((code) => choice(code, words.category(code))),
    budgets: budgetBands.map(({ code }) => choice(code, words.band(code, shop.currency), code)),
    occasions: occasions.map((code) => choice(code, words.occasion(code))),
    recipients: recipients.map((code) => choice(code, capital(words.recipient(code)), '')),
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
