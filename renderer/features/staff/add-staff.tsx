import { Button, Group, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type Role, roles } from '@shared/contract/permissions';
import { asLanguage, type Language, languageNames, languages } from '@shared/domain/languages';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { isNewPinReady, NewPinFields } from '../../ui/new-pin-fields';
import { toast } from '../../ui/toast';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds somebody, with a first PIN that they change themselves. */
export function AddStaff({ isOpen, onClose }: DialogProps) {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('staff.add')} size={620}>
      {isOpen && <AddForm onClose={onClose} />}
    </Dialog>
  );
}

function AddForm({ onClose }: { readonly onClose: () => void }) {
  const { t, language: ownLanguage } = useWords();
  const [name, setName] = useState('');
  const [chineseName, setChineseName] = useState('');
  const [role, setRole] = useState<Role>('advisor');
  const [language, setLanguage] = useState<Language>(ownLanguage);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const add = useTell('staff.add');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { name, chineseName, role, language, pin },
      {
        onSuccess: () => {
          toast(t('staff.added', { name }));
          onClose();
        },
      },
    );
  };
  const isReady = name.trim() !== '' && isNewPinReady(role, pin, again);
  return (
    <form onSubmit={submit}>
      <Stack>
        <SimpleGrid cols={2}>
          <TextInput
            label={t('staff.name')}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
            required
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
        <RoleChoice role={role} onChange={setRole} />
        <Select
          label={t('common.language')}
          data={languages.map((choice) => ({ value: choice, label: languageNames[choice] }))}
          value={language}
          onChange={(choice) => setLanguage(asLanguage(choice))}
          allowDeselect={false}
        />
        <NewPinFields
          staffRole={role}
          label={t('staff.firstPin')}
          pin={pin}
          again={again}
          onPin={setPin}
          onAgain={setAgain}
        />
        <Text size="sm" c="dimmed">
          {t('staff.addWhy')}
        </Text>
        <ErrorNotice error={add.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={add.isPending}>
            {t('common.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface RoleChoiceProps {
  readonly role: Role;
  readonly onChange: (role: Role) => void;
}

/** The roles with what each may do. */
export function RoleChoice({ role, onChange }: RoleChoiceProps) {
  const { t } = useWords();
  const choose = (value: string) => onChange(roles.find((candidate) => candidate === value) ?? role);
  return (
    <Radio.Group label={t('staff.role')} value={role} onChange={choose}>
      <Stack gap={4} mt={4}>
        {roles.map((candidate) => (
          <Radio
            key={candidate}
            value={candidate}
            label={t(`common.role.${candidate}`)}
            description={t(`staff.roleHint.${candidate}`)}
            styles={{ body: { minHeight: 44, alignItems: 'center' } }}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
