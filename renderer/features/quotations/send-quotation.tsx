import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import type { Quotation } from '@shared/contract/quotations';
import { asLanguage, type Language, languageNames, languages } from '@shared/domain/languages';
import type { QuotationSending } from '@shared/domain/quotations';
import { IconEye, IconFileTypePdf, IconMail, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';

const ways = [
  { how: 'printed', Icon: IconPrinter },
  { how: 'pdf', Icon: IconFileTypePdf },
  { how: 'email', Icon: IconMail },
] as const satisfies readonly { how: QuotationSending; Icon: unknown }[];

interface SendProps {
  readonly quotation: Quotation;
  readonly onClose: () => void;
}

/** Gives the offer to the customer: printed, as PDF, or by the machine's own mail program; the page can be seen before. */
export function SendQuotation({ quotation, onClose }: SendProps) {
  const { t } = useWords();
  const customer = useAsk('customers.get', { id: quotation.customer.id }, ['customers']);
  const send = useTell('quotations.send');
  const preview = useTell('quotations.document');
  const [chosen, setChosen] = useState<Language | null>(null);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const language = chosen ?? asLanguage(customer.data?.language);
  const quotationId = quotation.id;
  const give = (how: QuotationSending) =>
    send.mutate(
      { quotationId, how, language },
      {
        onSuccess: ({ isSent }) => {
          if (!isSent) return;
          toast(t('quotations.sent', { number: quotation.number }));
          onClose();
        },
      },
    );
  const show = () =>
    preview.mutate({ quotationId, language }, { onSuccess: (made) => setDocumentId(made.documentId) });
  return (
    <>
      <Dialog
        title={t('quotations.sendTitle', { number: quotation.number })}
        isOpen={documentId === null}
        onClose={onClose}
        size={600}
      >
        <Stack gap="md">
          {quotation.state === 'draft' && <Text>{t('quotations.sendHint')}</Text>}
          <Radio.Group
            label={t('quotations.sendLanguage')}
            value={language}
            onChange={(value) => setChosen(value as Language)}
          >
            <Group gap="md" mt={4}>
              {languages.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  size="md"
                  label={languageNames[value]}
                  lang={value}
                  mih={44}
                />
              ))}
            </Group>
          </Radio.Group>
          <ErrorNotice error={send.error ?? preview.error ?? customer.error} />
          <Group justify="space-between">
            <Button
              variant="default"
              leftSection={<IconEye size={18} aria-hidden />}
              disabled={!customer.data}
              loading={preview.isPending}
              onClick={show}
            >
              {t('quotations.preview')}
            </Button>
            <Group gap="xs">
              {ways.map(({ how, Icon }) => (
                <Button
                  key={how}
                  variant={how === 'printed' ? 'filled' : 'default'}
                  leftSection={<Icon size={18} aria-hidden />}
                  disabled={!customer.data || send.isPending}
                  onClick={() => give(how)}
                >
                  {t(`quotations.how.${how}`)}
                </Button>
              ))}
            </Group>
          </Group>
        </Stack>
      </Dialog>
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </>
  );
}
