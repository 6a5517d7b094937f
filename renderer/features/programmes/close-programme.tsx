import { Stack, Text, Textarea } from '@mantine/core';
import type { Programme } from '@shared/contract/programmes';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { type Draft, useDraft } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toastUndo } from '../../ui/toast-undo';
import { useProgrammeWords } from './programme-words';

interface CloseProgrammeProps {
  readonly programme: Programme;
  readonly onClose: () => void;
}

interface Values {
  readonly lesson: string;
}

/** The end: what was learned, without which nobody would do it better the next time. */
export function CloseProgramme({ programme, onClose }: CloseProgrammeProps) {
  const { t } = useWords();
  const draft = useDraft<Values>('programmes.close', programme.id, { lesson: '' });
  return (
    <Dialog title={t('programmes.close.title')} isOpen onClose={onClose}>
      {draft.start && <Fields programme={programme} draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

interface FieldsProps extends CloseProgrammeProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ programme, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const words = useProgrammeWords();
  const end = useTell('programmes.close');
  const [lesson, setLesson] = useState(start.lesson);
  const begin = useFirstField<HTMLTextAreaElement>();
  const programmeId = programme.id;
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        end.mutate(
          { programmeId, lesson },
          {
            onSuccess: () => {
              draft.clear();
              onClose();
              toastUndo(t('programmes.close.done', { number: programme.number }), t('common.undo'), () =>
                call('programmes.reopen', { programmeId }),
              );
            },
          },
        );
      }}
    >
      <Stack gap="md">
        {programme.start && !programme.start.isOver && (
          <Text size="sm" c="var(--warning-text)">
            {t('programmes.close.early', { date: words.day(programme.start.lastDay) })}
          </Text>
        )}
        <Textarea
          ref={begin}
          required
          label={t('programmes.close.lesson')}
          description={t('programmes.close.lessonHint')}
          value={lesson}
          maxLength={2000}
          autosize
          minRows={3}
          onChange={(typed) => {
            setLesson(typed.currentTarget.value);
            draft.keep({ lesson: typed.currentTarget.value });
          }}
        />
        <FormEnd
          error={end.error}
          isPending={end.isPending}
          submit={t('programmes.close.do')}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
