import { Button, Text } from '@mantine/core';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { goToPart } from '../../lib/parts';
import type { CustomerPanel } from '../../ui/customer-panel';
import classes from './complaints.module.css';

/** That a complaint is open, said quietly before anybody begins to sell. */
export const ComplaintBanner: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const complaints = useAsk('complaints.forCustomer', { customerId }, ['complaints', 'customers', 'staff']);
  const count = complaints.data?.open.length ?? 0;
  if (count === 0) return null;
  return (
    <div role="status" className={classes.banner}>
      <Text>{count === 1 ? t('complaints.banner') : t('complaints.bannerMany', { count })}</Text>
      <Button variant="subtle" c="var(--accent-text)" onClick={() => goToPart('complaints')}>
        {t('complaints.goTo')}
      </Button>
    </div>
  );
};
