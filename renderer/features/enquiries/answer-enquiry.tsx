import { Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Enquiry } from '@shared/contract/enquiries';
import { TOLD_CHANNELS, type ToldChannel } from '@shared/domain/promises';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toastUndo } from '../../ui/toast-undo';
import classes from './enquiries.module.css';
import { FactsChoice } from './facts';

/** The answer, the facts it is based on, and how and when the customer was told. */
export function AnswerEnquiry({ enquiry, onClose }: { enquiry: Enquiry; onClose: () => void }) {
  const { t } = useWords();
  const answer = useTell('enquiries.answer');
  const [text, setText] = useState('');
  const [productIds, setProductIds] = useState(() => enquiry.facts.map(({ productId }) => productId));
  const [channel, setChannel] = useState<ToldChannel | null>(null);
  const [toldAt, setToldAt] = useState('');
  const save = () => {
    if (!channel) return;
    answer.mutate(
      {
        enquiryId: enquiry.id,
        version: enquiry.version,
        answer: text,
        productIds,
        told: { channel, at: toldAt ? new Date(toldAt).getTime() : Date.now() },
      },
      {
        onSuccess: () => {
          onClose();
          toastUndo(t('enquiries.answered', { number: enquiry.number }), t('common.undo'), () =>
            call('enquiries.reopen', { enquiryId: enquiry.id }),
          );
        },
      },
    );
  };
  return (
    <Dialog title={t('enquiries.replyTitle')} isOpen onClose={onClose} size={720}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <Text className={classes.question}>{enquiry.question}</Text>
          <FactsChoice productIds={productIds} onChange={setProductIds} />
          <Textarea
            data-autofocus
            required
            label={t('enquiries.answer')}
            value={text}
            maxLength={1000}
            autosize
            minRows={2}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <Select
              required
              label={t('enquiries.told')}
              value={channel}
              data={TOLD_CHANNELS.map((one) => ({ value: one, label: t(`promises.channel.${one}`) }))}
              onChange={(value) => setChannel(value as ToldChannel)}
            />
            <TextInput
              type="datetime-local"
              label={t('enquiries.toldAt')}
              description={toldAt ? undefined : t('enquiries.toldNow')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={toldAt}
              onChange={(event) => setToldAt(event.currentTarget.value)}
            />
          </Group>
          <FormEnd
            error={answer.error}
            isPending={answer.isPending}
            submit={t('enquiries.save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
