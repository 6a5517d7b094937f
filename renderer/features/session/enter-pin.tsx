import { Avatar, Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { SAMPLE_PINS } from '@shared/domain/sample';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { CallError, call } from '../../lib/call';
import { errorText, useWords } from '../../lib/i18n';
import type { Person } from './person';
import { PinPad } from './pin-pad';
import classes from './session.module.css';
import { useCountdown } from './use-countdown';

interface EnterPinProps {
  readonly person: Person;
  readonly isSample: boolean;
  readonly onBack: () => void;
  /** The PIN is right, but was chosen by a manager. */
  readonly onMustChange: (pin: string) => void;
  readonly onForgot: () => void;
}

const longestPin = 16;

/** One person's PIN, by finger or keyboard; says how many tries are left and how long to wait. */
export function EnterPin({ person, isSample, onBack, onMustChange, onForgot }: EnterPinProps) {
  const { t } = useWords();
  const [pin, setPin] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [secondsLeft, waitFor] = useCountdown();
  const field = useRef<HTMLInputElement>(null);
  const isLockedOut = person.isPinLocked || (error instanceof CallError && error.code === 'PIN_LOCKED');
  const canSubmit = pin.length > 0 && !isBusy && secondsLeft === 0 && !isLockedOut;

  useEffect(() => {
    if (!isBusy && secondsLeft === 0) field.current?.focus();
  }, [isBusy, secondsLeft]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!canSubmit) return;
    setBusy(true);
    try {
      const { pinMustChange } = await call('session.unlock', { staffId: person.id, pin });
      if (pinMustChange) onMustChange(pin);
    } catch (problem) {
      setError(problem);
      setPin('');
      if (problem instanceof CallError) waitFor(Number(problem.params.seconds ?? 0));
    } finally {
      setBusy(false);
    }
  };
  const type = (text: string) => setPin(text.replace(/\D/g, '').slice(0, longestPin));

  return (
    <form className={classes.panel} onSubmit={submit}>
      <Stack gap="sm">
        <Stack align="center" gap={2}>
          <Avatar name={person.name} color="accent" variant="light" radius="xl" size={64} alt="" />
          <Title order={1} fz={24} mt="xs">
            {person.name}
          </Title>
          <Text c="dimmed">
            {person.chineseName && <span lang="zh-Hant">{person.chineseName} · </span>}
            {t(`common.role.${person.role}`)}
          </Text>
        </Stack>
        <PasswordInput
          ref={field}
          size="xl"
          classNames={{ innerInput: classes.pin }}
          aria-label={t('session.pinOf', { name: person.name })}
          // The keys below are this screen's own keyboard.
          inputMode="none"
          autoComplete="off"
          // Nobody looking over the counter may see it: there is no eye to press.
          rightSection={<span />}
          value={pin}
          disabled={isLockedOut || secondsLeft > 0}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onBack()}
        />
        <div className={classes.message} role="status" aria-live="polite">
          <Message person={person} error={error} secondsLeft={secondsLeft} isSample={isSample} />
        </div>
        <PinPad
          onDigit={(digit) => type(pin + digit)}
          onErase={() => setPin(pin.slice(0, -1))}
          canSubmit={canSubmit}
          isBusy={isBusy}
        />
        <Button variant="subtle" color="gray" c="var(--mantine-color-dimmed)" onClick={onBack}>
          {t('session.notMe')}
        </Button>
        {person.role === 'manager' && !isSample && (
          <Button variant="subtle" c="var(--accent-text)" size="compact-md" mih={44} onClick={onForgot}>
            {t('session.forgot')}
          </Button>
        )}
      </Stack>
    </form>
  );
}

interface MessageProps {
  readonly person: Person;
  readonly error: unknown;
  readonly secondsLeft: number;
  readonly isSample: boolean;
}

function Message({ person, error, secondsLeft, isSample }: MessageProps) {
  const { t } = useWords();
  const code = error instanceof CallError ? error.code : null;
  if (person.isPinLocked || code === 'PIN_LOCKED') {
    const word = person.role === 'manager' ? 'session.lockedOutManager' : 'session.lockedOut';
    return <Problem>{t(word)}</Problem>;
  }
  if (error instanceof CallError && code === 'PIN_WRONG') {
    return (
      <Problem>
        {t('session.wrong', { left: Number(error.params.left) })}{' '}
        {secondsLeft > 0 && t('session.wait', { seconds: secondsLeft })}
      </Problem>
    );
  }
  if (secondsLeft > 0) return <Problem>{t('session.wait', { seconds: secondsLeft })}</Problem>;
  if (error && code !== 'PIN_WAIT') return <Problem>{errorText(error)}</Problem>;
  if (!isSample) return null;
  return (
    <Text ta="center" size="sm" c="dimmed">
      {t('session.sampleHint', { pin: SAMPLE_PINS[person.role] })}
    </Text>
  );
}

function Problem({ children }: { readonly children: React.ReactNode }) {
  return (
    <Text ta="center" size="sm" c="var(--danger-text)">
      {children}
    </Text>
  );
}
