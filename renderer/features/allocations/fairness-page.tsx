import { Button, Group, Select, Skeleton, Text, TextInput } from '@mantine/core';
import type { Fairness } from '@shared/contract/allocations';
import { addDays, civilDateOf, isCivilDate } from '@shared/domain/dates';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { useAllocationWords } from './allocation-words';
import classes from './allocations.module.css';
import { FairnessParts } from './fairness-parts';

/** How scarce pieces went between two days, by reference and by person; printed as it stands. */
export function FairnessPage() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const words = useAllocationWords();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const [from, setFrom] = useState(addDays(today, -365));
  const [to, setTo] = useState(today);
  const [productId, setProductId] = useState<string | null>(null);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const isPeriod = isCivilDate(from) && isCivilDate(to) && from <= to;
  const period = { from, to, productId };
  const references = useAsk('interests.references', {}, ['interests', 'products', 'sales', 'customers']);
  const found = useAsk('allocations.fairness', period, ['interests', 'sales', 'staff', 'customers'], {
    enabled: isPeriod,
    keepPrevious: true,
  });
  const print = useTell('allocations.fairnessReport');
  return (
    <Page
      title={t('allocations.fairness.title')}
      subtitle={t('allocations.fairness.subtitle')}
      actions={
        <>
          <ButtonLink variant="default" to="/allocations">
            {t('allocations.back')}
          </ButtonLink>
          <Button
            leftSection={<IconPrinter size={18} aria-hidden />}
            disabled={!isPeriod}
            loading={print.isPending}
            onClick={() =>
              print.mutate({ ...period, language }, { onSuccess: (made) => setDocumentId(made.documentId) })
            }
          >
            {t('allocations.fairness.print')}
          </Button>
        </>
      }
    >
      <Group align="flex-end">
        <TextInput
          type="date"
          label={t('allocations.fairness.from')}
          max={to}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('allocations.fairness.to')}
          max={today}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Select
          clearable
          w={360}
          label={t('allocations.fairness.product')}
          placeholder={t('allocations.fairness.allProducts')}
          value={productId}
          data={(references.data ?? []).map(({ product }) => ({
            value: product.id,
            label: words.product(product),
          }))}
          onChange={setProductId}
        />
      </Group>
      <ErrorNotice error={found.error ?? print.error} onRetry={() => void found.refetch()} />
      {!found.data && !found.error && <Skeleton height={200} />}
      {found.data && (
        <>
          <References fairness={found.data} />
          <FairnessParts fairness={found.data} />
        </>
      )}
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </Page>
  );
}

function References({ fairness }: { readonly fairness: Fairness }) {
  const { t } = useWords();
  const words = useAllocationWords();
  if (fairness.products.length === 0)
    return <EmptyState title={t('allocations.fairness.empty')} hint={t('allocations.fairness.emptyHint')} />;
  const days = ({ median, longest }: Fairness['products'][number]['served']) =>
    median === null || longest === null
      ? t('allocations.fairness.none')
      : t('allocations.fairness.days', { median, longest });
  const number = (value: number | string) => <td className={classes.number}>{value}</td>;
  const head = (
    name:
      | 'registered'
      | 'withdrawn'
      | 'pieces'
      | 'served'
      | 'servedWait'
      | 'waiting'
      | 'waitingWait'
      | 'inOrder'
      | 'overrides',
  ) => (
    <th scope="col" className={classes.number}>
      {t(`allocations.fairness.${name}`)}
    </th>
  );
  return (
    <Section title={t('allocations.fairness.perReference')}>
      <div className={classes.wide}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('allocations.fairness.reference')}</th>
              {head('registered')}
              {head('withdrawn')}
              {head('pieces')}
              {head('served')}
              {head('servedWait')}
              {head('waiting')}
              {head('waitingWait')}
              {head('inOrder')}
              {head('overrides')}
            </tr>
          </thead>
          <tbody>
            {fairness.products.map((row) => (
              <tr key={row.product.id}>
                <th scope="row">
                  <Text>{words.product(row.product)}</Text>
                </th>
                {number(row.registered)}
                {number(row.withdrawn)}
                {number(row.pieces)}
                {number(row.served.count)}
                {number(days(row.served))}
                {number(row.waiting.count)}
                {number(days(row.waiting))}
                {number(row.offersInOrder)}
                {number(row.overrides)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
