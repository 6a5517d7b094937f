import { Badge, Group, Stack, Text } from '@mantine/core';
import { formatMoney, money } from '@shared/domain/money';
import { IconUserCheck } from '@tabler/icons-react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ButtonLink } from '../../ui/links';
import { Section } from '../../ui/section';
import { useNames } from './names';

interface LikelyCustomersProps {
  readonly familyName: string;
  readonly givenName: string;
  readonly englishName: string;
  readonly chineseName: string;
  readonly contacts: readonly string[];
}

/** Who this could already be, with enough facts to recognise him; it never stands in the way of saving. */
export function LikelyCustomers({ contacts, ...names }: LikelyCustomersProps) {
  const { t, language } = useWords();
  const say = useNames();
  const typed = contacts.filter((contact) => contact.trim().length > 0);
  const hasTyped = typed.length > 0 || Object.values(names).some((part) => part.trim() !== '');
  const like = useAsk('customers.findLike', { ...names, contacts: typed }, ['customers'], {
    enabled: hasTyped,
    keepPrevious: true,
  });
  const found = hasTyped ? (like.data ?? []) : [];
  return (
    <Section title={t('customers.likelyHeading')}>
      <Stack gap="md" aria-live="polite">
        {found.length === 0 && (
          <Text c="dimmed">
            {t(hasTyped && like.data ? 'customers.likelyNone' : 'customers.likelyWhile')}
          </Text>
        )}
        {found.length > 0 && (
          <Text c="var(--warning-text)" fw={600}>
            {t('customers.likelyFound', { count: found.length })}
          </Text>
        )}
        {found.map((card) => (
          <Stack key={card.id} gap={4} pb="md" style={{ borderBottom: '1px solid var(--hairline)' }}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Text fw={600}>{say.full(card)}</Text>
              <Group gap={6} wrap="nowrap">
                {card.same.map((what) => (
                  <Badge key={what} color="accent">
                    {t(`customers.same.${what}`)}
                  </Badge>
                ))}
              </Group>
            </Group>
            <Text size="sm" c="dimmed">
              {[card.number, card.contact ? say.contact(card.contact) : null, card.advisor?.name]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Text size="sm" c="dimmed">
              {card.lastPurchaseAt
                ? [
                    `${t('customers.lastPurchase')} ${say.day(card.lastPurchaseAt)}`,
                    card.lifetimeMinor !== null && card.currency
                      ? formatMoney(money(card.lifetimeMinor, card.currency), language)
                      : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')
                : t('customers.noPurchaseYet')}
            </Text>
            <ButtonLink
              to="/customers/$customerId"
              params={{ customerId: card.id }}
              variant="default"
              leftSection={<IconUserCheck size={18} aria-hidden />}
              style={{ alignSelf: 'flex-start' }}
            >
              {t('customers.openInstead')}
            </ButtonLink>
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}
