import { Button, Group, SegmentedControl, Select, Stack, Text, UnstyledButton } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Survey } from '@shared/contract/feedback';
import { asLanguage, type Language, languageNames, languages } from '@shared/domain/languages';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import classes from './feedback.module.css';
import { useFeedbackWords } from './feedback-words';
import { KeyAnswers } from './key-answers';
import { type AskedAbout, keyOf, type OfferedOccasion } from './occasion';

interface AskDialogProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

/** How to ask this customer: on the screen turned to them, by phone, on paper; or that they would rather not. */
export function AskDialog({ customerId, onClose }: AskDialogProps) {
  const { t } = useWords();
  const asked = useAsk('feedback.ask', { customerId }, ['feedback', 'customers', 'settings']);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [way, setWay] = useState<'key' | 'print' | null>(null);
  const [aboutKey, setAboutKey] = useState<string | null>(null);
  const { data } = asked;
  const survey = data?.surveys.find(({ id }) => id === chosenId) ?? data?.surveys[0];
  const offered = data?.occasions.find((one) => keyOf(one) === aboutKey) ?? data?.occasions[0];
  const occasion: AskedAbout | null = offered ? { kind: offered.kind, id: offered.id } : null;
  return (
    <Dialog
      title={t(way === 'key' ? 'feedback.key.title' : 'feedback.start.title')}
      isOpen
      onClose={onClose}
      size={600}
    >
      <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />
      {data && survey && way === null && (
        <Stack gap="sm">
          <Quiet data={data} />
          <About occasions={data.occasions} chosen={offered} onChoose={setAboutKey} />
          {data.surveys.length > 1 && (
            <Select
              label={t('feedback.start.survey')}
              value={survey.id}
              allowDeselect={false}
              data={data.surveys.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setChosenId}
            />
          )}
          <Ways
            customerId={customerId}
            survey={survey}
            occasion={occasion}
            language={asLanguage(data.person.language)}
            onWay={setWay}
            onClose={onClose}
          />
        </Stack>
      )}
      {survey && way === 'key' && (
        <KeyAnswers customerId={customerId} survey={survey} occasion={occasion} onClose={onClose} />
      )}
      {survey && data && way === 'print' && (
        <PrintForm
          survey={survey}
          firstLanguage={asLanguage(data.person.language)}
          onBack={() => setWay(null)}
        />
      )}
    </Dialog>
  );
}

/** That they were asked lately, would rather not be, or had better be left in peace: said before anybody asks. */
function Quiet({ data }: { data: Output<'feedback.ask'> }) {
  const { t } = useWords();
  const words = useFeedbackWords();
  const lines = data.obstacles.map((obstacle) => t(`feedback.rests.${obstacle}`));
  if (data.quietUntil)
    lines.unshift(
      t(data.hasDeclined ? 'feedback.start.quietDeclined' : 'feedback.start.quiet', {
        date: words.day(data.quietUntil),
      }),
    );
  return lines.map((line) => (
    <Text key={line} c="var(--warning-text)">
      {line}
    </Text>
  ));
}

interface AboutProps {
  readonly occasions: readonly OfferedOccasion[];
  readonly chosen: OfferedOccasion | undefined;
  readonly onChoose: (key: string | null) => void;
}

/** Which purchase or repair they are asked about; a choice only where there is one. */
function About({ occasions, chosen, onChoose }: AboutProps) {
  const { t } = useWords();
  const words = useFeedbackWords();
  const line = ({ kind, number, on }: OfferedOccasion) =>
    t(`feedback.about.${kind}On`, { number, date: words.day(on) });
  if (!chosen) return null;
  if (occasions.length === 1)
    return (
      <Text size="sm" c="dimmed">
        {line(chosen)}
      </Text>
    );
  return (
    <Select
      label={t('feedback.about.label')}
      value={keyOf(chosen)}
      allowDeselect={false}
      data={occasions.map((one) => ({ value: keyOf(one), label: line(one) }))}
      onChange={onChoose}
    />
  );
}

interface WaysProps extends AskDialogProps {
  readonly survey: Survey;
  readonly occasion: AskedAbout | null;
  readonly language: Language;
  readonly onWay: (way: 'key' | 'print') => void;
}

function Ways({ customerId, survey, occasion, language, onWay, onClose }: WaysProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const decline = useTell('feedback.decline');
  const turn = () => {
    onClose();
    void navigate({
      to: '/feedback/$customerId',
      params: { customerId },
      search: { surveyId: survey.id, ...(occasion && { about: occasion.kind, aboutId: occasion.id }) },
    });
  };
  const rather = () =>
    decline.mutate(
      { customerId, versionId: survey.versionId, how: 'counter', language, occasion },
      {
        onSuccess: () => {
          onClose();
          toast(t('feedback.start.declined'));
        },
      },
    );
  const ways = [
    { way: 'turn', act: turn },
    { way: 'key', act: () => onWay('key') },
    { way: 'print', act: () => onWay('print') },
    { way: 'decline', act: rather },
  ] as const;
  return (
    <>
      {ways.map(({ way, act }) => (
        <UnstyledButton key={way} className={classes.way} disabled={decline.isPending} onClick={act}>
          <Text fw={600}>{t(`feedback.start.${way}`)}</Text>
          <Text size="sm" c="dimmed">
            {t(`feedback.start.${way}Why`)}
          </Text>
        </UnstyledButton>
      ))}
      <ErrorNotice error={decline.error} />
    </>
  );
}

interface PrintFormProps {
  readonly survey: Survey;
  readonly firstLanguage: Language;
  readonly onBack: () => void;
}

function PrintForm({ survey, firstLanguage, onBack }: PrintFormProps) {
  const { t } = useWords();
  const make = useTell('feedback.printForm');
  const [language, setLanguage] = useState(firstLanguage);
  const [paper, setPaper] = useState<'A5' | 'A4'>('A5');
  const [documentId, setDocumentId] = useState<string | null>(null);
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('common.language')}
        value={language}
        onChange={(value) => setLanguage(value as Language)}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <SegmentedControl
        aria-label={t('feedback.form.paper')}
        value={paper}
        onChange={(value) => setPaper(value as 'A5' | 'A4')}
        data={['A5', 'A4']}
      />
      <ErrorNotice error={make.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button
          loading={make.isPending}
          onClick={() =>
            make.mutate(
              { versionId: survey.versionId, language, paper },
              { onSuccess: (made) => setDocumentId(made.documentId) },
            )
          }
        >
          {t('feedback.form.make')}
        </Button>
      </Group>
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </Stack>
  );
}
