import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { ErrorNotice } from '../../ui/error-notice';
import { isPassphraseReady, NewPassphraseFields } from '../../ui/new-passphrase-fields';
import { RecoveryKeyField } from '../../ui/recovery-key-field';
import { SecretInput } from '../../ui/secret-input';
import classes from './setup.module.css';
import { UpdateProgress } from './shop-update';

interface OpenWithKeyProps {
  readonly hasKeyStore: boolean;
  readonly onRestore?: () => void;
}

/** The shop is here and whole; its key must be asked for: passphrase, or the recovery sheet. */
export function OpenWithKey({ hasKeyStore, onRestore }: OpenWithKeyProps) {
  const { t } = useWords();
  // With a key store a passphrase was never set: only the sheet is left.
  const [isRecovering, setRecovering] = useState(hasKeyStore);
  return (
    <div className={classes.welcome}>
      <Stack w={640} maw="100%">
        {isRecovering ? <WithSheet hasKeyStore={hasKeyStore} /> : <WithPassphrase />}
        <Group gap="xs">
          {!hasKeyStore && (
            <Button variant="subtle" c="var(--accent-text)" onClick={() => setRecovering(!isRecovering)}>
              {isRecovering ? t('setup.usePassphrase') : t('setup.useSheet')}
            </Button>
          )}
          {onRestore && (
            <Button variant="subtle" c="var(--accent-text)" onClick={onRestore}>
              {t('setup.restore')}
            </Button>
          )}
        </Group>
      </Stack>
    </div>
  );
}

function WithPassphrase() {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const open = useAction('setup.openShop');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open.start({ passphrase });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1} fz={30}>
          {t('setup.askPassphrase')}
        </Title>
        <Text c="dimmed">{t('setup.askPassphraseWhy')}</Text>
        <SecretInput
          label={t('setup.passphrase')}
          autoComplete="off"
          data-autofocus
          autoFocus
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <UpdateProgress action={open} />
        <ErrorNotice error={open.error} />
        <Group justify="flex-end">
          <Button type="submit" disabled={passphrase === ''} loading={open.startedAt !== null}>
            {t('setup.askPassphrase')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function WithSheet({ hasKeyStore }: { readonly hasKeyStore: boolean }) {
  const { t } = useWords();
  const [recoveryKey, setRecoveryKey] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const recover = useAction('setup.recover');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void recover.start({ recoveryKey, newPassphrase: hasKeyStore ? null : passphrase });
  };
  const isReady = recoveryKey.trim() !== '' && (hasKeyStore || isPassphraseReady(passphrase, again));
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1} fz={30}>
          {t('setup.recoverTitle')}
        </Title>
        <Text c="dimmed">{t(hasKeyStore ? 'setup.recoverWhyKeyStore' : 'setup.recoverWhy')}</Text>
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
        <UpdateProgress action={recover} />
        <ErrorNotice error={recover.error} />
        <Group justify="flex-end">
          <Button type="submit" disabled={!isReady} loading={recover.startedAt !== null}>
            {t('setup.askPassphrase')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
