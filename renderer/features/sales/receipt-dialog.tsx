import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Output } from '@shared/contract';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf, formatInstant } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { IconFlag, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { QuietButton } from '../../ui/quiet-button';
import { AttachDialog } from './attach-dialog';
import { Attachments } from './attachments';
import { CancelDialog } from './cancel-dialog';
import { useReasons } from './reasons';
import { ReceiptLines } from './receipt-lines';
import { ReturnDialog } from './return-dialog';
import classes from './sales.module.css';

interface ReceiptDialogProps {
  readonly saleId: string;
  /** Opens another receipt instead: the one that refers to this, or the one it refers to. */
  readonly onOpen: (saleId: string) => void;
  readonly onClose: () => void;
}

/** A recorded receipt: what was on it, what came back; print it, return against it, cancel it. */
export function ReceiptDialog({ saleId, onOpen, onClose }: ReceiptDialogProps) {
  const { t, language } = useWords();
  const { shop, staff } = useCounter();
  const { wordOf } = useReasons('returnReasons');
  const sale = useAsk('sales.get', { saleId }, ['sales']);
  const prepare = useTell('sales.receipt');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const [isReturning, returning] = useDisclosure(false);
  const [isCancelling, cancelling] = useDisclosure(false);
  const [isAttaching, attaching] = useDisclosure(false);
  const { data } = sale;

  const show = async (format: 'roll80' | 'A4') => {
    const prepared = await prepare.mutateAsync({ saleId, format });
    setDocumentId(prepared.documentId);
  };
  const canGiveBack =
    data?.kind === 'sale' &&
    isAllowed(staff.role, 'sales.write') &&
    data.lines.some(({ netQuantity }) => netQuantity > 0);
  const canGive =
    data?.kind === 'sale' &&
    data.lines.every(({ cancelledQuantity }) => cancelledQuantity === 0) &&
    isAllowed(staff.role, data.customerId ? 'sales.move' : 'sales.attach');
  const isToday = data?.soldOn === civilDateOf(Date.now(), shop.timeZone);
  return (
    <>
      <Dialog
        isOpen={documentId === null && !isReturning && !isCancelling && !isAttaching}
        onClose={onClose}
        size={680}
        title={data ? `${t(`sales.kind.${data.kind}`)} ${data.receiptNumber}` : ''}
      >
        <Stack>
          <ErrorNotice error={sale.error ?? prepare.error} />
          {data && (
            <>
              <Text c="dimmed">
                {[formatInstant(data.soldAt, language, shop.timeZone), data.staffName]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <Group justify="space-between" align="flex-start" wrap="nowrap">
                <WhoAndHow sale={data} />
                {canGive && (
                  <QuietButton onClick={attaching.open}>
                    {t(data.customerId ? 'sales.attach.moveTitle' : 'sales.attach.title')}
                  </QuietButton>
                )}
              </Group>
              <Attachments sale={data} />
              {data.returnsSaleId && data.returnsReceipt && (
                <Button
                  variant="subtle"
                  className={classes.textButton}
                  onClick={() => onOpen(data.returnsSaleId ?? '')}
                >
                  {t('sales.history.againstReceipt', { number: data.returnsReceipt })}
                </Button>
              )}
              {data.reason && <Text>{wordOf(data.reason)}</Text>}
              {data.flags.length > 0 && (
                <Group gap="xs">
                  {data.flags.map((flag) => (
                    <Text key={flag} size="sm" className={classes.mark}>
                      <IconFlag size={16} aria-hidden />
                      {t(`sales.flag.${flag as 'own-account'}`, { defaultValue: flag })}
                    </Text>
                  ))}
                </Group>
              )}
              <ReceiptLines sale={data} />
            </>
          )}
          <Group justify="flex-end">
            {canGiveBack && isToday && (
              <Button variant="subtle" onClick={cancelling.open}>
                {t('sales.cancelTitle')}
              </Button>
            )}
            {canGiveBack && (
              <Button variant="default" onClick={returning.open}>
                {t('sales.returnTitle')}
              </Button>
            )}
            <Button
              variant="default"
              onClick={() => void show('A4').catch(() => undefined)}
              disabled={prepare.isPending}
            >
              {t('sales.receiptA4')}
            </Button>
            <Button
              data-autofocus
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => void show('roll80').catch(() => undefined)}
              disabled={prepare.isPending}
            >
              {t('sales.receiptRoll')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
      {data && isReturning && <ReturnDialog sale={data} onDone={onOpen} onClose={returning.close} />}
      {data && isAttaching && <AttachDialog sale={data} onClose={attaching.close} />}
      {data && isCancelling && <CancelDialog sale={data} onDone={onOpen} onClose={cancelling.close} />}
    </>
  );
}

/** Whose it is, how it was paid, and what was noted. */
function WhoAndHow({ sale }: { readonly sale: Output<'sales.get'> }) {
  const { t, language } = useWords();
  const { wordOf } = useReasons('payments');
  const { customerId, paymentNote, cashMinor, currency, note } = sale;
  const cash =
    cashMinor !== null && cashMinor > 0
      ? `${t('sales.cash')} ${formatMoney({ minor: cashMinor, currency }, language)}`
      : null;
  return (
    <div>
      {customerId ? (
        <Link to="/customers/$customerId" params={{ customerId }}>
          {sale.customerName || t('common.unknown')}
        </Link>
      ) : (
        <Text>{t('sales.anonymous')}</Text>
      )}
      {(paymentNote || cash) && (
        <Text size="sm" c="dimmed">
          {[paymentNote && wordOf(paymentNote), cash].filter(Boolean).join(' · ')}
        </Text>
      )}
      {note && <Text style={{ whiteSpace: 'pre-line' }}>{note}</Text>}
    </div>
  );
}
