import { UnstyledButton } from '@mantine/core';
import { useEffect, useId, useMemo, useState } from 'react';
import { useWords } from '../../lib/i18n';
import classes from './customer-page.module.css';

const names = ['needs', 'items', 'purchases', 'timeline'] as const;
export type JumpName = (typeof names)[number];
type Targets = Readonly<Record<JumpName, string>>;

/** An id for each part of the customer's screen that can be jumped to. */
export function useJumpTargets(): Targets {
  const id = useId();
  return useMemo(
    () => Object.fromEntries(names.map((name) => [name, `${id}-${name}`])) as Record<JumpName, string>,
    [id],
  );
}

/** Where the parts stand below each other, the way to each with one press: a long history must not hide the last note. */
export function JumpBar({ targets }: { readonly targets: Targets }) {
  const { t } = useWords();
  const current = useCurrent(targets);
  return (
    <nav className={classes.jump} aria-label={t('customers.jump.label')}>
      {names.map((name) => (
        <UnstyledButton
          key={name}
          aria-current={name === current ? 'true' : undefined}
          onClick={() => document.getElementById(targets[name])?.scrollIntoView()}
        >
          {t(`customers.jump.${name}`)}
        </UnstyledButton>
      ))}
    </nav>
  );
}

/** The part that is being read: the last one whose beginning has passed the upper third of the window. */
function useCurrent(targets: Targets): JumpName {
  const [current, setCurrent] = useState<JumpName>('needs');
  useEffect(() => {
    const screen = document.getElementById('main');
    const look = () => {
      const line = window.innerHeight / 3;
      const passed = names.filter((name) => {
        const part = document.getElementById(targets[name]);
        return part?.checkVisibility() && part.getBoundingClientRect().top < line;
      });
      setCurrent(passed.at(-1) ?? 'needs');
    };
    look();
    screen?.addEventListener('scroll', look, { passive: true });
    return () => screen?.removeEventListener('scroll', look);
  }, [targets]);
  return current;
}
