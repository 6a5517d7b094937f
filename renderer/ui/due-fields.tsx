import { Group, TextInput } from '@mantine/core';
import { civilDateOf } from '@shared/domain/dates';
import type { ReactNode } from 'react';
import { useCounter } from '../lib/counter';

/** By when: a civil date, and 'HH:MM' or nothing. */
interface Due {
  readonly dueOn: string;
  readonly dueTime: string;
}

interface DueFieldsProps {
  readonly labels: { readonly day: string; readonly time: string };
  readonly values: Due;
  readonly onChange: (part: Partial<Due>) => void;
  /** What else stands in the line. */
  readonly children?: ReactNode;
}

/** By when something will be done: today or later, and at what time where one was said. */
export function DueFields({ labels, values, onChange, children }: DueFieldsProps) {
  const { shop } = useCounter();
  return (
    <Group grow align="flex-start">
      <TextInput
        type="date"
        required
        label={labels.day}
        min={civilDateOf(Date.now(), shop.timeZone)}
        value={values.dueOn}
        onChange={(event) => onChange({ dueOn: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={labels.time}
        value={values.dueTime}
        onChange={(event) => onChange({ dueTime: event.currentTarget.value })}
      />
      {children}
    </Group>
  );
}
