import { Alert, Button, Group, List, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { ProgressPanel } from '../../ui/progress-panel';
import { toast } from '../../ui/toast';
import { usePrivacyWords } from './privacy-words';
import { RowCounts } from './row-counts';

interface EraseDialogProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

type Preview = Output<'privacy.erasePreview'>;

/** What would go, what stays and why, what stands in the way; then the number typed by hand, and the PIN. */
export function EraseDialog({ customerId, onClose }: EraseDialogProps) {
  const { t } = useWords();
  const preview = useAsk('privacy.erasePreview', { customerId }, [
    'privacy',
    'customers',
    'jobs',
    'complaints',
  ]);
  const erase = useAction('privacy.erase');
  const isOver = erase.result !== null || erase.startedAt !== null;
  // Once it is gone the preview can only say that nobody is there.
  const [last, setLast] = useState<Preview | null>(null);
  const shown = isOver ? last : (preview.data ?? null);
  return (
    <Dialog
      title={t('privacy.erase.title', { number: shown?.customer.number ?? '' })}
      isOpen
      onClose={onClose}
      size={720}
    >
      {!isOver && <ErrorNotice error={preview.error} />}
      {!shown && !preview.error && <Skeleton height={240} />}
      {shown && (
        <Ask
          preview={shown}
          erase={erase}
          onClose={onClose}
          onErase={async (typedNumber) => {
            setLast(shown);
            const done = await erase.start({ customerId, typedNumber });
            if (!done) return;
            toast(t(done.isIndexClean ? 'privacy.erase.done' : 'privacy.erase.doneLater'));
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

interface AskProps {
  readonly preview: Preview;
  readonly erase: ReturnType<typeof useAction<'privacy.erase'>>;
  readonly onClose: () => void;
  readonly onErase: (typedNumber: string) => Promise<void>;
}

function Ask({ preview, erase, onClose, onErase }: AskProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const { number } = preview.customer;
  const isBlocked = preview.obstacles.length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onErase(typed.trim());
      }}
    >
      <Stack gap="md">
        <Alert color="red" variant="outline" icon={<IconAlertTriangle aria-hidden />}>
          <Text fw={600}>{t('privacy.erase.warning')}</Text>
          <Text>{t('privacy.erase.warningMore')}</Text>
        </Alert>
        {isBlocked && (
          <Alert color="red" variant="outline" role="alert" title={t('privacy.erase.obstacles')}>
            <List>
              {preview.obstacles.map(({ kind, number: which }) => (
                <List.Item key={kind + which}>
                  {t(`privacy.erase.obstacle.${kind}`, { number: which })}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        <RowCounts title={t('privacy.erase.goes')} rows={preview.goes} />
        <RowCounts title={t('privacy.erase.anonymous')} rows={preview.staysAnonymous} />
        <Beside preview={preview} />
        <ErrorNotice error={erase.error} />
        {erase.startedAt !== null ? (
          <ProgressPanel
            step={t(
              erase.progress?.step === 'privacy.erase.tidy' ? 'privacy.erase.tidy' : 'privacy.erase.erasing',
            )}
            progress={erase.progress}
            startedAt={erase.startedAt}
            onCancel={erase.cancel}
          />
        ) : (
          <>
            {!isBlocked && (
              <TextInput
                required
                label={t('privacy.erase.type', { number })}
                value={typed}
                autoComplete="off"
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            )}
            <Group justify="flex-end">
              <Button data-autofocus variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" color="red" disabled={isBlocked || typed.trim() !== number}>
                {t('privacy.erase.do')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}

/** What a manager should know before: other records with the name, older backups, papers to keep elsewhere. */
function Beside({ preview }: { preview: Preview }) {
  const { t } = useWords();
  const words = usePrivacyWords();
  return (
    <Stack gap={6}>
      <Text size="sm">{t('privacy.erase.letterFirst')}</Text>
      {preview.backupsUntil && (
        <Text size="sm">{t('privacy.erase.backups', { date: words.day(preview.backupsUntil) })}</Text>
      )}
      {preview.cashSales > 0 && (
        <Text size="sm">{t('privacy.erase.cash', { count: preview.cashSales })}</Text>
      )}
      {preview.mentions.length > 0 && (
        <div>
          <Text size="sm">{t('privacy.erase.mentions')}</Text>
          <Group gap="sm">
            {preview.mentions.map(({ customerId, number }) => (
              <TextLink key={customerId} to="/customers/$customerId" params={{ customerId }}>
                {number}
              </TextLink>
            ))}
          </Group>
        </div>
      )}
    </Stack>
  );
}
