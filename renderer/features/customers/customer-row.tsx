import { Badge, Group, Text } from '@mantine/core';
import type { CustomerCard } from '@shared/contract/customer-shapes';
import { formatMoney, money } from '@shared/domain/money';
import { IconEyeOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../lib/i18n';
import classes from './book.module.css';
import { useNames, useTierName } from './names';

/** One line of the client book: who, and three facts. */
export function CustomerRow({ card }: { readonly card: CustomerCard }) {
  const { t, language } = useWords();
  const names = useNames();
  const tierName = useTierName();
  return (
    <Link to="/customers/$customerId" params={{ customerId: card.id }} className={classes.row}>
      <div>
        <Group gap={6} wrap="nowrap">
          <Text fw={600} truncate>
            {names.full(card)}
          </Text>
          {card.hasDiscretion && (
            <IconEyeOff
              size={16}
              aria-label={t('customers.discretion')}
              role="img"
              style={{ flexShrink: 0 }}
            />
          )}
        </Group>
        <Text size="sm" c="dimmed" truncate>
          {[card.number, card.contact ? names.contact(card.contact) : null].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Text size="sm" truncate c={card.advisor ? undefined : 'dimmed'}>
        {card.advisor?.name ?? '–'}
      </Text>
      <Text size="sm" truncate c={card.lastPurchaseAt ? undefined : 'dimmed'}>
        {card.lastPurchaseAt ? names.day(card.lastPurchaseAt) : t('customers.noPurchaseYet')}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" truncate c={card.lifetimeMinor === null ? 'dimmed' : undefined}>
          {card.lifetimeMinor === null || !card.currency
            ? '–'
            : formatMoney(money(card.lifetimeMinor, card.currency), language)}
        </Text>
        {card.tier && <Badge color="accent">{tierName(card.tier)}</Badge>}
      </Group>
      <Text size="sm" c={card.openNeeds > 0 ? undefined : 'dimmed'}>
        {card.openNeeds > 0 ? t('customers.openNeedsCount', { count: card.openNeeds }) : '–'}
      </Text>
    </Link>
  );
}
