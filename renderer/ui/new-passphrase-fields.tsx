import { SimpleGrid } from '@mantine/core';
import { passphraseStrength } from '@shared/domain/passphrase';
import { useWords } from '../lib/i18n';
import { SecretInput } from './secret-input';

interface NewPassphraseFieldsProps {
  readonly passphrase: string;
  readonly again: string;
  readonly onPassphrase: (text: string) => void;
  readonly onAgain: (text: string) => void;
  readonly label?: string;
}

/** True when the passphrase is strong enough and was typed twice alike. */
export function isPassphraseReady(passphrase: string, again: string): boolean {
  return passphraseStrength(passphrase) !== 'weak' && passphrase === again;
}

/** A new passphrase, typed twice; says while typing how strong it is. */
export function NewPassphraseFields(props: NewPassphraseFieldsProps) {
  const { passphrase, again, onPassphrase, onAgain, label } = props;
  const { t } = useWords();
  const strength = passphrase && t(`setup.strength.${passphraseStrength(passphrase)}`);
  const isDifferent = again.length >= passphrase.length && again.length > 0 && again !== passphrase;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <SecretInput
        label={label ?? t('setup.passphrase')}
        description={strength || t('setup.passphraseHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        value={passphrase}
        onChange={(event) => onPassphrase(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      <SecretInput
        label={t('setup.passphraseAgain')}
        autoComplete="off"
        value={again}
        error={isDifferent ? t('setup.passphraseDiffers') : undefined}
        onChange={(event) => onAgain(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
    </SimpleGrid>
  );
}
