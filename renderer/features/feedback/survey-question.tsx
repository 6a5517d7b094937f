import { Button, Stack, Text, Textarea } from '@mantine/core';
import type { Question } from '@shared/domain/feedback';
import type { Language } from '@shared/domain/languages';
import { useWordsIn } from '../../lib/i18n';
import { stepsOf } from './key-answers';
import classes from './survey-screen.module.css';

interface SurveyQuestionProps {
  readonly question: Question;
  readonly language: Language;
  readonly value: number | string | undefined;
  /** Null takes the answer back. */
  readonly onChange: (value: number | string | null) => void;
}

/** The ways to answer one question, large enough for a finger. */
export function SurveyQuestion({ question, language, value, onChange }: SurveyQuestionProps) {
  const { t } = useWordsIn(language);
  if (question.kind === 'words')
    return (
      <Textarea
        aria-label={t('feedback.page.words')}
        size="lg"
        value={String(value ?? '')}
        maxLength={2000}
        autosize
        minRows={4}
        maxRows={8}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const press = (answer: number | string) => ({
    variant: value === answer ? 'filled' : 'default',
    'aria-pressed': value === answer,
    onClick: () => onChange(value === answer ? null : answer),
  });
  if (question.kind === 'choice')
    return (
      <Stack gap="sm">
        {question.choices.map(({ id, text }) => (
          <Button key={id} size="lg" justify="flex-start" {...press(id)}>
            {text[language]}
          </Button>
        ))}
      </Stack>
    );
  const isNps = question.kind === 'nps';
  return (
    <div>
      <div className={classes.scale}>
        {stepsOf(question).map((step) => (
          <Button key={step} size="lg" px={0} h={64} fz={22} {...press(step)}>
            {step}
          </Button>
        ))}
      </div>
      <div className={classes.ends}>
        <Text c="dimmed">{t(isNps ? 'feedback.page.npsLow' : 'feedback.page.csatLow')}</Text>
        <Text c="dimmed">{t(isNps ? 'feedback.page.npsHigh' : 'feedback.page.csatHigh')}</Text>
      </div>
    </div>
  );
}
