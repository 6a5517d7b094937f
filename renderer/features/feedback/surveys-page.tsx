import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { Survey } from '@shared/contract/feedback';
import { isAllowed } from '@shared/contract/permissions';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { toastError } from '../../ui/toast';
import { SurveyEditor } from './survey-editor';

/** The surveys of the shop: everybody reads them, a manager writes the next version. */
export function SurveysPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const surveys = useAsk('feedback.surveys', { withRetired: true }, ['feedback']);
  const [edited, setEdited] = useState<Survey | 'new' | null>(null);
  const mayEdit = isAllowed(staff.role, 'surveys.write');
  return (
    <Page
      title={t('feedback.surveys.title')}
      subtitle={t(mayEdit ? 'feedback.surveys.subtitle' : 'feedback.surveys.readOnly')}
      actions={mayEdit && <Button onClick={() => setEdited('new')}>{t('feedback.surveys.new')}</Button>}
    >
      <ErrorNotice error={surveys.error} onRetry={() => void surveys.refetch()} />
      {!surveys.data && !surveys.error && <Skeleton height={200} />}
      <Stack gap="lg" maw={900}>
        {surveys.data?.map((survey) => (
          <SurveyLine key={survey.id} survey={survey} mayEdit={mayEdit} onEdit={() => setEdited(survey)} />
        ))}
      </Stack>
      {edited && <SurveyEditor survey={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

interface SurveyLineProps {
  readonly survey: Survey;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

function SurveyLine({ survey, mayEdit, onEdit }: SurveyLineProps) {
  const { t, language } = useWords();
  const retire = useTell('feedback.retireSurvey');
  return (
    <Section
      title={survey.name}
      actions={
        mayEdit && (
          <Group gap={6}>
            <Button variant="default" onClick={onEdit}>
              {t('feedback.surveys.edit')}
            </Button>
            <Button
              variant="default"
              loading={retire.isPending}
              onClick={() =>
                retire.mutate({ surveyId: survey.id, isRetired: !survey.isRetired }, { onError: toastError })
              }
            >
              {t(survey.isRetired ? 'feedback.surveys.revive' : 'feedback.surveys.retire')}
            </Button>
          </Group>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {[
          survey.isRetired && t('feedback.surveys.retired'),
          t('feedback.surveys.about', survey),
          survey.madeBy?.name,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <ol>
        {survey.questions.map((question) => (
          <li key={question.id}>
            <Text>{question.text[language]}</Text>
            <Text size="sm" c="dimmed">
              {question.kind === 'choice'
                ? question.choices.map(({ text }) => text[language]).join(' · ')
                : t(`feedback.kinds.${question.kind}`)}
            </Text>
          </li>
        ))}
      </ol>
    </Section>
  );
}
