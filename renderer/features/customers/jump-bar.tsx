import { UnstyledButton } from '@mantine/core';
import { useEffect, useId, useMemo, useState } from 'react';
import { useWords } from '../../lib/i18n';
import classes from './customer-page.module.css';

const names = ['needs', 'items', 'purchases', 'timeline'] as const;
type Part = (typeof names)[number];
type Parts = Readonly<Record<Part, string>>;

/** An id for each part of the customer's screen that can be jumped to. */
export function useParts(): Parts {
  const id = useId();
  return useMemo(
    () => Object.fromEntries(names.map((name) => [name, `${id}-${name}`])) as Record<Part, string>,
    [id],
  );
}

/** Where the parts stand below each other, the way to each with one press: a long history must not hide the last note. */
export function JumpBar({ parts }: { readonly parts: Parts }) {
  const { t } = useWords();
  const current = useCurrent(parts);
  return (
    <nav className={classes.jump} aria-label={t('customers.jump.label')}>
      {names.map((name) => (
        <UnstyledButton
          key={name}
          aria-current={name === current ? 'true' : undefined}
          onClick={() => document.getElementById(parts[name])?.scrollIntoView()}
        >
          {t(`customers.jump.${name}`)}
        </UnstyledButton>
      ))}
    </nav>
  );
}

/** The part that is being read: the last one whose beginning has passed the upper third of the window. */
function useCurrent(parts: Parts): Part {
  const [current, setCurrent] = useState<Part>('needs');
  useEffect(() => {
    const screen = document.getElementById('main');
    const look = () => {
      const line = window.innerHeight / 3;
      const passed = names.filter((name) => {
        const part = document.getElementById(parts[name]);
        return part?.checkVisibility() && part.getBoundingClientRect().top < line;
      });
      setCurrent(passed.at(-1) ?? 'needs');
    };
    look();
    screen?.addEventListener('scroll', look, { passive: true });
    return () => screen?.removeEventListener('scroll', look);
  }, [parts]);
  return current;
}
