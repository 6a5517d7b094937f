import { Chip, Group, Input, Radio, SegmentedControl, Stack, Textarea } from '@mantine/core';
import type { Survey } from '@shared/contract/feedback';
import type { Answers, Question } from '@shared/domain/feedback';
import { useTell } from '../../lib/ask';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { goToPart } from '../../lib/parts';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import type { AskedAbout } from './occasion';

interface KeyAnswersProps {
  readonly customerId: string;
  readonly survey: Survey;
  /** What they are asked about; null: neither a purchase nor a repair. */
  readonly occasion: AskedAbout | null;
  readonly onClose: () => void;
}

interface Values {
  readonly how: 'paper' | 'phone';
  readonly answers: Answers;
}

/** A form filled in by hand, or what was said on the phone: all questions at once, quick to key in. */
export function KeyAnswers(props: KeyAnswersProps) {
  const { customerId, survey } = props;
  const draft = useDraft<Values>('feedback.answers', `${customerId} ${survey.versionId}`, {
    how: 'paper',
    answers: {},
  });
  return draft.start && <Fields {...props} draft={draft} start={draft.start} />;
}

interface FieldsProps extends KeyAnswersProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ customerId, survey, occasion, draft, start, onClose }: FieldsProps) {
  const { t, language } = useWords();
  const record = useTell('feedback.record');
  const [values, change] = useDraftValues(draft, start);
  const save = () =>
    record.mutate(
      { customerId, versionId: survey.versionId, language, occasion, ...values },
      {
        onSuccess: ({ isLow }) => {
          draft.clear();
          onClose();
          toast(t('feedback.key.saved'));
          if (isLow) goToPart('feedback');
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="lg">
        <SegmentedControl
          aria-label={t('feedback.key.how')}
          value={values.how}
          onChange={(how) => change({ how: how as Values['how'] })}
          data={(['paper', 'phone'] as const).map((value) => ({ value, label: t(`feedback.how.${value}`) }))}
        />
        {survey.questions.map((question) => (
          <KeyedQuestion
            key={question.id}
            question={question}
            value={values.answers[question.id]}
            onChange={(value) => change({ answers: withAnswer(values.answers, question.id, value) })}
          />
        ))}
        <FormEnd
          error={record.error}
          isPending={record.isPending}
          submit={t('feedback.key.save')}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

/** The answers with one more, another, or one less: nothing and empty words are no answer. */
export function withAnswer(answers: Answers, id: string, value: number | string | null): Answers {
  const { [id]: _, ...rest } = answers;
  return value === null || value === '' ? rest : { ...rest, [id]: value };
}

/** The steps of a scale; empty for a question that has none. */
export function stepsOf({ kind }: Question): number[] {
  if (kind === 'nps') return Array.from({ length: 11 }, (_, step) => step);
  return kind === 'csat' ? [1, 2, 3, 4, 5] : [];
}

interface KeyedQuestionProps {
  readonly question: Question;
  readonly value: number | string | undefined;
  readonly onChange: (value: number | string | null) => void;
}

function KeyedQuestion({ question, value, onChange }: KeyedQuestionProps) {
  const { language } = useWords();
  const label = question.text[language];
  if (question.kind === 'words')
    return (
      <Textarea
        label={label}
        value={String(value ?? '')}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (question.kind === 'choice')
    return (
      <Radio.Group label={label} value={String(value ?? '')} onChange={onChange}>
        <Stack gap={4} mt={4}>
          {question.choices.map(({ id, text }) => (
            <Radio key={id} value={id} label={text[language]} mih={32} />
          ))}
        </Stack>
      </Radio.Group>
    );
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Group gap={4}>
        {stepsOf(question).map((step) => (
          <Chip
            key={step}
            aria-label={`${label} ${step}`}
            checked={value === step}
            onChange={(isOn) => onChange(isOn ? step : null)}
            variant="outline"
          >
            {step}
          </Chip>
        ))}
      </Group>
    </Input.Wrapper>
  );
}
