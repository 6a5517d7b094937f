import { Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { PrivacyRequest } from '@shared/contract/privacy';
import { civilDateOf } from '@shared/domain/dates';
import { type Answer, answersFor, groundsFor, type RefusalGround } from '@shared/domain/privacy';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { ChannelSelect } from './request-form';

interface AnswerDialogProps {
  readonly request: PrivacyRequest;
  readonly onClose: () => void;
}

interface Values {
  readonly answer: Answer;
  readonly answeredOn: string;
  readonly answeredHow: PrivacyRequest['receivedHow'];
  readonly words: string;
  readonly ground: RefusalGround | null;
  readonly copyHanded: string;
  readonly thirdParties: string;
}

/** How the request ends: granted, in part, refused with its ground and reasons, or nothing held. */
export function AnswerDialog({ request, onClose }: AnswerDialogProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const answers = answersFor(request.kind, request.customer !== null);
  const initial: Values = {
    answer: answers[0] ?? 'withdrawn',
    answeredOn: civilDateOf(Date.now(), shop.timeZone),
    answeredHow: request.receivedHow,
    words: '',
    ground: null,
    copyHanded: '',
    thirdParties: '',
  };
  const draft = useDraft<Values>('privacy.answer', request.id, initial);
  return (
    <Dialog title={t('privacy.answerTitle', { number: request.number })} isOpen onClose={onClose} size={620}>
      {draft.start && <Fields request={request} draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

interface FieldsProps extends AnswerDialogProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ request, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const answer = useTell('privacy.answer');
  const [values, change] = useDraftValues(draft, start);
  const isGiven = values.answer === 'granted' || values.answer === 'partial';
  const isCopyOwed = isGiven && (request.kind === 'access' || request.kind === 'correction');
  const isRefused = values.answer === 'refused';
  const save = () =>
    answer.mutate(
      {
        requestId: request.id,
        version: request.version,
        answer: values.answer,
        answeredOn: values.answeredOn,
        answeredHow: values.answeredHow,
        words: values.words,
        ground: isRefused ? values.ground : null,
        copyHanded: isCopyOwed ? values.copyHanded || null : null,
        thirdParties:
          request.kind === 'correction' && isGiven
            ? values.thirdParties
                .split('\n')
                .map((line) => line.trim())
                .filter(Boolean)
                .map((name) => ({ name, toldOn: values.answeredOn }))
            : [],
      },
      {
        onSuccess: () => {
          draft.clear();
          toast(t('privacy.answered', { number: request.number }));
          onClose();
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
        <Select
          data-autofocus
          label={t('privacy.answerLabel')}
          value={values.answer}
          allowDeselect={false}
          data={answersFor(request.kind, request.customer !== null).map((value) => ({
            value,
            label: t(`privacy.answerKind.${value}`),
          }))}
          onChange={(value) => value && change({ answer: value as Answer })}
        />
        {isRefused && (
          <Select
            required
            label={t('privacy.ground')}
            value={values.ground}
            data={groundsFor(request.kind).map((value) => ({ value, label: t(`privacy.grounds.${value}`) }))}
            onChange={(ground) => change({ ground: ground as RefusalGround | null })}
          />
        )}
        <Textarea
          required
          label={t(
            isRefused
              ? 'privacy.wordsRefused'
              : values.answer === 'partial'
                ? 'privacy.wordsReasons'
                : 'privacy.wordsDone',
          )}
          value={values.words}
          maxLength={3000}
          autosize
          minRows={2}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        {isCopyOwed && (
          <TextInput
            required
            label={t('privacy.copyHanded')}
            description={t('privacy.copyHandedHint')}
            value={values.copyHanded}
            maxLength={200}
            onChange={(event) => change({ copyHanded: event.currentTarget.value })}
          />
        )}
        {request.kind === 'correction' && isGiven && (
          <Textarea
            label={t('privacy.thirdParties')}
            description={t('privacy.thirdPartiesHint')}
            value={values.thirdParties}
            autosize
            minRows={2}
            onChange={(event) => change({ thirdParties: event.currentTarget.value })}
          />
        )}
        <Group grow align="flex-start">
          <TextInput
            type="date"
            required
            label={t('privacy.answeredOn')}
            value={values.answeredOn}
            onChange={(event) => change({ answeredOn: event.currentTarget.value })}
          />
          <ChannelSelect
            label={t('privacy.answeredHow')}
            value={values.answeredHow}
            onChange={(answeredHow) => change({ answeredHow })}
          />
        </Group>
        <FormEnd
          error={answer.error}
          isPending={answer.isPending}
          submit={t('privacy.answerDo')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}
