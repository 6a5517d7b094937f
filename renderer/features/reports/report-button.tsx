import { Button, Group, Popover, Radio, Stack } from '@mantine/core';
import { asLanguage, type Language, languageNames, languages } from '@shared/domain/languages';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';

type Copy = 'customer' | 'shop';

/** The customer report: whose copy, which language, then the preview with print and PDF. */
export function ReportButton({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [documentId, setDocumentId] = useState<string | null>(null);
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={400} trapFocus shadow="md">
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconReportAnalytics size={18} aria-hidden />}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {t('reports.customer')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          {isOpen && (
            <ReportChoice
              customerId={customerId}
              onMade={(id) => {
                setOpen(false);
                setDocumentId(id);
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </>
  );
}

interface ReportChoiceProps {
  readonly customerId: string;
  readonly onMade: (documentId: string) => void;
}

function ReportChoice({ customerId, onMade }: ReportChoiceProps) {
  const { t, language: screenLanguage } = useWords();
  const customer = useAsk('customers.get', { id: customerId }, ['customers']);
  const make = useTell('reports.customer');
  const [copy, setCopy] = useState<Copy>('customer');
  const [chosen, setChosen] = useState<Language | null>(null);
  // The customer's copy speaks the customer's language, the shop's copy the advisor's, until somebody says otherwise.
  const usual = copy === 'customer' ? asLanguage(customer.data?.language) : screenLanguage;
  const language = chosen ?? usual;
  const show = () =>
    make.mutate({ customerId, copy, language }, { onSuccess: (made) => onMade(made.documentId) });
  return (
    <Stack gap="sm">
      <Radio.Group label={t('reports.copyWhich')} value={copy} onChange={(value) => setCopy(value as Copy)}>
        <Stack gap={4} mt={4}>
          {(['customer', 'shop'] as const).map((value) => (
            <Radio
              key={value}
              value={value}
              size="md"
              label={t(`reports.copy.${value}`)}
              description={t(`reports.copyHint.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('common.language')}
        value={language}
        onChange={(value) => setChosen(value as Language)}
      >
        <Group gap="md" mt={4}>
          {languages.map((value) => (
            <Radio key={value} value={value} size="md" label={languageNames[value]} lang={value} mih={44} />
          ))}
        </Group>
      </Radio.Group>
      <ErrorNotice error={make.error} />
      <Button onClick={show} disabled={make.isPending || !customer.data}>
        {t('reports.make')}
      </Button>
    </Stack>
  );
}
