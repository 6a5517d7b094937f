import { Button, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Output } from '@shared/contract';
import type { Survey } from '@shared/contract/feedback';
import type { Answers } from '@shared/domain/feedback';
import { asLanguage, type Language, languageNames, languages } from '@shared/domain/languages';
import { displayName, formOfAddress, type Title as PersonTitle } from '@shared/domain/names';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWordsIn } from '../../lib/i18n';
import { goToPart } from '../../lib/parts';
import { InertBehind } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { withAnswer } from './key-answers';
import type { AskedAbout } from './occasion';
import { SurveyQuestion } from './survey-question';
import classes from './survey-screen.module.css';

type Person = Output<'feedback.ask'>['person'];

/** The survey in front of the customer: the whole screen, in their language, with nothing about anybody else. */
export function SurveyScreen() {
  const { customerId = '' } = useParams({ strict: false });
  const { surveyId, about, aboutId } = useSearch({ strict: false });
  const occasion = about && aboutId ? { kind: about, id: aboutId } : null;
  const asked = useAsk('feedback.ask', { customerId }, ['customers']);
  const survey = asked.data?.surveys.find(({ id }) => id === surveyId) ?? asked.data?.surveys[0];
  // What was said to the staff a moment ago is not for the customer's eyes.
  useEffect(() => notifications.clean(), []);
  return createPortal(
    <>
      <InertBehind />
      <div className={classes.screen}>
        <ErrorNotice error={asked.error} />
        {asked.data && survey && (
          <Asking customerId={customerId} survey={survey} occasion={occasion} person={asked.data.person} />
        )}
      </div>
    </>,
    document.body,
  );
}

interface AskingProps {
  readonly customerId: string;
  readonly survey: Survey;
  readonly occasion: AskedAbout | null;
  readonly person: Person;
}

type Place = number | 'hello' | 'thanks' | 'declined';

/** Hello, one question at a time, thank you. */
function Asking({ customerId, survey, occasion, person }: AskingProps) {
  const [language, setLanguage] = useState<Language>(asLanguage(person.language));
  const { t } = useWordsIn(language);
  const [place, setPlace] = useState<Place>('hello');
  const [answers, setAnswers] = useState<Answers>({});
  const record = useTell('feedback.record');
  const decline = useTell('feedback.decline');
  const navigate = useNavigate();
  const asked = { customerId, versionId: survey.versionId, how: 'counter' as const, language, occasion };
  const leave = () => {
    void navigate({ to: '/customers/$customerId', params: { customerId } });
    if (place === 'thanks') goToPart('feedback');
  };
  const rather = () => decline.mutate(asked, { onSuccess: () => setPlace('declined') });
  const send = () =>
    Object.keys(answers).length === 0
      ? rather()
      : record.mutate({ ...asked, answers }, { onSuccess: () => setPlace('thanks') });
  const isPending = record.isPending || decline.isPending;
  const count = survey.questions.length;
  const question = typeof place === 'number' ? survey.questions[place] : undefined;
  const isLast = place === count - 1;

  if (place === 'hello')
    return (
      <Frame
        language={language}
        onLanguage={setLanguage}
        onLeave={leave}
        left={
          <Button size="lg" variant="default" disabled={isPending} onClick={rather}>
            {t('feedback.page.rather')}
          </Button>
        }
        right={
          <Button size="lg" miw={180} onClick={() => setPlace(0)}>
            {t('feedback.page.begin')}
          </Button>
        }
      >
        <Heading>{t('feedback.page.hello', { name: addressOf(person, language) })}</Heading>
        <Text fz={20} c="dimmed">
          {t('feedback.page.intro', { count })}
        </Text>
        <ErrorNotice error={decline.error} />
      </Frame>
    );
  if (!question || typeof place !== 'number')
    return (
      <Frame
        language={language}
        right={
          <Button size="lg" miw={180} onClick={leave}>
            {t('feedback.page.done')}
          </Button>
        }
      >
        <Heading>{t(place === 'thanks' ? 'feedback.page.thanks' : 'feedback.page.declined')}</Heading>
        <Text fz={20} c="dimmed">
          {t('feedback.page.thanksWhy')}
        </Text>
      </Frame>
    );
  const answer = answers[question.id];
  return (
    <Frame
      language={language}
      onLanguage={setLanguage}
      left={
        <Button
          size="lg"
          variant="default"
          disabled={isPending}
          onClick={() => setPlace(place === 0 ? 'hello' : place - 1)}
        >
          {t('feedback.page.back')}
        </Button>
      }
      right={
        <Button
          size="lg"
          miw={180}
          loading={isPending}
          variant={answer === undefined && !isLast ? 'default' : 'filled'}
          onClick={() => (isLast ? send() : setPlace(place + 1))}
        >
          {t(
            isLast
              ? 'feedback.page.send'
              : answer === undefined
                ? 'feedback.page.skip'
                : 'feedback.page.next',
          )}
        </Button>
      }
    >
      <Text c="dimmed">{t('feedback.page.step', { number: place + 1, count })}</Text>
      <Heading key={question.id}>{question.text[language]}</Heading>
      <SurveyQuestion
        question={question}
        language={language}
        value={answer}
        onChange={(value) => setAnswers(withAnswer(answers, question.id, value))}
      />
      <ErrorNotice error={record.error ?? decline.error} />
    </Frame>
  );
}

interface FrameProps {
  readonly language: Language;
  readonly onLanguage?: (language: Language) => void;
  readonly onLeave?: () => void;
  readonly left?: ReactNode;
  readonly right: ReactNode;
  readonly children: ReactNode;
}

/** The shop's name above, the way on below, and calm between. */
function Frame({ language, onLanguage, onLeave, left, right, children }: FrameProps) {
  const { t } = useWordsIn(language);
  const { shop } = useCounter();
  return (
    <main className={classes.page} lang={language}>
      <div className={classes.top}>
        <Text fw={600}>{(language !== 'en' && shop.chineseName) || shop.name}</Text>
        {onLanguage && (
          <SegmentedControl
            aria-label={t('common.language')}
            size="md"
            value={language}
            onChange={(value) => onLanguage(value as Language)}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        )}
        {onLeave && (
          <Button variant="subtle" color="gray" c="dimmed" onClick={onLeave}>
            {t('feedback.page.leave')}
          </Button>
        )}
      </div>
      <div className={classes.middle}>
        <Stack gap="lg" className={classes.question}>
          {children}
        </Stack>
      </div>
      <div className={classes.bottom}>
        <div>{left}</div>
        {right}
      </div>
    </main>
  );
}

/** A reader begins at what is asked. */
function Heading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Title order={1} fz={34} lh={1.3} tabIndex={-1} ref={heading} className={classes.heading}>
      {children}
    </Title>
  );
}

/** As this person wants to be addressed. */
function addressOf(person: Person, language: Language): string {
  const names = {
    familyName: person.familyName ?? '',
    givenName: person.givenName ?? '',
    englishName: person.englishName ?? '',
    chineseName: person.chineseName ?? '',
    preferredName: person.preferredName ?? '',
  };
  return (
    person.formOfAddress ||
    formOfAddress(names, person.title as PersonTitle | null, language) ||
    displayName(names, language)
  );
}
