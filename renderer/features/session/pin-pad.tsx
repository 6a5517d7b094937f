import { Button } from '@mantine/core';
import { IconBackspace, IconCheck } from '@tabler/icons-react';
import { useWords } from '../../lib/i18n';
import classes from './session.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface PinPadProps {
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
  readonly canSubmit: boolean;
  readonly isBusy: boolean;
}

/** Keys for a finger; a keyboard types into the field above. The last key submits the form around it. */
export function PinPad({ onDigit, onErase, canSubmit, isBusy }: PinPadProps) {
  const { t } = useWords();
  const key = (digit: string) => (
    <Button
      key={digit}
      className={classes.key}
      variant="default"
      tabIndex={-1}
      onClick={() => onDigit(digit)}
    >
      {digit}
    </Button>
  );
  return (
    <div className={classes.pad}>
      {digits.map(key)}
      <Button
        className={classes.key}
        variant="subtle"
        color="gray"
        tabIndex={-1}
        aria-label={t('session.erase')}
        onClick={onErase}
      >
        <IconBackspace aria-hidden />
      </Button>
      {key('0')}
      <Button
        className={classes.key}
        type="submit"
        aria-label={t('session.unlock')}
        disabled={!canSubmit}
        loading={isBusy}
      >
        <IconCheck aria-hidden />
      </Button>
    </div>
  );
}
