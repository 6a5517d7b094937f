import { SegmentedControl, Select, Skeleton, Text } from '@mantine/core';
import type { Input, Output } from '@shared/contract';
import type { Duty } from '@shared/contract/today';
import { ACQUAINTANCES } from '@shared/domain/acquaintance';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { type ComponentType, useState } from 'react';
import { useAskPages } from '../../lib/ask-pages';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { QuietButton } from '../../ui/quiet-button';
import { Converted } from './converted';
import classes from './prospects.module.css';

type Filter = Required<Pick<Input<'prospects.list'>, 'source' | 'needs'>>;
type Prospect = Output<'prospects.list'>['rows'][number];
type Show = 'prospects' | 'converted';

interface ProspectsPageProps {
  /** How Today says what is due. */
  readonly DutyLine: ComponentType<{ readonly duty: Duty }>;
}

/** Customers who have not bought yet, and those who just did for the first time. */
export function ProspectsPage({ DutyLine }: ProspectsPageProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [show, setShow] = useState<Show>('prospects');
  const [whose, setWhose] = useState<'mine' | 'shop'>(staff.role === 'advisor' ? 'mine' : 'shop');
  const advisorId = whose === 'mine' ? staff.id : null;
  return (
    <Page
      title={t('prospects.title')}
      subtitle={t('prospects.subtitle')}
      actions={
        <>
          <SegmentedControl
            aria-label={t('customers.whose')}
            value={whose}
            onChange={(value) => setWhose(value as 'mine' | 'shop')}
            data={[
              { value: 'mine', label: t('customers.mine') },
              { value: 'shop', label: t('customers.wholeShop') },
            ]}
          />
          <SegmentedControl
            aria-label={t('prospects.show.label')}
            value={show}
            onChange={(value) => setShow(value as Show)}
            data={(['prospects', 'converted'] as const).map((value) => ({
              value,
              label: t(`prospects.show.${value}`),
            }))}
          />
          <ButtonLink to="/customers/new">{t('prospects.add')}</ButtonLink>
        </>
      }
    >
      {show === 'converted' ? (
        <Converted advisorId={advisorId} />
      ) : (
        <NotYet advisorId={advisorId} DutyLine={DutyLine} />
      )}
    </Page>
  );
}

function NotYet({ advisorId, DutyLine }: ProspectsPageProps & { readonly advisorId: string | null }) {
  const { t } = useWords();
  const [filter, setFilter] = useState<Filter>({ source: null, needs: 'any' });
  const pages = useAskPages('prospects.list', { advisorId, ...filter }, [
    'customers',
    'sales',
    'needs',
    'promises',
    'conversations',
  ]);
  const rows = pages.data?.flatMap((page) => page.rows) ?? [];
  const isFiltered = filter.source !== null || filter.needs !== 'any';
  return (
    <>
      <div className={classes.filters}>
        <Select
          label={t('prospects.source')}
          placeholder={t('prospects.anySource')}
          clearable
          value={filter.source}
          data={ACQUAINTANCES.map((value) => ({ value, label: t(`customers.acquaintance.${value}`) }))}
          onChange={(source) => setFilter({ ...filter, source })}
        />
        <Select
          label={t('prospects.needs')}
          allowDeselect={false}
          value={filter.needs}
          data={(['any', 'open', 'none'] as const).map((value) => ({
            value,
            label: t(`prospects.needsOf.${value}`),
          }))}
          onChange={(value) => setFilter({ ...filter, needs: value as Filter['needs'] })}
        />
      </div>
      <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
      {!pages.data && !pages.error && <Skeleton height={240} />}
      {pages.data && rows.length === 0 && (
        <EmptyState
          title={t(isFiltered ? 'prospects.emptyFiltered' : 'prospects.empty')}
          hint={isFiltered ? undefined : t('prospects.emptyHint')}
        />
      )}
      <ul className={classes.list} aria-label={t('prospects.title')}>
        {rows.map((row) => (
          <ProspectRow key={row.customer.id} row={row} DutyLine={DutyLine} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <QuietButton loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('prospects.more')}
        </QuietButton>
      )}
    </>
  );
}

function ProspectRow({ row, DutyLine }: ProspectsPageProps & { readonly row: Prospect }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const { customer, source, since, needs, lastContact, next } = row;
  const day = (at: number) => formatDate(civilDateOf(at, shop.timeZone), language);
  const name = customerName(customer, language);
  return (
    <li className={classes.row}>
      <div>
        <Text className={classes.name} fw={600}>
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {[
            t(`customers.acquaintance.${source as 'counter'}`, { defaultValue: source }),
            customer.advisor?.name,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <div>
        {needs.length === 0 && <Text c="dimmed">{t('prospects.noNeeds')}</Text>}
        {needs.map((need) => (
          <Text key={need.id}>{need.isDiscreet ? t('needs.covered') : <WhatIsWanted need={need} />}</Text>
        ))}
      </div>
      <div>
        <Text size="sm" c="dimmed">
          {[
            t('prospects.since', { date: day(since) }),
            lastContact
              ? t('prospects.contact', {
                  how: t(`conversations.channel.${lastContact.channel}`),
                  date: day(lastContact.at),
                })
              : t('prospects.noContact'),
          ].join(' · ')}
        </Text>
        {next ? (
          <DutyLine duty={next} />
        ) : (
          <Text size="sm" c="var(--warning-text)">
            {t('prospects.noNext')}
          </Text>
        )}
      </div>
      <ButtonLink
        variant="default"
        to="/customers/$customerId"
        params={{ customerId: customer.id }}
        aria-label={t('prospects.open', { name })}
      >
        {t('prospects.go')}
      </ButtonLink>
    </li>
  );
}

/** "Watch, Omega 210.30". */
function WhatIsWanted({ need }: { readonly need: Prospect['needs'][number] }) {
  const { t, language } = useWords();
  const { category, brand, reference } = need;
  const kind = category && t(`needs.categories.${category as 'watch'}`, { defaultValue: category });
  const named = [brand, reference].filter(Boolean).join(' ');
  const parts = [kind, named].filter(Boolean);
  return parts.join(language === 'en' ? ', ' : '、') || t('needs.anything');
}
