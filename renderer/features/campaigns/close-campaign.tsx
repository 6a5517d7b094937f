import { Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';

interface CloseCampaignProps {
  readonly campaignId: string;
  readonly onClose: () => void;
}

/** The end of a campaign, and what was learned from it. */
export function CloseCampaign({ campaignId, onClose }: CloseCampaignProps) {
  const { t } = useWords();
  const close = useTell('campaigns.close');
  const [lesson, setLesson] = useState('');
  return (
    <Dialog title={t('campaigns.closeTitle')} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close.mutate(
            { campaignId, lesson },
            {
              onSuccess: () => {
                toast(t('campaigns.closed'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack>
          <Textarea
            data-autofocus
            label={t('campaigns.lesson')}
            value={lesson}
            maxLength={1000}
            autosize
            minRows={3}
            onChange={(event) => setLesson(event.currentTarget.value)}
          />
          <FormEnd
            error={close.error}
            isPending={close.isPending}
            submit={t('campaigns.close')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
