import { Badge, Button, Table, Text } from '@mantine/core';
import type { StaffRow } from '@shared/contract/staff';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { AddStaff } from './add-staff';
import { ChangeOwnPin } from './change-own-pin';
import { StaffMenu } from './staff-menu';

type Dialog = 'add' | 'own-pin' | null;

/** Who works here: everybody may read it and change their own PIN, a manager changes the rest. */
export function StaffPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const list = useAsk('staff.list', {}, ['staff', 'session', 'customers']);
  const [dialog, setDialog] = useState<Dialog>(null);
  const isManager = staff.role === 'manager';
  return (
    <Page
      title={t('staff.title')}
      subtitle={isManager ? t('staff.subtitle') : t('staff.onlyManager')}
      actions={
        <>
          <Button variant="default" onClick={() => setDialog('own-pin')}>
            {t('session.changeOwn')}
          </Button>
          {isManager && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog('add')}>
              {t('staff.add')}
            </Button>
          )}
        </>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data && <StaffTable rows={list.data} canChange={isManager} />}
      <AddStaff isOpen={dialog === 'add'} onClose={() => setDialog(null)} />
      <ChangeOwnPin isOpen={dialog === 'own-pin'} onClose={() => setDialog(null)} />
    </Page>
  );
}

interface StaffTableProps {
  readonly rows: readonly StaffRow[];
  readonly canChange: boolean;
}

function StaffTable({ rows, canChange }: StaffTableProps) {
  const { t } = useWords();
  return (
    <Table verticalSpacing="sm" fz="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('staff.name')}</Table.Th>
          <Table.Th>{t('staff.role')}</Table.Th>
          <Table.Th>{t('common.status')}</Table.Th>
          <Table.Th>{t('staff.ownCustomer')}</Table.Th>
          {canChange && (
            <Table.Th w={64} ta="center">
              {t('common.edit')}
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <Text fw={600} c={row.isActive ? undefined : 'dimmed'}>
                {row.name}
              </Text>
              {row.chineseName && (
                <Text size="sm" c="dimmed" lang="zh-Hant">
                  {row.chineseName}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{t(`common.role.${row.role}`)}</Table.Td>
            <Table.Td>
              <Status row={row} />
            </Table.Td>
            <Table.Td>{row.ownCustomerName ?? <Text c="dimmed">{t('common.none')}</Text>}</Table.Td>
            {canChange && (
              <Table.Td>
                <StaffMenu row={row} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Status({ row }: { readonly row: StaffRow }) {
  const { t } = useWords();
  const { staff } = useCounter();
  if (!row.isActive) return <Text c="dimmed">{t('staff.inactive')}</Text>;
  if (row.isPinLocked)
    return (
      <Badge variant="outline" color="red" c="var(--danger-text)">
        {t('staff.pinLocked')}
      </Badge>
    );
  if (row.pinMustChange) return <Text c="var(--warning-text)">{t('staff.pinMustChange')}</Text>;
  return <Text>{t(row.id === staff.id ? 'staff.working' : 'staff.active')}</Text>;
}
