import { Checkbox, Select } from '@mantine/core';
import type { ImportKind, ImportOptions } from '@shared/contract/imports';
import { languageNames, languages } from '@shared/domain/languages';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';
import classes from './imports.module.css';

interface ReadOptionsProps {
  readonly kind: ImportKind;
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
}

const currencies = ['HKD', 'MOP', 'CNY', 'USD', 'GBP', 'EUR', 'CHF', 'JPY', 'TWD', 'SGD', 'AUD', 'CAD'];
const categories = ['watch', 'strap', 'gift', 'jewellery', 'accessory'];
const timeZones = [
  'Asia/Hong_Kong',
  'Asia/Macau',
  'Asia/Shanghai',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Europe/London',
  'Europe/Zurich',
  'America/New_York',
  'UTC',
];
const withOwn = (choices: readonly string[], own: string) =>
  choices.includes(own) ? [...choices] : [own, ...choices];

/** How cells are to be read, and what to do with what is not here yet. */
export function ReadOptions({ kind, options, onChange }: ReadOptionsProps) {
  const { t } = useWords();
  const set = <K extends keyof ImportOptions>(key: K, value: ImportOptions[K]) =>
    onChange({ ...options, [key]: value });
  const choice = <K extends keyof ImportOptions>(
    key: K,
    label: string,
    data: readonly { value: ImportOptions[K] & string; label: string }[],
  ) => (
    <Select
      label={label}
      data={[...data]}
      value={options[key] as string}
      allowDeselect={false}
      onChange={(value) => {
        const chosen = data.find((entry) => entry.value === value);
        if (chosen) set(key, chosen.value);
      }}
    />
  );
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const unknown = [
    { value: 'create' as const, label: t('imports.create') },
    { value: 'refuse' as const, label: t('imports.refuse') },
  ];
  const isPurchases = kind === 'purchases';
  const isCustomers = kind === 'customers';
  return (
    <Section title={t('imports.optionsTitle')}>
      <div className={classes.options}>
        {!isCustomers &&
          choice('currency', t('imports.currency'), plain(withOwn(currencies, options.currency)))}
        {!isCustomers &&
          choice('decimalMark', t('imports.decimalMark'), [
            { value: '.', label: t('imports.point') },
            { value: ',', label: t('imports.comma') },
          ])}
        {kind !== 'products' && <DateOrder options={options} onChange={onChange} />}
        {isPurchases &&
          choice('timeZone', t('imports.timeZone'), plain(withOwn(timeZones, options.timeZone)))}
        {isPurchases && choice('unknownProducts', t('imports.unknownProducts'), unknown)}
        {isPurchases && choice('unknownCustomers', t('imports.unknownCustomers'), unknown)}
        {isPurchases &&
          choice(
            'negativeReceipts',
            t('imports.negativeReceipts'),
            (['by-number', 'return', 'cancellation'] as const).map((value) => ({
              value,
              label: t(`imports.negative.${value}`),
            })),
          )}
        {!isPurchases &&
          choice('existing', t('imports.existing'), [
            { value: 'fill', label: t('imports.fill') },
            { value: 'replace', label: t('imports.replace') },
          ])}
        {kind !== 'products' &&
          choice(
            'language',
            t('imports.language'),
            languages.map((value) => ({ value, label: languageNames[value] })),
          )}
        {!isCustomers &&
          choice(
            'category',
            t('imports.category'),
            withOwn(categories, options.category).map((value) => ({
              value,
              label: t(`products.categories.${value as 'watch'}`, { defaultValue: value }),
            })),
          )}
        {kind === 'products' &&
          choice('unreadablePrices', t('imports.unreadablePrices'), [
            { value: 'refuse', label: t('imports.refuse') },
            { value: 'leave-out', label: t('imports.leaveOut') },
          ])}
        {kind === 'products' && (
          <Checkbox
            mb="xs"
            label={t('imports.keepOther')}
            checked={options.keepOtherColumns}
            onChange={(event) => set('keepOtherColumns', event.currentTarget.checked)}
          />
        )}
      </div>
    </Section>
  );
}

function DateOrder({ options, onChange }: Omit<ReadOptionsProps, 'kind'>) {
  const { t } = useWords();
  return (
    <Select
      label={t('imports.dateOrder')}
      data={[
        { value: 'none', label: t('imports.orderNone') },
        { value: 'dmy', label: t('imports.dmy') },
        { value: 'mdy', label: t('imports.mdy') },
      ]}
      value={options.dateOrder ?? 'none'}
      allowDeselect={false}
      onChange={(value) =>
        onChange({ ...options, dateOrder: value === 'dmy' || value === 'mdy' ? value : null })
      }
    />
  );
}
