import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import type { Precedence } from '@shared/contract/guidelines';
import { GUIDELINE_SHELVES, type GuidelineShelf, type GuidelineTopic } from '@shared/domain/guidelines';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';

interface PrecedenceFormProps {
  readonly topic: GuidelineTopic;
  readonly stated: Precedence | null;
  readonly onClose: () => void;
}

/** Which shelf wins on one topic, and why. What was stated before is kept. */
export function PrecedenceForm({ topic, stated, onClose }: PrecedenceFormProps) {
  const { t } = useWords();
  const [wins, setWins] = useState<GuidelineShelf>(stated?.wins ?? 'house');
  const [reason, setReason] = useState(stated?.reason ?? '');
  const set = useTell('guidelines.setPrecedence');
  const name = t(`guidelines.topic.${topic}`);
  return (
    <Dialog isOpen onClose={onClose} title={`${t('guidelines.precedence')}: ${name}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate(
            { topic, wins, reason },
            {
              onSuccess: () => {
                toast(t('guidelines.stated', { topic: name }));
                onClose();
              },
            },
          );
        }}
      >
        <Stack>
          <Text>{t('guidelines.precedenceHint')}</Text>
          <SegmentedControl
            aria-label={t('guidelines.winner')}
            value={wins}
            onChange={(value) => setWins(value as GuidelineShelf)}
            data={GUIDELINE_SHELVES.map((value) => ({ value, label: t(`guidelines.shelf.${value}`) }))}
          />
          <Textarea
            required
            label={t('guidelines.why')}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <FormEnd error={set.error} isPending={set.isPending} submit={t('common.save')} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
