import { Stack, Textarea } from '@mantine/core';
import type { ReviewEntry } from '@shared/contract/oversight';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { type Draft, useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { EntryFacts, useEntryWords } from './review-entry';

interface SignDialogProps {
  readonly entry: ReviewEntry;
  readonly onClose: () => void;
}

/** The remark, and the signature that stays. */
export function SignDialog({ entry, onClose }: SignDialogProps) {
  const { t } = useWords();
  const words = useEntryWords();
  const draft = useDraft('oversight.sign', `${entry.kind} ${entry.sourceId}`, { remark: '' });
  return (
    <Dialog isOpen onClose={onClose} title={t('oversight.signName', { what: words.title(entry) })}>
      {draft.start && <Fields entry={entry} onClose={onClose} draft={draft} start={draft.start.remark} />}
    </Dialog>
  );
}

interface FieldsProps extends SignDialogProps {
  readonly draft: Draft<{ remark: string }>;
  readonly start: string;
}

function Fields({ entry, onClose, draft, start }: FieldsProps) {
  const { t } = useWords();
  const [remark, setRemark] = useState(start);
  const sign = useTell('oversight.sign');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sign.mutate(
          { kind: entry.kind, sourceId: entry.sourceId, remark },
          {
            onSuccess: () => {
              draft.clear();
              toast(t('oversight.signed'));
              onClose();
            },
          },
        );
      }}
    >
      <Stack>
        <EntryFacts entry={entry} />
        <Textarea
          required
          label={t('oversight.remark')}
          description={t('oversight.remarkHint')}
          value={remark}
          maxLength={500}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => {
            setRemark(currentTarget.value);
            draft.keep({ remark: currentTarget.value });
          }}
        />
        <FormEnd
          error={sign.error}
          isPending={sign.isPending}
          submit={t('oversight.sign')}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
