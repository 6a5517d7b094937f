import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import { type FormEvent, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';

type Checked = Output<'backups.checkPlace'>;
const kinds = ['disk', 'removable', 'network'] as const;

/** A new place: the folder is looked at, then named. */
export function AddPlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const choose = useTell('backups.chooseFolder');
  const check = useTell('backups.checkPlace');
  const add = useTell('backups.addPlace');
  const [folder, setFolder] = useState('');
  const [checked, setChecked] = useState<Checked | null>(null);
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<Checked['kind']>('disk');

  const look = async (path: string) => {
    setChecked(null);
    setFolder(path);
    const found = await check.mutateAsync({ folder: path }).catch(() => null);
    if (!found) return;
    setChecked(found);
    setKind(found.kind);
    setLabel(t(`setup.placeKind.${found.kind}`));
  };
  const chooseFolder = async () => {
    const path = await choose.mutateAsync({}).catch(() => null);
    if (path) await look(path);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!checked) return void look(folder);
    add.mutate({ folder: checked.folder, label: label.trim(), kind }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('backups.addPlace')} isOpen onClose={onClose} size={600}>
      <form onSubmit={submit}>
        <Stack>
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('setup.placePath')}
              value={folder}
              data-autofocus
              onChange={(event) => {
                setFolder(event.currentTarget.value);
                setChecked(null);
              }}
            />
            <Button variant="default" onClick={() => void chooseFolder()}>
              {t('setup.placeChoose')}
            </Button>
          </Group>
          {checked && (
            <Group grow align="flex-start">
              <TextInput
                label={t('setup.placeLabel')}
                value={label}
                maxLength={80}
                onChange={(event) => setLabel(event.currentTarget.value)}
              />
              <Select
                label={t('setup.placeKindLabel')}
                data={kinds.map((value) => ({ value, label: t(`setup.placeKind.${value}`) }))}
                value={kind}
                onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'disk')}
                allowDeselect={false}
              />
            </Group>
          )}
          {checked?.isSameDisk && <Text c="var(--warning-text)">{t('setup.placeSameDisk')}</Text>}
          <ErrorNotice error={check.error ?? add.error ?? choose.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              loading={add.isPending || check.isPending}
              disabled={folder.trim() === '' || (checked !== null && label.trim() === '')}
            >
              {checked ? t('setup.placeAdd') : t('common.next')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
