import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { GiftItem } from './gift-item';
import { useGiftWords } from './gift-words';
import classes from './gifts.module.css';

const shownAtFirst = 3;

/** What this customer was given, what each year cost, and what this one has room for. Nothing where nothing was given. */
export const GiftsPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const words = useGiftWords();
  const gifts = useAsk('gifts.forCustomer', { customerId }, ['gifts', 'customers', 'staff', 'vip']);
  const [isOpen, setOpen] = useState(false);
  const { data } = gifts;
  if (!gifts.error && (!data || data.gifts.length === 0)) return null;
  const list = data?.gifts ?? [];
  const earlier = list.length - shownAtFirst;
  return (
    <Section part="gifts" title={t('gifts.title')}>
      <ErrorNotice error={gifts.error} onRetry={() => void gifts.refetch()} />
      {data && (
        <Text size="sm" c="dimmed">
          {words.budget(data.budget)}
        </Text>
      )}
      <ul className={classes.list}>
        {(isOpen ? list : list.slice(0, shownAtFirst)).map((gift) => (
          <GiftItem key={gift.id} gift={gift} />
        ))}
      </ul>
      {earlier > 0 && (
        <Button variant="subtle" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('gifts.panelEarlier', { count: earlier })}
        </Button>
      )}
      {data?.years.map(({ year, gifts: count, costMinor }) => (
        <Text key={year} size="sm" c="dimmed">
          {t('gifts.yearCost', { year, count, cost: words.cost(costMinor) })}
        </Text>
      ))}
    </Section>
  );
};
