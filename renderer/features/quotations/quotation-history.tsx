import { Button, Stack, Text, Timeline } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Quotation } from '@shared/contract/quotations';
import type { QuotationSending } from '@shared/domain/quotations';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { toastError } from '../../ui/toast';
import { useQuotationWords } from './quotation-words';
import classes from './quotations.module.css';

type QuotationEvent = Output<'quotations.history'>['events'][number];

/** Every version of the offer as it was handed out, and how it came to stand as it does. */
export function QuotationHistory({ quotation, onClose }: { quotation: Quotation; onClose: () => void }) {
  const { t } = useWords();
  const words = useQuotationWords();
  const history = useAsk('quotations.history', { quotationId: quotation.id }, ['quotations', 'sales']);
  const preview = useTell('quotations.document');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const line = ({ kind, detail }: QuotationEvent) =>
    kind === 'sent'
      ? t('quotations.event.sent', { how: t(`quotations.howDone.${detail as QuotationSending}`) })
      : t(`quotations.event.${kind}`, { detail });
  const open = (quotationId: string) =>
    preview.mutate(
      { quotationId },
      { onSuccess: (made) => setDocumentId(made.documentId), onError: toastError },
    );
  return (
    <>
      <SidePanel
        title={`${t('quotations.history')} · ${quotation.number}`}
        isOpen={documentId === null}
        onClose={onClose}
      >
        <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
        <Stack gap="lg">
          <Section title={t('quotations.versions')}>
            <ul className={classes.plain}>
              {history.data?.versions.map((version) => (
                <li key={version.id} className={classes.version}>
                  <Text>
                    {t('quotations.versionLine', {
                      number: version.number,
                      state: t(`quotations.state.${version.state}`),
                      amount: words.money(version.totalMinor, version.currency),
                    })}
                  </Text>
                  <Button
                    variant="subtle"
                    aria-label={`${t('quotations.preview')} ${version.number}`}
                    onClick={() => open(version.id)}
                  >
                    {t('quotations.preview')}
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
          <Timeline bulletSize={12} lineWidth={1}>
            {history.data?.events.map((event) => (
              <Timeline.Item key={event.id} title={line(event)}>
                <Text size="sm" c="dimmed">
                  {words.moment(event.at)} · {event.by.name}
                </Text>
              </Timeline.Item>
            ))}
          </Timeline>
        </Stack>
      </SidePanel>
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </>
  );
}
