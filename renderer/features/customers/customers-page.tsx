import { Button, Group, SegmentedControl, Select, Title } from '@mantine/core';
import type { Input } from '@shared/contract';
import { languageNames, languages } from '@shared/domain/languages';
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ButtonLink } from '../../ui/links';
import classes from './book.module.css';
import { BookList } from './book-list';
import { HandoverDialog } from './handover-dialog';
import { useTierName } from './names';

type Filter = Omit<Input<'customers.list'>, 'cursor' | 'limit' | 'advisorId'>;
const noFilter: Filter = {
  sort: 'last-purchase',
  tier: null,
  language: null,
  bought: 'any',
  consent: 'any',
};

/** The client book: my customers or the whole shop, three facts on each line. */
export function CustomersPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const isManager = staff.role === 'manager';
  const [whose, setWhose] = useState<string>(staff.role === 'advisor' ? 'mine' : 'all');
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [isHandingOver, setHandingOver] = useState(false);
  const people = useAsk('session.people', {}, ['staff']);
  const advisorId = whose === 'all' ? null : whose === 'mine' ? staff.id : whose;
  const isFiltered =
    JSON.stringify({ ...filter, sort: null }) !== JSON.stringify({ ...noFilter, sort: null });

  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <Title order={1} fz={28}>
          {t('customers.heading')}
        </Title>
        <SegmentedControl
          size="md"
          aria-label={t('customers.whose')}
          value={whose === 'mine' || whose === 'all' ? whose : 'other'}
          onChange={(value) => value !== 'other' && setWhose(value)}
          data={[
            { value: 'mine', label: t('customers.mine') },
            { value: 'all', label: t('customers.wholeShop') },
          ]}
        />
        <Group gap="sm" ml="auto">
          {isManager && (
            <Button
              variant="default"
              leftSection={<IconArrowsExchange size={18} aria-hidden />}
              onClick={() => setHandingOver(true)}
            >
              {t('customers.handover')}
            </Button>
          )}
          <ButtonLink to="/vip" variant="default">
            {t('vip.candidates')}
          </ButtonLink>
          <ButtonLink to="/customers/new" leftSection={<IconPlus size={18} aria-hidden />}>
            {t('customers.add')}
          </ButtonLink>
        </Group>
      </div>
      <div className={classes.filters}>
        <Choice
          label={t('customers.advisor')}
          value={whose === 'mine' || whose === 'all' ? null : whose}
          onChange={(value) => setWhose(value ?? 'all')}
          data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Filters filter={filter} onChange={setFilter} />
        {isFiltered && (
          <Button variant="subtle" onClick={() => setFilter({ ...noFilter, sort: filter.sort })}>
            {t('customers.clearFilters')}
          </Button>
        )}
      </div>
      <BookList
        input={{ ...filter, advisorId }}
        emptyKind={isFiltered ? 'filtered' : advisorId === staff.id ? 'mine' : 'shop'}
      />
      {isManager && <HandoverDialog isOpen={isHandingOver} onClose={() => setHandingOver(false)} />}
    </div>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

const boughtChoices = ['this-year', 'lapsed', 'never'] as const;
const consentChoices = ['may', 'may-not', 'never-asked'] as const;
const sorts = ['last-purchase', 'spend', 'newest'] as const;

function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useWords();
  const tiers = useAsk('customers.tiers', {}, ['vip']);
  const tierName = useTierName();
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  return (
    <>
      <Choice
        label={t('customers.tier')}
        value={filter.tier ?? null}
        onChange={(tier) => set({ tier })}
        data={(tiers.data ?? []).map((tier) => ({ value: tier, label: tierName(tier) }))}
      />
      <Choice
        label={t('common.language')}
        value={filter.language ?? null}
        onChange={(value) => set({ language: languages.find((language) => language === value) ?? null })}
        data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
      />
      <Choice
        label={t('customers.bought')}
        value={filter.bought === 'any' ? null : (filter.bought ?? null)}
        onChange={(value) => set({ bought: boughtChoices.find((choice) => choice === value) ?? 'any' })}
        data={boughtChoices.map((choice) => ({
          value: choice,
          label: t(`customers.boughtChoice.${choice}`),
        }))}
      />
      <Choice
        label={t('customers.consent')}
        value={filter.consent === 'any' ? null : (filter.consent ?? null)}
        onChange={(value) => set({ consent: consentChoices.find((choice) => choice === value) ?? 'any' })}
        data={consentChoices.map((choice) => ({
          value: choice,
          label: t(`customers.consentChoice.${choice}`),
        }))}
      />
      <Select
        className={classes.filter}
        label={t('customers.sortBy')}
        value={filter.sort}
        allowDeselect={false}
        onChange={(value) => set({ sort: sorts.find((sort) => sort === value) ?? 'last-purchase' })}
        data={sorts.map((sort) => ({ value: sort, label: t(`customers.sort.${sort}`) }))}
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly data: { value: string; label: string }[];
}

function Choice({ label, value, onChange, data }: ChoiceProps) {
  const { t } = useWords();
  return (
    <Select
      className={classes.filter}
      label={label}
      placeholder={t('customers.any')}
      clearable
      value={value}
      onChange={onChange}
      data={data}
    />
  );
}
