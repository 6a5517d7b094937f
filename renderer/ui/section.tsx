import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { type PartName, usePart } from '../lib/parts';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** The name under which other screens lead here. */
  readonly part?: PartName;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a screen, set off by a hairline. */
export function Section({ title, part, actions, children }: SectionProps) {
  const id = useId();
  const element = usePart(part);
  return (
    <section ref={element} aria-labelledby={id} className={classes.section}>
      <Group justify="space-between" mb="sm" mih={44}>
        <Title order={2} fz={17} id={id} tabIndex={part ? -1 : undefined}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </section>
  );
}
