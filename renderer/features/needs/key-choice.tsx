import { Chip, Group, Kbd } from '@mantine/core';
import classes from './needs.module.css';

/** One answer that a tap or a key gives. */
export interface Choice {
  readonly code: string;
  readonly label: string;
  /** The key that chooses it, or ''. */
  readonly hint: string;
}

interface KeyChoiceProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
}

/** One of several answers, side by side, each with its key; the same key or tap again takes it back. */
export function KeyChoice({ label, choices, value, onChange }: KeyChoiceProps) {
  return (
    <fieldset className={classes.choices}>
      <legend>{label}</legend>
      <Group gap={8}>
        {choices.map(({ code, label: text, hint }) => (
          <Chip
            key={code}
            checked={value === code}
            onChange={(isChosen) => onChange(isChosen ? code : null)}
            variant="outline"
            size="md"
            classNames={{ label: classes.chip }}
            {...(hint ? { 'aria-keyshortcuts': hint.toUpperCase() } : {})}
          >
            {text}
            {hint && (
              <Kbd size="xs" ml={8} aria-hidden>
                {hint.toUpperCase()}
              </Kbd>
            )}
          </Chip>
        ))}
      </Group>
    </fieldset>
  );
}
