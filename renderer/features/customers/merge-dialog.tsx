import { Button, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Customer, CustomerCard, MergeField } from '@shared/contract/customer-shapes';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { CustomerPicker, type PickedCustomer } from '../../ui/customer-picker';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { MergeConflicts } from './merge-conflicts';
import { useNames } from './names';

type Preview = Output<'customers.mergePreview'>;

interface MergeDialogProps {
  readonly customer: Customer;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes one record of two: first what will happen, then a choice where they differ, and afterwards a way back. */
export function MergeDialog({ customer, isOpen, onClose }: MergeDialogProps) {
  const { t } = useWords();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('customers.mergeHeading')} size={760}>
      {isOpen && <MergeForm customer={customer} onClose={onClose} />}
    </Dialog>
  );
}

function MergeForm({ customer, onClose }: Omit<MergeDialogProps, 'isOpen'>) {
  const { t } = useWords();
  const navigate = useNavigate();
  const merge = useTell('customers.merge');
  const [other, setOther] = useState<PickedCustomer | null>(null);
  const otherId = other?.id ?? null;
  const [isSwapped, setSwapped] = useState(false);
  const [fromMerged, setFromMerged] = useState<readonly MergeField[]>([]);
  const [keepMergedCard, setKeepMergedCard] = useState(false);
  const keptId = isSwapped && otherId ? otherId : customer.id;
  const mergedId = isSwapped ? customer.id : (otherId ?? '');
  const preview = useAsk('customers.mergePreview', { keptId, mergedId }, ['customers'], {
    enabled: otherId !== null,
  });
  const takeBack = (mergeId: string) =>
    call('customers.unmerge', { mergeId }).then(() => toast(t('customers.unmerged')), toastError);
  const submit = () =>
    merge.mutate(
      { keptId, mergedId, fromMerged: [...fromMerged], keepMergedCard },
      {
        onSuccess: ({ mergeId }) => {
          onClose();
          toastUndo(t('customers.merged'), t('common.undo'), () => void takeBack(mergeId));
          void navigate({ to: '/customers/$customerId', params: { customerId: keptId } });
        },
      },
    );

  return (
    <Stack>
      <Text c="dimmed">{t('customers.mergeHint')}</Text>
      <CustomerPicker
        label={t('customers.mergeWho')}
        except={customer.id}
        value={other}
        onChange={setOther}
      />
      {otherId && preview.data && (
        <>
          <Pair preview={preview.data} onSwap={() => setSwapped(!isSwapped)} />
          <MergeConflicts
            conflicts={preview.data.conflicts}
            chosen={fromMerged}
            onChoose={(fields, isFromMerged) =>
              setFromMerged([
                ...fromMerged.filter((known) => !fields.includes(known)),
                ...(isFromMerged ? fields : []),
              ])
            }
          />
          <Cards preview={preview.data} keepMerged={keepMergedCard} onChange={setKeepMergedCard} />
          <Moves preview={preview.data} />
        </>
      )}
      <ErrorNotice error={merge.error ?? preview.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button onClick={submit} disabled={!preview.data || !otherId} loading={merge.isPending}>
          {t('customers.mergeNow')}
        </Button>
      </Group>
    </Stack>
  );
}

function Pair({ preview, onSwap }: { readonly preview: Preview; readonly onSwap: () => void }) {
  const { t } = useWords();
  const names = useNames();
  const side = (title: string, card: CustomerCard) => (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text fw={600}>{names.full(card)}</Text>
      <Text size="sm" c="dimmed">
        {[card.number, card.contact ? names.contact(card.contact) : null].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
  return (
    <Stack gap="xs">
      <SimpleGrid cols={2}>
        {side(t('customers.mergeKept'), preview.kept)}
        {side(t('customers.mergeGone'), preview.merged)}
      </SimpleGrid>
      <Button
        variant="subtle"
        leftSection={<IconArrowsExchange size={18} aria-hidden />}
        onClick={onSwap}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('customers.mergeSwap')}
      </Button>
    </Stack>
  );
}

interface CardsProps {
  readonly preview: Preview;
  readonly keepMerged: boolean;
  readonly onChange: (keepMerged: boolean) => void;
}

function Cards({ preview, keepMerged, onChange }: CardsProps) {
  const { t } = useWords();
  if (!preview.cards) return null;
  return (
    <Radio.Group
      label={t('customers.mergeCards')}
      value={keepMerged ? 'merged' : 'kept'}
      onChange={(value) => onChange(value === 'merged')}
    >
      <SimpleGrid cols={2} mt={4}>
        <Radio value="kept" label={preview.cards.kept} />
        <Radio value="merged" label={preview.cards.merged} />
      </SimpleGrid>
    </Radio.Group>
  );
}

function Moves({ preview }: { readonly preview: Preview }) {
  const { t } = useWords();
  const isConsentJoined = preview.moves.some(({ what }) => what === 'consent_events');
  return (
    <Section title={t('customers.mergeMoves')}>
      {preview.moves.length === 0 ? (
        <Text c="dimmed">{t('customers.mergeNothing')}</Text>
      ) : (
        <Group gap="lg">
          {preview.moves.map(({ what, count }) => (
            <Text key={what}>
              {t(`customers.table.${what as 'sales'}`)} <b>{count}</b>
            </Text>
          ))}
        </Group>
      )}
      {isConsentJoined && (
        <Text c="dimmed" mt="xs">
          {t('customers.mergeConsent')}
        </Text>
      )}
    </Section>
  );
}
