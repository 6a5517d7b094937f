import { PasswordInput, SimpleGrid } from '@mantine/core';
import { checkPin, PIN_LENGTHS, type PinRole } from '@shared/domain/pins';
import { useWords } from '../lib/i18n';

interface NewPinFieldsProps {
  readonly staffRole: PinRole;
  readonly pin: string;
  readonly again: string;
  readonly onPin: (pin: string) => void;
  readonly onAgain: (pin: string) => void;
  readonly label?: string;
}

/** True when the PIN is accepted for the role and was typed twice alike. */
export function isNewPinReady(role: PinRole, pin: string, again: string): boolean {
  return checkPin(pin, role) === null && pin === again;
}

/** A new PIN, typed twice; says while typing what is wrong with it. */
export function NewPinFields({ staffRole, pin, again, onPin, onAgain, label }: NewPinFieldsProps) {
  const { t } = useWords();
  const problem = checkPin(pin, staffRole);
  // Too short is no reproach to somebody who is still typing.
  const isTyping = pin.length < PIN_LENGTHS[staffRole].min && problem === 'PIN_TOO_SHORT';
  const rule = t(staffRole === 'manager' ? 'session.pinRuleManager' : 'session.pinRuleStaff');
  const isDifferent = again.length >= pin.length && again.length > 0 && again !== pin;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <PasswordInput
        label={label ?? t('session.newPin')}
        description={rule}
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        error={!isTyping && problem ? t(`errors.${problem}`) : undefined}
        onChange={(event) => onPin(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      <PasswordInput
        label={t('session.newPinAgain')}
        description={problem === null ? t('setup.pinFine') : '\u00a0'}
        inputMode="numeric"
        autoComplete="off"
        value={again}
        error={isDifferent ? t('session.pinDiffers') : undefined}
        onChange={(event) => onAgain(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
    </SimpleGrid>
  );
}
