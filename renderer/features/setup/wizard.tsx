import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Language } from '@shared/domain/languages';
import { type Dispatch, type FormEvent, type SetStateAction, useEffect, useRef, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { NewPassphraseFields } from '../../ui/new-passphrase-fields';
import {
  type Answers,
  finishInput,
  isStepReady,
  noAnswers,
  type StepName,
  type StepProps,
  stepsFor,
} from './answers';
import classes from './setup.module.css';
import { ManagerStep } from './step-manager';
import { PlacesStep } from './step-places';
import { SheetStep } from './step-sheet';
import { ShopStep } from './step-shop';
import { Summary } from './summary';

interface WizardProps {
  readonly hasKeyStore: boolean;
  readonly onLeave: () => void;
}

/** Set-up, a step at a time. Back and forward keep what was typed; the last step writes everything at once. */
export function Wizard({ hasKeyStore, onLeave }: WizardProps) {
  const { t, language } = useWords();
  const [answers, setAnswers] = useState<Answers>(() => noAnswers(language));
  const [index, setIndex] = useState(0);
  const finish = useTell('setup.finish');
  const steps = stepsFor(hasKeyStore);
  const step = steps[index] ?? 'shop';
  const isLast = step === 'finish';
  const isBare = step === 'places' && answers.places.length === 0;
  const heading = useFocusOnChange(index);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isLast) finish.mutate(finishInput(answers, hasKeyStore));
    else if (isStepReady(step, answers)) setIndex(index + 1);
  };
  useFollowLanguage(language, setAnswers);
  const goBack = () => (index === 0 ? onLeave() : setIndex(index - 1));
  const forward = isLast ? t('setup.open') : t(isBare ? 'setup.placesLater' : 'common.next');

  return (
    <div className={classes.wizard}>
      <StepList steps={steps} index={index} />
      <form onSubmit={submit}>
        <Stack gap="lg">
          <div>
            <Text c="dimmed" size="sm">
              {t('setup.stepOf', { step: index + 1, total: steps.length })}
            </Text>
            <Title order={1} fz={30} tabIndex={-1} ref={heading}>
              {t(`setup.step.${step}`)}
            </Title>
            <Text c="dimmed" mt={4}>
              {t(`setup.why.${step}`)}
            </Text>
          </div>
          <Step
            step={step}
            answers={answers}
            onChange={(change) => setAnswers((before) => ({ ...before, ...change }))}
            hasKeyStore={hasKeyStore}
          />
          <ErrorNotice error={finish.error} />
          <Group justify="space-between">
            <Button variant="default" onClick={goBack} disabled={finish.isPending}>
              {t('common.back')}
            </Button>
            <Button
              type="submit"
              variant={isBare ? 'default' : 'filled'}
              disabled={!isStepReady(step, answers)}
              loading={finish.isPending}
            >
              {forward}
            </Button>
          </Group>
        </Stack>
      </form>
    </div>
  );
}

interface StepListProps {
  readonly steps: readonly StepName[];
  readonly index: number;
}

function StepList({ steps, index }: StepListProps) {
  const { t } = useWords();
  return (
    <ol className={classes.steps} aria-label={t('setup.progress')}>
      {steps.map((name, position) => (
        <li key={name} aria-current={position === index ? 'step' : undefined}>
          {position + 1}. {t(`setup.step.${name}`)}
        </li>
      ))}
    </ol>
  );
}

function Step({
  step,
  answers,
  onChange,
  hasKeyStore,
}: StepProps & { readonly step: StepName; readonly hasKeyStore: boolean }) {
  switch (step) {
    case 'shop':
      return <ShopStep answers={answers} onChange={onChange} />;
    case 'manager':
      return <ManagerStep answers={answers} onChange={onChange} />;
    case 'passphrase':
      return (
        <NewPassphraseFields
          passphrase={answers.passphrase}
          again={answers.passphraseAgain}
          onPassphrase={(passphrase) => onChange({ passphrase })}
          onAgain={(passphraseAgain) => onChange({ passphraseAgain })}
        />
      );
    case 'sheet':
      return <SheetStep answers={answers} onChange={onChange} />;
    case 'places':
      return <PlacesStep answers={answers} onChange={onChange} />;
    case 'finish':
      return <Summary answers={answers} hasKeyStore={hasKeyStore} />;
  }
}

/** Whoever changes the language of the screen means the shop's and their own, unless they chose otherwise. */
function useFollowLanguage(language: Language, setAnswers: Dispatch<SetStateAction<Answers>>) {
  const before = useRef(language);
  useEffect(() => {
    const previous = before.current;
    before.current = language;
    if (previous === language) return;
    setAnswers((answers) => ({
      ...answers,
      defaultLanguage: answers.defaultLanguage === previous ? language : answers.defaultLanguage,
      managerLanguage: answers.managerLanguage === previous ? language : answers.managerLanguage,
    }));
  }, [language, setAnswers]);
}

/** A heading that is focused when the step changes, so that a screen reader says where one is. */
function useFocusOnChange(index: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(index);
  useEffect(() => {
    if (shown.current === index) return;
    shown.current = index;
    heading.current?.focus();
  }, [index]);
  return heading;
}
