import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { ContactChannel } from '@shared/domain/contact-channels';
import { useRef, useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import { ContactForm } from './contact-form';
import { useConversationWords } from './conversation-words';
import { OutcomeForm } from './outcome-form';

type Prepared = Output<'conversations.prepare'> & {
  readonly channel: ContactChannel;
  readonly isSelling: boolean;
};

interface ContactDialogProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

/** What is permitted and preferred, then the text, then what came of it. */
export function ContactDialog({ customerId, onClose }: ContactDialogProps) {
  const { t } = useWords();
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const before = useAsk('conversations.beforeContact', { customerId }, [
    'conversations',
    'customers',
    'consents',
    'settings',
  ]);
  return (
    <Dialog
      title={t(prepared ? 'conversations.after' : 'conversations.contact')}
      isOpen
      size={prepared ? 560 : 1160}
      onClose={onClose}
    >
      <ErrorNotice error={before.error} onRetry={() => void before.refetch()} />
      {before.data && !prepared && (
        <ContactForm
          customerId={customerId}
          before={before.data}
          onPrepared={(made, values) =>
            setPrepared({ ...made, channel: values.channel, isSelling: values.purpose === 'selling' })
          }
          onClose={onClose}
        />
      )}
      {prepared && <After prepared={prepared} onClose={onClose} />}
    </Dialog>
  );
}

const opensByItself: readonly ContactChannel[] = ['phone', 'email', 'whatsapp', 'letter', 'fax'];

function After({ prepared, onClose }: { readonly prepared: Prepared; readonly onClose: () => void }) {
  const { t } = useWords();
  const [documentId, setDocumentId] = useState(prepared.documentId);
  const { channel, conversationId, number } = prepared;
  return (
    <Stack gap="md">
      <Text>{t('conversations.afterHint', { number })}</Text>
      {!opensByItself.includes(channel) && <CopyText channel={channel} text={prepared.text} />}
      <OutcomeForm
        conversation={{ id: conversationId, channel, gate: prepared.isSelling ? 'open' : null }}
        onDone={onClose}
        onLater={onClose}
      />
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </Stack>
  );
}

/** The text for a program that cannot be opened with it. */
function CopyText({ channel, text }: { readonly channel: ContactChannel; readonly text: string }) {
  const { t } = useWords();
  const words = useConversationWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = () => {
    field.current?.select();
    // The page holds no permission for the clipboard's own interface; copying what is selected needs none.
    if (document.execCommand('copy')) toast(t('conversations.copied'));
  };
  return (
    <div>
      <Textarea
        ref={field}
        readOnly
        label={t('conversations.copyInto', { channel: words.channel(channel) })}
        value={text}
        autosize
        minRows={3}
        maxRows={8}
      />
      <Group justify="flex-end" mt="xs">
        <Button variant="default" onClick={copy}>
          {t('conversations.copy')}
        </Button>
      </Group>
    </div>
  );
}
