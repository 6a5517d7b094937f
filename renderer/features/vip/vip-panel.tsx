import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { asLanguage } from '@shared/domain/languages';
import { formatMoney, money } from '@shared/domain/money';
import { tierInWords } from '@shared/words/vip';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { useVipReasons } from './vip-words';
import { WelcomeButtons } from './welcome-buttons';

type Standing = Output<'vip.forCustomer'>;

/** Whether the customer may be invited and why; the card once they are a member. */
export function VipPanel({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const navigate = useNavigate();
  const standing = useAsk('vip.forCustomer', { customerId }, [
    'vip',
    'sales',
    'consents',
    'settings',
    'customers',
    'imports',
  ]);
  const { data } = standing;
  const canInvite = staff.role !== 'service' && data && !data.membership;
  return (
    <Section
      part="vip"
      title={t('vip.title')}
      actions={
        canInvite && (
          <Button
            variant={data.eligible ? 'filled' : 'default'}
            onClick={() => void navigate({ to: '/vip/$customerId', params: { customerId } })}
          >
            {t('vip.invite')}
          </Button>
        )
      }
    >
      <ErrorNotice error={standing.error} />
      {data && <StandingView data={data} customerId={customerId} />}
    </Section>
  );
}

function StandingView({ data, customerId }: { data: Standing; customerId: string }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const reasonText = useVipReasons(data.currency);
  const amount = (minor: number) => formatMoney(money(minor, data.currency), language);
  const day = (at: number) => formatDate(civilDateOf(at, shop.timeZone), language);
  const { membership, next } = data;
  return (
    <Stack gap="xs">
      {membership ? (
        <Membership membership={membership} customerId={customerId} />
      ) : (
        <>
          <Text fw={600} c={data.eligible ? 'var(--accent-text)' : undefined}>
            {t(data.eligible ? 'vip.eligible' : 'vip.notEligible')}
          </Text>
          {data.reasons.map((reason) => (
            <Reason key={reason.code} isFor text={reasonText(reason)} />
          ))}
          {/* Where one threshold is enough and was reached, the others are of no interest. */}
          {!data.eligible &&
            data.notYet.map((reason) => <Reason key={reason.code} isFor={false} text={reasonText(reason)} />)}
        </>
      )}
      <Text size="sm" c="dimmed">
        {t('vip.spend', { amount: amount(data.spendMinor) })}
        {next &&
          ` · ${t('vip.toNext', { amount: amount(next.missingMinor), tier: tierInWords(next.tier, language) })}`}
      </Text>
      {data.invitations.map((invitation) => (
        <Text key={invitation.id} size="sm" c="dimmed">
          {day(invitation.at)} · {t(`vip.outcome.${invitation.outcome}`)}
          {invitation.askAgainOn &&
            ` · ${t('vip.askOn', { date: formatDate(invitation.askAgainOn, language) })}`}
          {invitation.by && ` · ${invitation.by}`}
          {invitation.note && ` · ${invitation.note}`}
        </Text>
      ))}
    </Stack>
  );
}

function Reason({ isFor, text }: { isFor: boolean; text: string }) {
  const Icon = isFor ? IconCheck : IconMinus;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Icon size={18} aria-hidden color={isFor ? 'var(--accent-text)' : 'var(--mantine-color-dimmed)'} />
      <Text size="sm">{text}</Text>
    </Group>
  );
}

interface MembershipProps {
  readonly membership: NonNullable<Standing['membership']>;
  readonly customerId: string;
}

function Membership({ membership, customerId }: MembershipProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const customer = useAsk('customers.get', { id: customerId }, ['customers']);
  const spoken = customer.data?.language;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Badge size="lg">{tierInWords(membership.tier, language)}</Badge>
        <Text fw={600}>{t('vip.card', { number: membership.cardNumber })}</Text>
        <Text c="dimmed">{t('vip.member', { date: formatDate(membership.since, language) })}</Text>
      </Group>
      {membership.welcomedAt === null ? (
        <Stack gap="xs" align="flex-start">
          <Text size="sm" c="var(--warning-text)">
            {t('vip.welcomePending')}
          </Text>
          {spoken && <WelcomeButtons customerId={customerId} language={asLanguage(spoken)} />}
        </Stack>
      ) : (
        <Text size="sm" c="dimmed">
          {t(membership.welcomedHow === 'email' ? 'vip.welcomed.email' : 'vip.welcomed.printed', {
            date: formatDate(civilDateOf(membership.welcomedAt, shop.timeZone), language),
          })}
        </Text>
      )}
    </Stack>
  );
}
