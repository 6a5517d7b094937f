import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { BackupSummary } from '@shared/contract/backups';
import { type FormEvent, useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { BackupProgress } from '../../ui/backup-progress';
import { ErrorNotice } from '../../ui/error-notice';
import { isPassphraseReady, NewPassphraseFields } from '../../ui/new-passphrase-fields';
import { QuietButton } from '../../ui/quiet-button';
import { RecoveryKeyField } from '../../ui/recovery-key-field';
import { SecretInput } from '../../ui/secret-input';
import classes from './backups.module.css';
import { ChooseBackup } from './choose-backup';
import { tellRestored } from './tell-restored';
import { WhatIsInIt } from './what-is-lost';

interface RestoreScreenProps {
  readonly onBack: () => void;
}

type SecretKind = 'recovery' | 'passphrase';

/** A backup on a clean machine, or in place of a shop that cannot be opened: the backup, its key, go. */
export function RestoreScreen({ onBack }: RestoreScreenProps) {
  const { t } = useWords();
  const state = useAsk('setup.state', {}, ['shop']);
  const [backup, setBackup] = useState<BackupSummary | null>(null);
  const restore = useAction('restore.runHere');
  const hasKeyStore = state.data?.hasKeyStore ?? false;
  const hasShop = state.data?.hasShop ?? false;
  return (
    <div className={classes.here}>
      <Stack w={760} maw="100%">
        <Title order={1} fz={30}>
          {t('backups.here.title')}
        </Title>
        <Text c="dimmed">
          {t('backups.here.why')} {state.data?.hasShop && t('backups.here.keeps')}
        </Text>
        {restore.startedAt === null ? (
          <ChooseBackup chosen={backup} onChoose={setBackup} />
        ) : (
          <BackupProgress
            progress={restore.progress}
            startedAt={restore.startedAt}
            onCancel={restore.cancel}
          />
        )}
        {backup && <WhatIsInIt backup={backup} />}
        {backup && restore.startedAt === null && (
          <KeyForm
            key={backup.folder}
            hasKeyStore={hasKeyStore}
            error={restore.error}
            onSubmit={(secret, newPassphrase) =>
              void restore
                .start({ folder: backup.folder, secret, newPassphrase })
                .then((result) => tellRestored(t, hasShop ? result : null))
            }
          />
        )}
        {restore.startedAt === null && (
          <Group>
            <QuietButton c="var(--accent-text)" onClick={onBack}>
              {t('common.back')}
            </QuietButton>
          </Group>
        )}
      </Stack>
    </div>
  );
}

type Secret =
  | { readonly kind: 'recovery'; readonly recoveryKey: string }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

interface KeyFormProps {
  readonly hasKeyStore: boolean;
  readonly error: unknown;
  readonly onSubmit: (secret: Secret, newPassphrase: string | null) => void;
}

function KeyForm({ hasKeyStore, error, onSubmit }: KeyFormProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<SecretKind>('recovery');
  const [recoveryKey, setRecoveryKey] = useState('');
  const [oldPassphrase, setOldPassphrase] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const isReady =
    kind === 'recovery'
      ? recoveryKey.trim() !== '' && (hasKeyStore || isPassphraseReady(passphrase, again))
      : oldPassphrase !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kind === 'passphrase') onSubmit({ kind, passphrase: oldPassphrase }, null);
    else onSubmit({ kind, recoveryKey }, hasKeyStore ? null : passphrase);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <SegmentedControl
          size="md"
          aria-label={t('backups.here.key')}
          value={kind}
          onChange={(value) => setKind(value === 'passphrase' ? 'passphrase' : 'recovery')}
          data={[
            { value: 'recovery', label: t('backups.here.withSheet') },
            { value: 'passphrase', label: t('backups.here.withPassphrase') },
          ]}
        />
        {kind === 'recovery' ? (
          <>
            <RecoveryKeyField label={t('setup.recoveryKey')} value={recoveryKey} onChange={setRecoveryKey} />
            {!hasKeyStore && (
              <NewPassphraseFields
                label={t('setup.newPassphrase')}
                passphrase={passphrase}
                again={again}
                onPassphrase={setPassphrase}
                onAgain={setAgain}
              />
            )}
          </>
        ) : (
          <SecretInput
            label={t('backups.here.passphrase')}
            autoComplete="off"
            value={oldPassphrase}
            onChange={(event) => setOldPassphrase(event.currentTarget.value)}
          />
        )}
        <ErrorNotice error={error} />
        <Group justify="flex-end">
          <Button type="submit" disabled={!isReady}>
            {t('backups.here.run')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
