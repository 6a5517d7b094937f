import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Conversation } from '@shared/contract/conversations';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import { type Attached, Attachments } from './attachments';
import classes from './conversations.module.css';
import { NextStepFields } from './next-step-fields';
import { HowFields, MoreFields, OutcomeField } from './talk-fields';
import { fieldOf, needsGate, newTalk, saidOf, type TalkValues, talkOf } from './talk-values';

interface TalkFormProps {
  readonly customerId: string;
  /** Null for a new one. */
  readonly conversation: Conversation | null;
  readonly onClose: () => void;
}

/** What was said and by which way: words, Enter, done. A correction keeps what stood before. */
export function TalkForm({ customerId, conversation, onClose }: TalkFormProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const tomorrow = addDays(civilDateOf(Date.now(), shop.timeZone), 1);
  const initial = conversation ? talkOf(conversation, tomorrow) : newTalk(tomorrow);
  const draft = useDraft<TalkValues>('conversations.talk', conversation?.id ?? customerId, initial);
  return (
    <Dialog
      title={t(conversation ? 'conversations.correct' : 'conversations.new')}
      isOpen
      size={620}
      onClose={onClose}
    >
      {draft.start && (
        <Fields
          customerId={customerId}
          conversation={conversation}
          draft={draft}
          start={draft.start}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface FieldsProps extends TalkFormProps {
  readonly draft: Draft<TalkValues>;
  readonly start: TalkValues;
}

function Fields({ customerId, conversation, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const [showsMore, setShowsMore] = useState(
    conversation !== null || start.when !== '' || start.subject !== '',
  );
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const saving = useSaveTalk(customerId, conversation, () => {
    draft.clear();
    onClose();
  });
  const begin = useFirstField<HTMLTextAreaElement>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.save(values, files);
      }}
    >
      <Stack gap="md">
        <HowFields values={values} onChange={change} />
        <Textarea
          ref={begin}
          required
          label={t('conversations.words')}
          description={t('conversations.wordsHint')}
          value={values.words}
          maxLength={8000}
          autosize
          minRows={3}
          maxRows={10}
          onChange={(event) => change({ words: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <OutcomeField value={values.outcome} onChange={(outcome) => change({ outcome })} />
        {conversation === null ? (
          <>
            {needsGate(values) && (
              <TextInput
                label={t('conversations.gateReason')}
                description={t('conversations.gateReasonHint')}
                value={values.gateReason}
                maxLength={300}
                onChange={(event) => change({ gateReason: event.currentTarget.value })}
              />
            )}
            <NextStepFields values={values} onChange={change} />
          </>
        ) : (
          <TextInput
            required
            label={t('conversations.reason')}
            value={values.reason}
            maxLength={300}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        )}
        <Checkbox
          label={t('conversations.discreet')}
          checked={values.isDiscreet}
          onChange={(event) => change({ isDiscreet: event.currentTarget.checked })}
        />
        {showsMore && <MoreFields values={values} onChange={change} />}
        {showsMore && conversation === null && <Attachments files={files} onChange={setFiles} />}
        <ErrorNotice error={saving.error} />
        <Group justify="flex-end" className={classes.end}>
          {!showsMore && (
            <Button variant="subtle" c="var(--accent-text)" onClick={() => setShowsMore(true)}>
              {t('conversations.moreFields')}
            </Button>
          )}
          {draft.isRestored && (
            <Text size="sm" c="dimmed" mr="auto">
              {t('needs.restored')}
            </Text>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t(conversation ? 'conversations.saveCorrection' : 'conversations.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSaveTalk(customerId: string, conversation: Conversation | null, onDone: () => void) {
  const { t } = useWords();
  const log = useTell('conversations.log');
  const correct = useTell('conversations.correct');
  return {
    isPending: log.isPending || correct.isPending,
    error: log.error ?? correct.error,
    save(values: TalkValues, files: readonly Attached[]) {
      const said = saidOf(values);
      const typed = values.when ? new Date(values.when).getTime() : undefined;
      if (conversation) {
        // The field knows minutes: an untouched one must not move the moment.
        const isSameMinute = values.when === fieldOf(conversation.at);
        const at = isSameMinute ? conversation.at : (typed ?? conversation.at);
        correct.mutate(
          {
            ...said,
            at,
            conversationId: conversation.id,
            version: conversation.version,
            reason: values.reason,
          },
          {
            onSuccess: () => {
              toast(t('conversations.corrected'));
              onDone();
            },
          },
        );
        return;
      }
      log.mutate(
        {
          ...said,
          customerId,
          at: typed,
          gateReason: needsGate(values) ? values.gateReason : '',
          attachments: files.map(({ name, base64 }) => ({ name, base64 })),
          nextStep:
            values.hasNext && values.nextWhat.trim()
              ? { kind: 'other', what: values.nextWhat, dueOn: values.nextDue, isDiscreet: values.isDiscreet }
              : null,
        },
        {
          onSuccess: ({ number, promiseNumber }) => {
            toast(
              promiseNumber
                ? t('conversations.savedWithPromise', { number, promise: promiseNumber })
                : t('conversations.saved', { number }),
            );
            onDone();
          },
        },
      );
    },
  };
}
