import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import type { Survey } from '@shared/contract/feedback';
import {
  type Choice,
  MOST_CHOICES,
  MOST_QUESTIONS,
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
  type TextByLanguage,
} from '@shared/domain/feedback';
import { languageNames, languages } from '@shared/domain/languages';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTell } from '../../lib/ask';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import classes from './feedback.module.css';

interface SurveyEditorProps {
  /** Null for a new one. */
  readonly survey: Survey | null;
  readonly onClose: () => void;
}

interface Values {
  readonly name: string;
  readonly questions: readonly Question[];
}

const noText: TextByLanguage = { en: '', 'zh-Hant': '', 'zh-Hans': '' };
const newId = () => crypto.randomUUID().slice(0, 8);
const newQuestion = (): Question => ({ id: newId(), kind: 'nps', text: noText, choices: [] });
const newChoice = (): Choice => ({ id: newId(), text: noText });

/** A survey's next version: up to five questions, each in three languages. */
export function SurveyEditor({ survey, onClose }: SurveyEditorProps) {
  const { t } = useWords();
  const draft = useDraft<Values>('feedback.survey', survey?.versionId ?? 'new', {
    name: survey?.name ?? '',
    questions: survey?.questions ?? [newQuestion()],
  });
  return (
    <SidePanel title={survey?.name ?? t('feedback.surveys.new')} isOpen onClose={onClose} size={760}>
      {draft.start && <Fields survey={survey} draft={draft} start={draft.start} onClose={onClose} />}
    </SidePanel>
  );
}

interface FieldsProps extends SurveyEditorProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ survey, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const save = useTell('feedback.saveSurvey');
  const [values, change] = useDraftValues(draft, start);
  const { questions } = values;
  const submit = () =>
    save.mutate(
      {
        surveyId: survey?.id ?? null,
        version: survey?.version ?? 0,
        name: values.name,
        questions: questions.map((question) => ({
          ...question,
          text: { ...question.text },
          choices: question.kind === 'choice' ? [...question.choices] : [],
        })),
      },
      {
        onSuccess: ({ version }) => {
          draft.clear();
          onClose();
          toast(t('feedback.surveys.saved', { version }));
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="lg">
        <TextInput
          required
          label={t('feedback.surveys.name')}
          value={values.name}
          maxLength={80}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {questions.map((question, index) => (
          <QuestionFields
            key={question.id}
            number={index + 1}
            question={question}
            onChange={(next) =>
              change({ questions: questions.map((one) => (one.id === question.id ? next : one)) })
            }
            onRemove={
              questions.length > 1
                ? () => change({ questions: questions.filter(({ id }) => id !== question.id) })
                : null
            }
          />
        ))}
        {questions.length < MOST_QUESTIONS && (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => change({ questions: [...questions, newQuestion()] })}
            >
              {t('feedback.surveys.addQuestion')}
            </Button>
          </Group>
        )}
        <FormEnd
          error={save.error}
          isPending={save.isPending}
          submit={t('feedback.surveys.save')}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

interface QuestionFieldsProps {
  readonly number: number;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  /** Null where it is the only one. */
  readonly onRemove: (() => void) | null;
}

function QuestionFields({ number, question, onChange, onRemove }: QuestionFieldsProps) {
  const { t } = useWords();
  const name = t('feedback.surveys.question', { number });
  const setKind = (kind: QuestionKind) =>
    onChange({
      ...question,
      kind,
      choices:
        kind === 'choice' && question.choices.length < 2 ? [newChoice(), newChoice()] : question.choices,
    });
  return (
    <fieldset className={classes.act}>
      <legend>{name}</legend>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-end">
          <Select
            label={t('feedback.surveys.kind')}
            value={question.kind}
            allowDeselect={false}
            data={QUESTION_KINDS.map((value) => ({ value, label: t(`feedback.kinds.${value}`) }))}
            onChange={(kind) => kind && setKind(kind as QuestionKind)}
          />
          {onRemove && (
            <Button
              variant="subtle"
              leftSection={<IconTrash size={18} aria-hidden />}
              aria-label={`${t('feedback.surveys.remove')}: ${name}`}
              onClick={onRemove}
            >
              {t('feedback.surveys.remove')}
            </Button>
          )}
        </Group>
        {languages.map((language) => (
          <TextInput
            key={language}
            required
            label={t('feedback.surveys.text', { language: languageNames[language] })}
            lang={language}
            value={question.text[language]}
            maxLength={300}
            onChange={(event) =>
              onChange({ ...question, text: { ...question.text, [language]: event.currentTarget.value } })
            }
          />
        ))}
        {question.kind === 'choice' && (
          <ChoiceFields
            choices={question.choices}
            onChange={(choices) => onChange({ ...question, choices })}
          />
        )}
      </Stack>
    </fieldset>
  );
}

interface ChoiceFieldsProps {
  readonly choices: readonly Choice[];
  readonly onChange: (choices: readonly Choice[]) => void;
}

function ChoiceFields({ choices, onChange }: ChoiceFieldsProps) {
  const { t } = useWords();
  return (
    <>
      {choices.map((choice, index) => (
        <Group key={choice.id} gap={6} align="flex-end" wrap="nowrap">
          {languages.map((language) => (
            <TextInput
              key={language}
              required
              style={{ flex: 1 }}
              aria-label={t('feedback.surveys.choice', {
                number: index + 1,
                language: languageNames[language],
              })}
              placeholder={languageNames[language]}
              lang={language}
              value={choice.text[language]}
              maxLength={120}
              onChange={(event) => {
                const text = { ...choice.text, [language]: event.currentTarget.value };
                onChange(choices.map((one) => (one.id === choice.id ? { ...one, text } : one)));
              }}
            />
          ))}
          {choices.length > 2 && (
            <Button
              variant="subtle"
              px="xs"
              aria-label={`${t('feedback.surveys.remove')} ${index + 1}`}
              onClick={() => onChange(choices.filter(({ id }) => id !== choice.id))}
            >
              <IconTrash size={18} aria-hidden />
            </Button>
          )}
        </Group>
      ))}
      {choices.length < MOST_CHOICES && (
        <Group>
          <Button variant="subtle" onClick={() => onChange([...choices, newChoice()])}>
            {t('feedback.surveys.addChoice')}
          </Button>
        </Group>
      )}
    </>
  );
}
