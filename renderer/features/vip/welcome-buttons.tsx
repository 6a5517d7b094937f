import { Button, Group, Stack } from '@mantine/core';
import type { Language } from '@shared/domain/languages';
import { IconCheck, IconMail, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';

/** Print the welcome with its card, or open it as an e-mail; then say that it was handed over. */
export function WelcomeButtons({ customerId, language }: { customerId: string; language: Language }) {
  const { t } = useWords();
  const letter = useTell('vip.welcomeLetter');
  const email = useTell('vip.welcomeEmail');
  const mark = useTell('vip.markWelcomed');
  const [documentId, setDocumentId] = useState<string | null>(null);
  return (
    <Stack gap="xs" align="center">
      <Group gap="xs" justify="center">
        <Button
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={letter.isPending}
          onClick={() =>
            letter.mutate({ customerId, language }, { onSuccess: (made) => setDocumentId(made.documentId) })
          }
        >
          {t('vip.welcomePrint')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconMail size={18} aria-hidden />}
          disabled={email.isPending}
          onClick={() =>
            email.mutate({ customerId, language }, { onSuccess: () => toast(t('vip.emailOpened')) })
          }
        >
          {t('vip.welcomeEmail')}
        </Button>
        <Button
          variant="default"
          leftSection={mark.isSuccess && <IconCheck size={18} aria-hidden />}
          disabled={mark.isPending || mark.isSuccess}
          onClick={() => mark.mutate({ customerId }, { onSuccess: () => toast(t('vip.welcomeNoted')) })}
        >
          {t('vip.welcomeHandedOver')}
        </Button>
      </Group>
      <ErrorNotice error={letter.error ?? email.error ?? mark.error} />
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </Stack>
  );
}
