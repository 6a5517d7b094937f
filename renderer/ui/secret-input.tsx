import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '../lib/i18n';

/** A field whose text is hidden; the eye beside it has a name in the language on the screen. */
export function SecretInput(props: PasswordInputProps) {
  const { t } = useWords();
  return (
    <PasswordInput
      {...props}
      visibilityToggleButtonProps={{
        'aria-label': t('common.showTyped'),
        ...props.visibilityToggleButtonProps,
      }}
    />
  );
}
