import { Badge, Button, Group, Menu, Stack, Text, Title } from '@mantine/core';
import type { Customer } from '@shared/contract/customer-shapes';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf } from '@shared/domain/dates';
import { asLanguage, languageNames } from '@shared/domain/languages';
import { isUnder18 } from '@shared/domain/minors';
import { formatMoney, money } from '@shared/domain/money';
import { IconDots, IconEyeOff, IconGitMerge, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import classes from './customer-page.module.css';
import { useNames, useTierName } from './names';

interface CustomerHeaderProps {
  readonly customer: Customer;
  readonly onEdit: () => void;
  readonly onHistory: () => void;
  readonly onMerge: () => void;
  /** Buttons of other features. */
  readonly actions?: ReactNode;
}

/** Who this is: both scripts, how to address them, the language, the tier, what must not be said. */
export function CustomerHeader({ customer, onEdit, onHistory, onMerge, actions }: CustomerHeaderProps) {
  const { t } = useWords();
  const tierName = useTierName();
  const { shop } = useCounter();
  return (
    <Stack gap="xs">
      <div className={classes.who}>
        <Group gap="sm" align="center" className={classes.name}>
          <Title order={1} fz={30} style={{ overflowWrap: 'anywhere' }}>
            <BothScripts customer={customer} />
          </Title>
          {customer.membership && (
            <Badge size="lg" color="accent" variant="filled">
              {tierName(customer.membership.tier)}
            </Badge>
          )}
          {customer.isProspect && <Badge size="lg">{t('customers.prospect')}</Badge>}
          {isUnder18(customer, civilDateOf(Date.now(), shop.timeZone)) && (
            <Badge size="lg" color="orange" variant="outline" c="var(--warning-text)">
              {t('customers.minor')}
            </Badge>
          )}
          {customer.isStaff && <Badge size="lg">{t('customers.staffRecord')}</Badge>}
        </Group>
        <Group gap="xs" wrap="nowrap">
          {actions}
          <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
            {t('common.edit')}
          </Button>
          <MoreMenu customer={customer} onHistory={onHistory} onMerge={onMerge} />
        </Group>
      </div>
      <Facts customer={customer} />
      {customer.discretion && (
        <div className={classes.discretion} role="note" aria-label={t('customers.discretion')}>
          <IconEyeOff size={20} aria-hidden style={{ flexShrink: 0 }} />
          <span className={classes.detail}>{customer.discretion}</span>
        </div>
      )}
    </Stack>
  );
}

/** The name in both scripts; a line ends between them, never inside the Chinese name. */
function BothScripts({ customer }: { readonly customer: Customer }) {
  const names = useNames();
  const whole = names.full(customer);
  const chinese = customer.chineseName?.trim();
  const at = chinese ? whole.indexOf(chinese) : -1;
  if (!chinese || at < 0) return whole;
  return (
    <>
      {whole.slice(0, at)}
      <span className={classes.script}>{chinese}</span>
      {whole.slice(at + chinese.length)}
    </>
  );
}

function Facts({ customer }: { readonly customer: Customer }) {
  const { t, language } = useWords();
  const names = useNames();
  const { totals } = customer;
  const address = names.address(customer, customer.language);
  return (
    <div className={classes.facts}>
      <Text c="dimmed">{t('customers.number', { number: customer.number })}</Text>
      {address && (
        <Text>
          {t('customers.callThem')} <b>{address}</b>
        </Text>
      )}
      {customer.preferredName && (
        <Text>
          {t('customers.field.preferredName')} <b>{customer.preferredName}</b>
        </Text>
      )}
      <Text>
        {t('customers.speaks')} <b>{languageNames[asLanguage(customer.language)]}</b>
      </Text>
      {totals && totals.receipts > 0 && (
        <>
          <Text>
            {t('customers.lifetime')}{' '}
            <b>{formatMoney(money(totals.lifetimeMinor, totals.currency), language)}</b>
          </Text>
          <Text>{t('customers.purchaseCount', { count: totals.receipts })}</Text>
          {totals.lastPurchaseAt !== null && (
            <Text>
              {t('customers.lastPurchase')} {names.day(totals.lastPurchaseAt)}
            </Text>
          )}
        </>
      )}
      {customer.openNeeds > 0 && <Text>{t('customers.openNeedsCount', { count: customer.openNeeds })}</Text>}
    </div>
  );
}

type MoreMenuProps = Pick<CustomerHeaderProps, 'customer' | 'onHistory' | 'onMerge'>;

function MoreMenu({ customer, onHistory, onMerge }: MoreMenuProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const remove = useTell('customers.remove');
  const putBack = () =>
    call('customers.restore', { id: customer.id }).then(() => toast(t('customers.restored')), toastError);
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={t('customers.more')}>
          <IconDots size={20} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={onHistory}>
          {t('customers.history')}
        </Menu.Item>
        {isAllowed(staff.role, 'customers.merge') && (
          <Menu.Item leftSection={<IconGitMerge size={18} aria-hidden />} onClick={onMerge}>
            {t('customers.mergeHeading')}
          </Menu.Item>
        )}
        {isAllowed(staff.role, 'customers.remove') && !customer.isDeleted && (
          <Menu.Item
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() =>
              remove.mutate(
                { id: customer.id },
                {
                  onSuccess: () => toastUndo(t('customers.removed'), t('common.undo'), () => void putBack()),
                  onError: toastError,
                },
              )
            }
          >
            {t('customers.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
