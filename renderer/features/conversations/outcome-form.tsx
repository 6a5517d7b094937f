import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import type { Conversation } from '@shared/contract/conversations';
import type { ConversationOutcome } from '@shared/domain/conversations';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import { NextStepFields } from './next-step-fields';
import { OutcomeField } from './talk-fields';

interface OutcomeFormProps {
  readonly conversation: Pick<Conversation, 'id' | 'channel' | 'gate'>;
  readonly onDone: () => void;
  readonly onLater: () => void;
}

/** What came of a call or a message that was begun from here; of a selling call also whether the notice was said. */
export function OutcomeForm({ conversation, onDone, onLater }: OutcomeFormProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const note = useTell('conversations.noteOutcome');
  const isCall = conversation.channel === 'phone';
  const [outcome, setOutcome] = useState<ConversationOutcome>(isCall ? 'talked' : 'sent');
  const [words, setWords] = useState('');
  const [wasNoticeSaid, setNoticeSaid] = useState(false);
  const [next, setNext] = useState({
    hasNext: false,
    nextWhat: '',
    nextDue: addDays(civilDateOf(Date.now(), shop.timeZone), 1),
  });
  const save = () =>
    note.mutate(
      {
        conversationId: conversation.id,
        outcome,
        words,
        wasNoticeSaid,
        nextStep:
          next.hasNext && next.nextWhat.trim()
            ? { kind: 'other', what: next.nextWhat, dueOn: next.nextDue }
            : null,
      },
      {
        onSuccess: () => {
          toast(t('conversations.outcomeNoted'));
          onDone();
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
      <Stack gap="md">
        <OutcomeField value={outcome} onChange={setOutcome} />
        <Textarea
          data-autofocus
          label={t('conversations.outcomeWords')}
          value={words}
          maxLength={4000}
          autosize
          minRows={2}
          maxRows={8}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {isCall && conversation.gate !== null && (
          <Checkbox
            label={t('conversations.noticeSaid')}
            checked={wasNoticeSaid}
            onChange={(event) => setNoticeSaid(event.currentTarget.checked)}
          />
        )}
        <NextStepFields values={next} onChange={(part) => setNext({ ...next, ...part })} />
        <ErrorNotice error={note.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onLater}>
            {t('conversations.later')}
          </Button>
          <Button type="submit" loading={note.isPending}>
            {t('conversations.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
