import { Button } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { IconMessageCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import type { CustomerPanel } from '../../ui/customer-panel';
import { ContactDialog } from './contact-dialog';

/** Beside the customer's name: write, call, or print a letter. */
export const ContactButton: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const { staff } = useCounter();
  const [isOpen, setOpen] = useState(false);
  if (!isAllowed(staff.role, 'conversations.write')) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMessageCircle size={18} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('conversations.contact')}
      </Button>
      {isOpen && <ContactDialog customerId={customerId} onClose={() => setOpen(false)} />}
    </>
  );
};
