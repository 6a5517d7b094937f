import { Button, Menu } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import type { CustomerStart } from '../../ui/customer-panel';
import classes from './customer-page.module.css';

interface StartMenuProps {
  readonly customerId: string;
  readonly starts: readonly CustomerStart[];
}

/** A dialog fades out before it lets go of the focus. */
const AFTER_CLOSING_MS = 250;

/** Everything that can be begun with this customer, behind one button. */
export function StartMenu({ customerId, starts }: StartMenuProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [begun, setBegun] = useState<CustomerStart | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setBegun(null), []);
  // A form gives the focus back to what opened it: a line of the menu, which is gone by then.
  const isOpen = begun !== null;
  useEffect(() => {
    if (!isOpen) return;
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body) button.current?.focus();
      }, AFTER_CLOSING_MS);
    };
  }, [isOpen]);
  const allowed = starts.filter(({ permission }) => isAllowed(staff.role, permission));
  if (allowed.length === 0) return null;
  return (
    <>
      <Menu position="bottom-start" width={440}>
        <Menu.Target>
          <Button ref={button} leftSection={<IconPlus size={18} aria-hidden />}>
            {t('start.new')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.starts}>
            {allowed.map((start) => (
              <Menu.Item key={start.name} onClick={() => setBegun(start)}>
                {t(`start.${start.name}`)}
              </Menu.Item>
            ))}
          </div>
        </Menu.Dropdown>
      </Menu>
      {begun && <begun.Form customerId={customerId} onClose={close} />}
    </>
  );
}
