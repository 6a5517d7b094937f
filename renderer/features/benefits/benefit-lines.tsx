import { Button, Text } from '@mantine/core';
import type { ItemBenefit } from '@shared/contract/benefits';
import { isAllowed } from '@shared/contract/permissions';
import { benefitName } from '@shared/domain/benefits';
import { formatDate } from '@shared/domain/dates';
import { IconGift } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import type { ItemMore } from '../../ui/customer-panel';
import { ErrorNotice } from '../../ui/error-notice';
import classes from './benefits.module.css';
import { UseBenefit } from './use-benefit';

/** At one owned item: what it has free this year, what is left of it, and a button to give it. */
export const BenefitLines: ItemMore = ({ customerId, itemId, itemName }) => {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const [given, setGiven] = useState<ItemBenefit | null>(null);
  // The same question for every item of the customer: asked once.
  const items = useAsk('benefits.forCustomer', { customerId }, ['items', 'sales', 'vip', 'customers']);
  const benefits = items.data?.find((item) => item.itemId === itemId)?.benefits ?? [];
  if (items.error) return <ErrorNotice error={items.error} onRetry={() => void items.refetch()} />;
  if (benefits.length === 0) return null;
  const mayUse = isAllowed(staff.role, 'items.write');
  return (
    <>
      <ul className={classes.list} aria-label={t('benefits.label', { item: itemName })}>
        {benefits.map((benefit) => {
          const name = benefitName(benefit.names, language);
          const isBeyond = benefit.used > benefit.allowed;
          return (
            <li key={benefit.benefitId} className={classes.line}>
              <Text size="sm" className={classes.name}>
                <IconGift size={16} aria-hidden />
                {t(isBeyond ? 'benefits.lineBeyond' : 'benefits.line', {
                  name,
                  left: benefit.left,
                  used: benefit.used,
                  allowed: benefit.allowed,
                  date: formatDate(benefit.until, language),
                })}
              </Text>
              {mayUse && (
                <Button
                  variant="subtle"
                  aria-label={t('benefits.useOf', { name, item: itemName })}
                  onClick={() => setGiven(benefit)}
                >
                  {t('benefits.use')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {given && <UseBenefit itemId={itemId} benefit={given} onClose={() => setGiven(null)} />}
    </>
  );
};
