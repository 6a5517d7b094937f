import { Select } from '@mantine/core';
import { useWords } from '../../lib/i18n';
import { ShopFields } from '../../ui/shop-fields';
import type { StepProps } from './answers';

const currencies = ['HKD', 'MOP', 'CNY', 'TWD', 'SGD', 'USD', 'EUR', 'GBP', 'CHF', 'JPY'];

/** Name, address, hotline, hours, language and the currency of every amount. */
export function ShopStep({ answers, onChange }: StepProps) {
  const { t } = useWords();
  return (
    <ShopFields values={answers} onChange={onChange}>
      <Select
        label={t('setup.currency')}
        description={t('setup.currencyHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        data={currencies}
        value={answers.currency}
        onChange={(currency) => onChange({ currency: currency ?? 'HKD' })}
        allowDeselect={false}
        searchable
      />
    </ShopFields>
  );
}
