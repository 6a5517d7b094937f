import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { Role } from '@shared/contract/permissions';
import type { StaffRow } from '@shared/contract/staff';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { isNewPinReady, NewPinFields } from '../../ui/new-pin-fields';
import { toast } from '../../ui/toast';
import { RoleChoice } from './add-staff';

export type StaffDialogKind = 'rename' | 'role' | 'pin' | 'customer';

interface StaffDialogProps {
  readonly row: StaffRow;
  readonly kind: StaffDialogKind | null;
  readonly onClose: () => void;
}

/** One change of one person. */
export function StaffDialog({ row, kind, onClose }: StaffDialogProps) {
  const { t } = useWords();
  const titles = {
    rename: t('staff.rename'),
    role: t('staff.changeRole'),
    pin: t('staff.resetPin'),
    customer: t('staff.link'),
  };
  return (
    <Dialog
      isOpen={kind !== null}
      onClose={onClose}
      title={kind ? `${titles[kind]}: ${row.name}` : ''}
      size={620}
    >
      {kind === 'rename' && <Rename row={row} onClose={onClose} />}
      {kind === 'role' && <ChangeRole row={row} onClose={onClose} />}
      {kind === 'pin' && <ResetPin row={row} onClose={onClose} />}
      {kind === 'customer' && <LinkCustomer row={row} onClose={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  readonly row: StaffRow;
  readonly onClose: () => void;
}

interface FrameProps {
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly isReady: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly children: ReactNode;
}

function Frame({ onSubmit, onClose, isReady, isPending, error, children }: FrameProps) {
  const { t } = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {children}
        <ErrorNotice error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Rename({ row, onClose }: FormProps) {
  const { t } = useWords();
  const [name, setName] = useState(row.name);
  const [chineseName, setChineseName] = useState(row.chineseName ?? '');
  const rename = useTell('staff.rename');
  const save = () => rename.mutate({ staffId: row.id, name, chineseName }, { onSuccess: onClose });
  return (
    <Frame
      onSubmit={save}
      onClose={onClose}
      isReady={name.trim() !== ''}
      isPending={rename.isPending}
      error={rename.error}
    >
      <SimpleGrid cols={2}>
        <TextInput
          label={t('staff.name')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={t('staff.chineseName')}
          lang="zh-Hant"
          value={chineseName}
          maxLength={40}
          onChange={(event) => setChineseName(event.currentTarget.value)}
        />
      </SimpleGrid>
    </Frame>
  );
}

function ChangeRole({ row, onClose }: FormProps) {
  const { t } = useWords();
  const [role, setRole] = useState<Role>(row.role);
  const change = useTell('staff.setRole');
  const save = () => change.mutate({ staffId: row.id, role }, { onSuccess: onClose });
  const isOtherPin = (role === 'manager') !== (row.role === 'manager');
  return (
    <Frame
      onSubmit={save}
      onClose={onClose}
      isReady={role !== row.role}
      isPending={change.isPending}
      error={change.error}
    >
      <RoleChoice role={role} onChange={setRole} />
      {isOtherPin && (
        <Text size="sm" c="dimmed">
          {t('staff.changeRoleWhy')}
        </Text>
      )}
    </Frame>
  );
}

function ResetPin({ row, onClose }: FormProps) {
  const { t } = useWords();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const reset = useTell('staff.resetPin');
  const save = () =>
    reset.mutate(
      { staffId: row.id, pin },
      {
        onSuccess: () => {
          toast(t('staff.pinReset', { name: row.name }));
          onClose();
        },
      },
    );
  return (
    <Frame
      onSubmit={save}
      onClose={onClose}
      isReady={isNewPinReady(row.role, pin, again)}
      isPending={reset.isPending}
      error={reset.error}
    >
      <Text c="dimmed">{t('staff.resetPinWhy', { name: row.name })}</Text>
      <NewPinFields staffRole={row.role} pin={pin} again={again} onPin={setPin} onAgain={setAgain} />
    </Frame>
  );
}

function LinkCustomer({ row, onClose }: FormProps) {
  const { t } = useWords();
  const [memberNumber, setMemberNumber] = useState('');
  const link = useTell('staff.linkCustomer');
  const tell = (number: string | null) =>
    link.mutate({ staffId: row.id, memberNumber: number }, { onSuccess: onClose });
  return (
    <Frame
      onSubmit={() => tell(memberNumber)}
      onClose={onClose}
      isReady={memberNumber.trim() !== ''}
      isPending={link.isPending}
      error={link.error}
    >
      <TextInput
        label={t('staff.memberNumber')}
        description={t('staff.ownCustomerWhy')}
        value={memberNumber}
        maxLength={40}
        onChange={(event) => setMemberNumber(event.currentTarget.value)}
        data-autofocus
      />
      {row.ownCustomerId && (
        <Group>
          <Text>{row.ownCustomerName}</Text>
          <Button variant="subtle" c="var(--accent-text)" onClick={() => tell(null)}>
            {t('staff.unlink')}
          </Button>
        </Group>
      )}
    </Frame>
  );
}
