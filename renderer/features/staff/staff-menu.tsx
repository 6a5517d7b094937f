import { ActionIcon, Menu } from '@mantine/core';
import type { StaffRow } from '@shared/contract/staff';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { toast, toastError } from '../../ui/toast';
import { StaffDialog, type StaffDialogKind } from './staff-dialog';

/** What a manager may do with one person. Leaving and coming back undo each other, so neither asks "are you sure". */
export function StaffMenu({ row }: { readonly row: StaffRow }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [dialog, setDialog] = useState<StaffDialogKind | null>(null);
  const { name } = row;
  const isSelf = row.id === staff.id;

  const tell = async (work: Promise<unknown>, done: string) => {
    try {
      await work;
      toast(done);
    } catch (error) {
      toastError(error);
    }
  };
  const input = { staffId: row.id };
  const deactivate = () => tell(call('staff.deactivate', input), t('staff.deactivated', { name }));
  const reactivate = () => tell(call('staff.reactivate', input), t('staff.reactivated', { name }));
  const unlockPin = () => tell(call('staff.unlockPin', input), t('staff.pinUnlocked', { name }));

  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon aria-label={t('staff.actions', { name })}>
            <IconDots aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {row.isPinLocked && <Menu.Item onClick={unlockPin}>{t('staff.unlockPin')}</Menu.Item>}
          <Menu.Item onClick={() => setDialog('rename')}>{t('staff.rename')}</Menu.Item>
          {!isSelf && <Menu.Item onClick={() => setDialog('role')}>{t('staff.changeRole')}</Menu.Item>}
          {!isSelf && <Menu.Item onClick={() => setDialog('pin')}>{t('staff.resetPin')}</Menu.Item>}
          <Menu.Item onClick={() => setDialog('customer')}>{t('staff.link')}</Menu.Item>
          {!isSelf && row.isActive && <Menu.Item onClick={deactivate}>{t('staff.deactivate')}</Menu.Item>}
          {!row.isActive && <Menu.Item onClick={reactivate}>{t('staff.reactivate')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <StaffDialog row={row} kind={dialog} onClose={() => setDialog(null)} />
    </>
  );
}
