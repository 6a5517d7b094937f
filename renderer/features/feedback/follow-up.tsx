import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Input } from '@shared/contract';
import type { Feedback } from '@shared/contract/feedback';
import {
  COMPLAINT_SUBJECTS,
  type ComplaintSubject,
  SEVERITIES,
  type Severity,
} from '@shared/domain/complaints';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import classes from './feedback.module.css';

type Kind = 'complaint' | 'promise' | 'none';
const kinds: readonly Kind[] = ['complaint', 'promise', 'none'];

/** A low score is worth something at once: a case, a promise, or at least why not. */
export function FollowUp({ feedback }: { feedback: Feedback }) {
  const { t } = useWords();
  const [kind, setKind] = useState<Kind | null>(null);
  return (
    <div className={classes.act}>
      <Text fw={600} mb="xs">
        {t('feedback.follow.ask')}
      </Text>
      <Group gap={6}>
        {kinds.map((one) => (
          <Button
            key={one}
            variant={kind === one ? 'light' : 'default'}
            aria-expanded={kind === one}
            onClick={() => setKind(kind === one ? null : one)}
          >
            {t(`feedback.follow.${one}`)}
          </Button>
        ))}
      </Group>
      {kind && <Form key={kind} feedback={feedback} kind={kind} />}
    </div>
  );
}

type Step = Input<'feedback.followUp'>['step'];

function Form({ feedback, kind }: { feedback: Feedback; kind: Kind }) {
  const { t } = useWords();
  const { shop } = useCounter();
  const follow = useTell('feedback.followUp');
  const [words, setWords] = useState(kind === 'complaint' ? saidIn(feedback) : '');
  // What they were asked about; a case about a colleague is somebody's choice.
  const [about, setAbout] = useState<ComplaintSubject | null>(feedback.about?.kind ?? null);
  const [isTried, setTried] = useState(false);
  const [severity, setSeverity] = useState<Severity>('minor');
  const today = civilDateOf(Date.now(), shop.timeZone);
  const [dueOn, setDueOn] = useState(addDays(today, 1));
  const steps: Record<Kind, Step | null> = {
    complaint: about && { kind: 'complaint', terms: { about, severity, what: words } },
    promise: { kind: 'promise', terms: { kind: 'call-back', what: words, dueOn } },
    none: { kind: 'none', words },
  };
  const save = () => {
    const step = steps[kind];
    setTried(true);
    if (!step) return;
    follow.mutate(
      { feedbackId: feedback.id, step },
      {
        onSuccess: ({ number }) =>
          number &&
          toast(t(`feedback.follow.ledTo.${kind === 'promise' ? 'promise' : 'complaint'}`, { number })),
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md" mt="md">
        {kind === 'complaint' && (
          <Group align="flex-start">
            <Select
              withAsterisk
              label={t('complaints.about')}
              value={about}
              allowDeselect={false}
              error={isTried && about === null && t('feedback.follow.aboutNeeded')}
              data={COMPLAINT_SUBJECTS.map((value) => ({ value, label: t(`complaints.abouts.${value}`) }))}
              onChange={(value) => value && setAbout(value as ComplaintSubject)}
            />
            <SegmentedControl
              aria-label={t('complaints.severity')}
              value={severity}
              onChange={(value) => setSeverity(value as Severity)}
              data={SEVERITIES.map((value) => ({ value, label: t(`complaints.severities.${value}`) }))}
            />
          </Group>
        )}
        <Textarea
          autoFocus
          required
          label={t(wordsLabel[kind])}
          value={words}
          maxLength={500}
          autosize
          minRows={2}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {kind === 'promise' && (
          <TextInput
            type="date"
            required
            label={t('feedback.follow.due')}
            min={today}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
        )}
        <ErrorNotice error={follow.error} />
        <Group>
          <Button type="submit" loading={follow.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const wordsLabel = {
  complaint: 'feedback.follow.what',
  promise: 'feedback.follow.promiseWhat',
  none: 'feedback.follow.noneWhy',
} as const;

/** The customer's own words, where there are any: the case begins with them. */
function saidIn({ questions, answers }: Feedback): string {
  return questions
    .flatMap(({ id, kind }) => (kind === 'words' ? (answers[id] ?? []) : []))
    .join('\n')
    .slice(0, 500);
}
