import { SimpleGrid } from '@mantine/core';
import { checkPin, PIN_LENGTHS, type PinRole } from '@shared/domain/pins';
import { useWords } from '../lib/i18n';
import { SecretInput } from './secret-input';

interface NewPinFieldsProps {
  readonly staffRole: PinRole;
  readonly pin: string;
  readonly again: string;
  readonly onPin: (pin: string) => void;
  readonly onAgain: (pin: string) => void;
  readonly label?: string;
  readonly againLabel?: string;
}

// A rule of two lines must not push one field below the other.
const below: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** True when the PIN is accepted for the role and was typed twice alike. */
export function isNewPinReady(role: PinRole, pin: string, again: string): boolean {
  return checkPin(pin, role) === null && pin === again;
}

/** A new PIN, typed twice; says while typing what is wrong with it. */
export function NewPinFields({
  staffRole,
  pin,
  again,
  onPin,
  onAgain,
  label,
  againLabel,
}: NewPinFieldsProps) {
  const { t } = useWords();
  const problem = checkPin(pin, staffRole);
  // Too short is no reproach to somebody who is still typing.
  const isTyping = pin.length < PIN_LENGTHS[staffRole].min && problem === 'PIN_TOO_SHORT';
  const rule = t(staffRole === 'manager' ? 'session.pinRuleManager' : 'session.pinRuleStaff');
  const isDifferent = again.length >= pin.length && again.length > 0 && again !== pin;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <SecretInput
        label={label ?? t('session.newPin')}
        description={rule}
        inputWrapperOrder={below}
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        error={!isTyping && problem ? t(`errors.${problem}`) : undefined}
        onChange={(event) => onPin(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      <SecretInput
        label={againLabel ?? t('session.newPinAgain')}
        description={problem === null ? t('setup.pinFine') : undefined}
        inputWrapperOrder={below}
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
