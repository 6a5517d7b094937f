import { Button, Group, Stack, Text } from '@mantine/core';
import type { Customer, RecordPart } from '@shared/contract/customer-shapes';
import { formatInstant } from '@shared/domain/dates';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { changedFieldsOf, useHistoryValue } from './history-values';

interface HistoryDrawerProps {
  readonly customer: Customer;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every edit with what it replaced, and every merge; each can be taken back while nothing stands on it. */
export function HistoryDrawer({ customer, isOpen, onClose }: HistoryDrawerProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const history = useAsk('customers.history', { id: customer.id }, ['customers'], { enabled: isOpen });
  const undo = useTell('customers.undoEdit');
  return (
    <SidePanel isOpen={isOpen} onClose={onClose} size={560} title={t('customers.history')}>
      <Stack gap="lg">
        <Merges customerId={customer.id} isOpen={isOpen} />
        <ErrorNotice error={undo.error ?? history.error} />
        {history.data?.length === 0 && <EmptyState title={t('customers.historyEmpty')} />}
        {history.data?.map((edit) => (
          <Stack key={edit.id} gap={4} pb="md" style={{ borderBottom: '1px solid var(--hairline)' }}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" c="dimmed">
                {[formatInstant(edit.at, language, shop.timeZone), edit.by].filter(Boolean).join(' · ')}
              </Text>
              {edit.canUndo ? (
                <Button
                  variant="subtle"
                  onClick={() =>
                    undo.mutate({ revisionId: edit.id }, { onSuccess: () => toast(t('common.undone')) })
                  }
                >
                  {t('customers.takeBack')}
                </Button>
              ) : (
                <Text size="sm" c="dimmed">
                  {t(edit.isUndone ? 'customers.historyUndone' : 'customers.historyOvertaken')}
                </Text>
              )}
            </Group>
            <Changes before={edit.before} after={edit.after} />
          </Stack>
        ))}
      </Stack>
    </SidePanel>
  );
}

interface ChangesProps {
  readonly before: RecordPart;
  readonly after: RecordPart;
}

/** What an edit made of each field, and what stood there before. */
function Changes({ before, after }: ChangesProps) {
  const { t, language } = useWords();
  const say = useHistoryValue();
  return changedFieldsOf(before, after).map((field) => (
    <Text key={field} style={{ overflowWrap: 'anywhere' }}>
      {t(`customers.field.${field}`)}
      {language === 'en' ? ': ' : '：'}
      <b>{say(after, field) || t('customers.blank')}</b>{' '}
      <Text span c="dimmed">
        {t('customers.was')} {say(before, field) || t('customers.blank')}
      </Text>
    </Text>
  ));
}

function Merges({ customerId, isOpen }: { readonly customerId: string; readonly isOpen: boolean }) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const merges = useAsk('customers.merges', { id: customerId }, ['customers'], { enabled: isOpen });
  const unmerge = useTell('customers.unmerge');
  if (!merges.data || merges.data.length === 0) return null;
  return (
    <Section title={t('customers.mergedRecords')}>
      <ErrorNotice error={unmerge.error} />
      {merges.data.map(({ id, at, number }) => (
        <Group key={id} justify="space-between">
          <Text>
            {number} · {formatInstant(at, language, shop.timeZone)}
          </Text>
          <Button
            variant="subtle"
            aria-label={t('customers.mergeUndo', { number })}
            loading={unmerge.isPending}
            onClick={() =>
              unmerge.mutate({ mergeId: id }, { onSuccess: () => toast(t('customers.unmerged')) })
            }
          >
            {t('customers.takeBack')}
          </Button>
        </Group>
      ))}
    </Section>
  );
}
