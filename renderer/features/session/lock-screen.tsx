import { Avatar, Badge, Button, Text, Title, UnstyledButton } from '@mantine/core';
import type { Output } from '@shared/contract';
import { asLanguage } from '@shared/domain/languages';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { setLanguage, useWords } from '../../lib/i18n';
import { later } from '../../lib/later';
import { LanguageChoice } from '../../ui/language-choice';
import { EnterPin } from './enter-pin';
import type { Person } from './person';
import classes from './session.module.css';

const ChoosePin = later(async () => (await import('./choose-pin')).ChoosePin);
const RescuePin = later(async () => (await import('./rescue-pin')).RescuePin);

interface LockScreenProps {
  readonly shop: NonNullable<Output<'session.state'>['shop']>;
  readonly onStartForReal: () => void;
}

type Step =
  | { readonly kind: 'names' }
  | { readonly kind: 'pin'; readonly person: Person }
  | { readonly kind: 'change'; readonly person: Person; readonly pin: string }
  | { readonly kind: 'rescue'; readonly person: Person };

/** Names to tap, then the PIN. Calm enough to stand beside a customer; says nothing about anybody but the staff. */
export function LockScreen({ shop, onStartForReal }: LockScreenProps) {
  const { t } = useWords();
  const people = useAsk('session.people', {}, ['staff', 'session']);
  const [step, setStep] = useState<Step>({ kind: 'names' });

  const choose = (person: Person) => {
    setLanguage(asLanguage(person.language));
    setStep({ kind: 'pin', person });
  };
  const goBack = () => {
    setLanguage(asLanguage(shop.defaultLanguage));
    setStep({ kind: 'names' });
  };

  return (
    <main className={classes.screen}>
      <div className={classes.top}>
        <div>
          <Text fw={600}>{shop.name}</Text>
          {shop.chineseName && (
            <Text c="dimmed" size="sm" lang="zh-Hant">
              {shop.chineseName}
            </Text>
          )}
        </div>
        <LanguageChoice />
      </div>
      <div className={classes.middle}>
        {step.kind === 'names' && <Names people={people.data} onChoose={choose} />}
        {step.kind === 'pin' && (
          <EnterPin
            person={step.person}
            isSample={shop.isSample}
            onBack={goBack}
            onMustChange={(pin) => setStep({ kind: 'change', person: step.person, pin })}
            onForgot={() => setStep({ kind: 'rescue', person: step.person })}
          />
        )}
        {step.kind === 'change' && <ChoosePin person={step.person} oldPin={step.pin} onBack={goBack} />}
        {step.kind === 'rescue' && (
          <RescuePin person={step.person} onDone={() => setStep({ kind: 'pin', person: step.person })} />
        )}
        {shop.isSample && step.kind === 'names' && (
          <>
            <Text c="dimmed" mt="xl" maw={560} ta="center">
              <b>{t('shell.sample')}</b> {t('shell.sampleWhy')}
            </Text>
            <Button variant="subtle" c="var(--accent-text)" mt="xs" onClick={onStartForReal}>
              {t('shell.startForReal')}
            </Button>
          </>
        )}
      </div>
    </main>
  );
}

interface NamesProps {
  readonly people: readonly Person[] | undefined;
  readonly onChoose: (person: Person) => void;
}

function Names({ people, onChoose }: NamesProps) {
  const { t } = useWords();
  return (
    <>
      <Title order={1} fz={34} fw={600}>
        {t('session.who')}
      </Title>
      <Text c="dimmed">{t('session.whoHint')}</Text>
      {people?.length === 0 && <Text mt="xl">{t('session.nobody')}</Text>}
      <div className={classes.people}>
        {people?.map((person) => (
          <UnstyledButton key={person.id} className={classes.person} onClick={() => onChoose(person)}>
            <Avatar name={person.name} color="accent" variant="light" radius="xl" size={56} alt="" mb={6} />
            <Text fw={600} fz={18} lh={1.25}>
              {person.name}
            </Text>
            {person.chineseName && (
              <Text fz={17} lang="zh-Hant">
                {person.chineseName}
              </Text>
            )}
            <Text size="sm" c="dimmed">
              {t(`common.role.${person.role}`)}
            </Text>
            {person.isPinLocked && (
              <Badge color="red" variant="outline" c="var(--danger-text)">
                {t('session.lockedMark')}
              </Badge>
            )}
          </UnstyledButton>
        ))}
      </div>
    </>
  );
}
