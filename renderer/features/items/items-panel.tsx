import { Button, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import type { ItemMore } from '../../ui/customer-panel';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { ItemCard } from './item-card';
import { ItemForm } from './item-form';
import type { Item } from './item-values';
import classes from './items.module.css';

const shownWhenFolded = 4;

interface ItemsPanelProps {
  readonly customerId: string;
  /** What another feature says of each item they own. */
  readonly More?: ItemMore;
}

/** The closet: what a customer owns, bought here or elsewhere, with its warranty and what it needs next. */
export function ItemsPanel({ customerId, More }: ItemsPanelProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const items = useAsk('items.forCustomer', { customerId }, ['items', 'sales']);
  const [edited, setEdited] = useState<Item | 'new' | null>(null);
  const [isOpen, setOpen] = useState(false);
  const owned = items.data?.filter(({ status }) => status === 'owned') ?? [];
  const former = items.data?.filter(({ status }) => status !== 'owned') ?? [];
  // A collector's forty watches must not push the rest of the screen away.
  const isFolded = !isOpen && owned.length > shownWhenFolded;
  const shown = isFolded ? owned.slice(0, shownWhenFolded) : owned;
  const add = isAllowed(staff.role, 'items.write') && (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => setEdited('new')}
    >
      {t('items.add')}
    </Button>
  );
  return (
    <Section part="items" title={t('items.title')} actions={add}>
      <ErrorNotice error={items.error} onRetry={() => void items.refetch()} />
      {items.data?.length === 0 && <EmptyState title={t('items.empty')} hint={t('items.emptyHint')} />}
      <ul className={classes.closet}>
        {shown.map((item) => (
          <ItemCard key={item.id} item={item} onEdit={() => setEdited(item)} More={More} />
        ))}
      </ul>
      {owned.length > shownWhenFolded && (
        <Button variant="subtle" mt="xs" aria-expanded={!isFolded} onClick={() => setOpen(isFolded)}>
          {isFolded ? t('items.showAll', { total: owned.length }) : t('common.less')}
        </Button>
      )}
      {!isFolded && former.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt="md" mb="xs">
            {t('items.former')}
          </Text>
          <ul className={classes.closet}>
            {former.map((item) => (
              <ItemCard key={item.id} item={item} onEdit={() => setEdited(item)} />
            ))}
          </ul>
        </>
      )}
      {edited && (
        <ItemForm
          customerId={customerId}
          item={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}
