import { Button, Group, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { civilDateOf, daysBetween, formatDate } from '@shared/domain/dates';
import { asLanguage } from '@shared/domain/languages';
import { IconMail, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import classes from './consent-panel.module.css';

type Duty = NonNullable<Output<'consents.forCustomer'>['duty']>;

/** How long is left for the written confirmation, in words. */
export function useDutyText(): (duty: Pick<Duty, 'dueAt' | 'isOverdue'>) => string {
  const { t, language } = useWords();
  const { shop } = useCounter();
  return ({ dueAt, isOverdue }) => {
    const dueOn = civilDateOf(dueAt, shop.timeZone);
    const date = formatDate(dueOn, language);
    if (isOverdue) return t('consents.duty.overdue', { date });
    const count = daysBetween(civilDateOf(Date.now(), shop.timeZone), dueOn);
    return count === 0 ? t('consents.duty.dueToday') : t('consents.duty.due', { count, date });
  };
}

/** The duty that oral consent starts: make the letter or the e-mail, then say that it went out. */
export function OralDuty({ customerId, duty }: { customerId: string; duty: Duty }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const dutyText = useDutyText();
  return (
    <div className={classes.duty} data-overdue={duty.isOverdue || undefined}>
      <Stack gap="xs">
        <Text fw={600}>{t('consents.duty.title')}</Text>
        <Text size="sm">{dutyText(duty)}</Text>
        {!duty.isOverdue && staff.role !== 'service' && <ConfirmButtons customerId={customerId} />}
      </Stack>
    </div>
  );
}

function ConfirmButtons({ customerId }: { customerId: string }) {
  const { t } = useWords();
  const customer = useAsk('customers.get', { id: customerId }, ['customers']);
  const letter = useTell('consents.confirmationLetter');
  const email = useTell('consents.confirmationEmail');
  const confirm = useTell('consents.confirmOral');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const language = asLanguage(customer.data?.language);
  const done = (channel: 'post' | 'email') =>
    confirm.mutate({ customerId, channel }, { onSuccess: () => toast(t('consents.duty.done')) });
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={letter.isPending || !customer.data}
          onClick={() =>
            letter.mutate({ customerId, language }, { onSuccess: (made) => setDocumentId(made.documentId) })
          }
        >
          {t('consents.duty.letter')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconMail size={18} aria-hidden />}
          disabled={email.isPending || !customer.data}
          onClick={() => email.mutate({ customerId, language })}
        >
          {t('consents.duty.email')}
        </Button>
      </Group>
      <Group gap="xs">
        <Text size="sm">{t('consents.duty.sent')}</Text>
        <Button variant="light" disabled={confirm.isPending} onClick={() => done('post')}>
          {t('consents.duty.sentPost')}
        </Button>
        <Button variant="light" disabled={confirm.isPending} onClick={() => done('email')}>
          {t('consents.duty.sentEmail')}
        </Button>
      </Group>
      <ErrorNotice error={letter.error ?? email.error ?? confirm.error} />
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </>
  );
}
