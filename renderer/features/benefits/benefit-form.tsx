import { Checkbox, NumberInput, SegmentedControl, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { BENEFIT_ITEMS, type BenefitItems, benefitName } from '@shared/domain/benefits';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { type Language, languageNames, languages } from '@shared/domain/languages';
import { words } from '@shared/words';
import { tierInWords } from '@shared/words/vip';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import type { Benefit } from './benefit-words';
import classes from './benefits.module.css';

/** A benefit that is written anew, begun from what most shops give or from nothing. */
export type NewBenefit = 'strap-fit' | 'polish' | 'other';

interface Values {
  readonly effectiveOn: string;
  readonly names: Readonly<Record<Language, string>>;
  readonly items: BenefitItems;
  readonly perYear: number;
  /** By tier; empty: as everybody. */
  readonly tiers: Readonly<Record<string, number | ''>>;
  readonly isOnRequest: boolean;
}

interface BenefitFormProps {
  readonly written: Benefit | NewBenefit;
  readonly onClose: () => void;
}

const mostAYear = 52;

/** A benefit's rule from a day on: what it is called, for which items, how often, and for whom. */
export function BenefitForm({ written, onClose }: BenefitFormProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const benefit = typeof written === 'string' ? null : written;
  const last = benefit?.versions[0];
  const initial: Values = {
    effectiveOn: civilDateOf(Date.now(), shop.timeZone),
    names: last?.names ?? namesOf(written),
    items: last?.items ?? 'bought-here',
    perYear: last?.perYear ?? 1,
    tiers: last?.tiers ?? {},
    isOnRequest: last?.isOnRequest ?? written === 'polish',
  };
  const draft = useDraft<Values>('benefits.benefit', benefit?.id ?? String(written), initial);
  const title = last
    ? t('benefits.changeOf', { name: benefitName(last.names, language) })
    : t('benefits.add');
  return (
    <Dialog title={title} isOpen onClose={onClose} size={680}>
      {draft.start && (
        <Fields benefitId={benefit?.id ?? null} draft={draft} start={draft.start} onClose={onClose} />
      )}
    </Dialog>
  );
}

function namesOf(written: Benefit | NewBenefit): Record<Language, string> {
  const nameIn = (language: Language) =>
    written === 'strap-fit' || written === 'polish' ? words[language].benefits.ready[written] : '';
  return { en: nameIn('en'), 'zh-Hant': nameIn('zh-Hant'), 'zh-Hans': nameIn('zh-Hans') };
}

interface FieldsProps {
  readonly benefitId: string | null;
  readonly draft: Draft<Values>;
  readonly start: Values;
  readonly onClose: () => void;
}

function Fields({ benefitId, draft, start, onClose }: FieldsProps) {
  const { t, language } = useWords();
  const settings = useAsk('shop.settings', {}, ['settings']);
  const publish = useTell('benefits.publish');
  const [values, change] = useDraftValues(draft, start);
  const hasName = Object.values(values.names).some((name) => name.trim() !== '');
  const save = () => {
    const tiers = Object.entries(values.tiers).filter(([, count]) => count !== '') as [string, number][];
    publish.mutate(
      { ...values, benefitId, tiers: Object.fromEntries(tiers) },
      {
        onSuccess: () => {
          draft.clear();
          toast(t('benefits.published', { date: formatDate(values.effectiveOn, language) }));
          onClose();
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        <div className={classes.numbers}>
          {languages.map((one, index) => (
            <TextInput
              key={one}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              required={!hasName}
              label={t('benefits.name', { language: languageNames[one] })}
              value={values.names[one]}
              maxLength={60}
              onChange={({ currentTarget }) =>
                change({ names: { ...values.names, [one]: currentTarget.value } })
              }
            />
          ))}
        </div>
        <TextInput
          required
          type="date"
          w={220}
          label={t('benefits.from')}
          value={values.effectiveOn}
          onChange={({ currentTarget }) => change({ effectiveOn: currentTarget.value })}
        />
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('benefits.items')}
          </Text>
          <SegmentedControl
            aria-label={t('benefits.items')}
            value={values.items}
            onChange={(items) => change({ items: items as BenefitItems })}
            data={BENEFIT_ITEMS.map((value) => ({ value, label: t(`benefits.itemsOf.${value}`) }))}
          />
        </div>
        <NumberInput
          w={320}
          label={t('benefits.perYear')}
          description={t('benefits.perYearWhy')}
          value={values.perYear}
          min={0}
          max={mostAYear}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(value) => change({ perYear: Number(value) || 0 })}
        />
        {!settings.data && !settings.error && <Skeleton height={60} />}
        <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />
        <div className={classes.numbers}>
          {settings.data?.vipTiers.map(({ code }) => (
            <NumberInput
              key={code}
              label={t('benefits.tier', { tier: tierInWords(code, language) })}
              description={t('benefits.tierWhy')}
              value={values.tiers[code] ?? ''}
              min={0}
              max={mostAYear}
              clampBehavior="strict"
              allowDecimal={false}
              onChange={(value) =>
                change({ tiers: { ...values.tiers, [code]: value === '' ? '' : Number(value) } })
              }
            />
          ))}
        </div>
        <Checkbox
          label={t('benefits.onRequest')}
          checked={values.isOnRequest}
          onChange={({ currentTarget }) => change({ isOnRequest: currentTarget.checked })}
        />
        <FormEnd
          error={publish.error}
          isPending={publish.isPending}
          submit={t('benefits.publish')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}
