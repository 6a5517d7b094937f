import { Button, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { CHANNELS, GOODS_CLASSES } from '@shared/domain/consent-events';
import { languageNames, languages } from '@shared/domain/languages';
import { type Condition, PREFERENCE_KINDS, SCORES, SEGMENT_DATES } from '@shared/domain/segments';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { MoneyField } from '../../ui/money-field';
import { ProductPicker } from '../../ui/product-picker';
import { StaffSelect } from '../../ui/staff-select';

type FieldName = Exclude<
  { [K in Condition['kind']]: keyof Extract<Condition, { kind: K }> }[Condition['kind']],
  'kind' | 'not'
>;
type Change = (part: Readonly<Record<string, unknown>>) => void;

const periods = [null, 1, 3, 6, 12, 24, 36, 60, 120] as const;

/** What can be filled in of one condition, in the order of its shape. */
export function ConditionFields({ condition, change }: { condition: Condition; change: Change }) {
  const names = Object.keys(condition).filter((name) => name !== 'kind' && name !== 'not') as FieldName[];
  const values = condition as unknown as Readonly<Record<FieldName, unknown>>;
  return names.map((name) => (
    <Field
      key={name}
      name={name}
      value={values[name]}
      what={condition.kind === 'prefers' ? condition.what : null}
      change={change}
    />
  ));
}

interface FieldProps {
  readonly name: FieldName;
  readonly value: unknown;
  /** Of which preference a value is chosen. */
  readonly what: (typeof PREFERENCE_KINDS)[number] | null;
  readonly change: Change;
}

function Field({ name, value, what, change }: FieldProps): ReactNode {
  const { t } = useWords();
  const { shop } = useCounter();
  const label = t(`segments.field.${name}`);
  switch (name) {
    case 'atLeastMinor':
    case 'atMostMinor':
      return (
        <MoneyField
          w={130}
          label={label}
          currency={shop.currency}
          value={value as number | null}
          onChange={(minor) => change({ [name]: minor })}
        />
      );
    case 'atLeast':
    case 'atMost':
    case 'warrantyDays':
    case 'serviceDays':
      return (
        <NumberInput
          w={name.endsWith('Days') ? 170 : 90}
          label={label}
          min={0}
          max={name.endsWith('Days') ? 3650 : 999}
          allowDecimal={false}
          value={(value as number | null) ?? ''}
          onChange={(typed) => change({ [name]: typed === '' ? null : Number(typed) })}
        />
      );
    case 'days':
      return (
        <NumberInput
          w={90}
          label={label}
          min={0}
          max={3650}
          allowDecimal={false}
          value={value as number}
          onChange={(typed) => change({ days: typed === '' ? Number.NaN : Number(typed) })}
        />
      );
    case 'date':
      return (
        <TextInput
          type="date"
          w={150}
          label={label}
          value={value as string}
          onChange={(event) => change({ date: event.currentTarget.value })}
        />
      );
    case 'text':
      return (
        <TextInput
          w={220}
          label={label}
          maxLength={120}
          value={value as string}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      );
    case 'product':
      return <ProductField value={value as { id: string; name: string } | null} change={change} />;
    case 'staffId':
      return (
        <StaffSelect label={label} value={value as string} onChange={(staffId) => change({ staffId })} />
      );
    case 'value':
      return <PreferenceField what={what ?? 'metal'} value={value as string} change={change} />;
    default:
      return <Choice name={name} label={label} value={value} change={change} />;
  }
}

/** The fields that are chosen from a list. */
function Choice({ name, label, value, change }: Omit<FieldProps, 'what'> & { readonly label: string }) {
  const { t } = useWords();
  const facets = useAsk('products.facets', {}, ['products'], {
    enabled: name === 'brand' || name === 'category',
  });
  const settings = useAsk('shop.settings', {}, ['settings'], { enabled: name === 'tier' });
  const known = (key: string, code: string) => t(key as 'common.all', { defaultValue: code }) as string;
  const data: Partial<Record<FieldName, { value: string; label: string }[]>> = {
    brand: facets.data?.brands.map((one) => ({ value: one.name, label: one.name })) ?? [],
    category:
      facets.data?.categories.map((one) => ({
        value: one.name,
        label: known(`needs.categories.${one.name}`, one.name),
      })) ?? [],
    tier:
      settings.data?.vipTiers.map(({ code }) => ({ value: code, label: known(`vip.tier.${code}`, code) })) ??
      [],
    side: (['before', 'after'] as const).map((side) => ({ value: side, label: t(`segments.sides.${side}`) })),
    channel: CHANNELS.map((channel) => ({ value: channel, label: t(`consents.channel.${channel}`) })),
    goodsClass: GOODS_CLASSES.map((goods) => ({ value: goods, label: t(`consents.goods.${goods}`) })),
    language: languages.map((language) => ({ value: language, label: languageNames[language] })),
    dateKind: SEGMENT_DATES.map((kind) => ({ value: kind, label: t(`segments.dates.${kind}`) })),
    what: PREFERENCE_KINDS.map((kind) => ({ value: kind, label: t(`segments.preferences.${kind}`) })),
    measure: SCORES.map((score) => ({ value: score, label: t(`segments.measures.${score}`) })),
    months: periods.map((months) => ({
      value: String(months),
      label:
        months === null
          ? t('segments.period.ever')
          : months % 12 === 0
            ? t('segments.period.years', { count: months / 12 })
            : t('segments.period.months', { count: months }),
    })),
  };
  const isOptional = name === 'brand' || name === 'category' || name === 'tier';
  return (
    <Select
      w={name === 'measure' ? 230 : 160}
      label={label}
      value={name === 'months' ? String(value) : (value as string | null)}
      clearable={isOptional}
      allowDeselect={isOptional}
      placeholder={isOptional ? t('segments.field.any') : ''}
      searchable={name === 'brand' || name === 'category'}
      data={data[name] ?? []}
      onChange={(chosen) => {
        if (name === 'months')
          change({ months: chosen === 'null' || chosen === null ? null : Number(chosen) });
        else if (isOptional || chosen !== null) change({ [name]: chosen });
      }}
    />
  );
}

function ProductField({ value, change }: { value: { id: string; name: string } | null; change: Change }) {
  const { t } = useWords();
  if (value === null)
    return (
      <ProductPicker
        label={t('segments.field.product')}
        placeholder={t('segments.field.productPlaceholder')}
        onProduct={({ id }, name) => change({ product: { id, name: name.slice(0, 120) } })}
      />
    );
  return (
    <Group gap={4} wrap="nowrap" align="flex-end">
      <TextInput label={t('segments.field.product')} value={value.name} readOnly />
      <Button
        variant="default"
        px="sm"
        aria-label={t('common.remove')}
        onClick={() => change({ product: null })}
      >
        <IconX size={18} aria-hidden />
      </Button>
    </Group>
  );
}

const usualMetals = [
  'steel',
  'titanium',
  'yellow-gold',
  'rose-gold',
  'white-gold',
  'platinum',
  'two-tone',
  'ceramic',
];
const usualColours = ['black', 'white', 'blue', 'green', 'silver', 'brown'];

/** A brand, metal or colour: the usual ones to choose from, any other as the record has it. */
function PreferenceField({
  what,
  value,
  change,
}: {
  what: (typeof PREFERENCE_KINDS)[number];
  value: string;
  change: Change;
}) {
  const { t } = useWords();
  const facets = useAsk('products.facets', {}, ['products']);
  const known = (code: string) =>
    t(`productFacts.value.${code}` as 'productFacts.value.steel', { defaultValue: code }) as string;
  const codes =
    what === 'brand'
      ? (facets.data?.brands.map(({ name }) => name) ?? [])
      : what === 'metal'
        ? usualMetals
        : usualColours;
  const isListed = value === '' || codes.includes(value);
  return (
    <Select
      w={180}
      label={t('segments.field.value')}
      value={value || null}
      searchable
      allowDeselect={false}
      data={[...codes, ...(isListed ? [] : [value])].map((code) => ({ value: code, label: known(code) }))}
      onChange={(chosen) => chosen && change({ value: chosen })}
    />
  );
}
