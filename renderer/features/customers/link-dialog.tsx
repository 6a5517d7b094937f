import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import type { Customer } from '@shared/contract/customer-shapes';
import { RELATIONS, type Relation } from '@shared/domain/relations';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { CustomerPicker, type PickedCustomer } from '../../ui/customer-picker';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';
import { useNames } from './names';

interface LinkDialogProps {
  readonly customer: Customer;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Ties another customer to this one, discreetly if need be. */
export function LinkDialog({ customer, isOpen, onClose }: LinkDialogProps) {
  const { t } = useWords();
  const names = useNames();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('customers.linkHeading', { name: names.short(customer) })}
    >
      {isOpen && <LinkForm customer={customer} onClose={onClose} />}
    </Dialog>
  );
}

function LinkForm({ customer, onClose }: Omit<LinkDialogProps, 'isOpen'>) {
  const { t } = useWords();
  const link = useTell('customers.link');
  const [other, setOther] = useState<PickedCustomer | null>(null);
  const otherId = other?.id ?? null;
  const [relation, setRelation] = useState<Relation>('spouse');
  const [note, setNote] = useState('');
  const [isDiscreet, setDiscreet] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!otherId) return;
        link.mutate(
          { customerId: customer.id, otherId, relation, note, isDiscreet },
          {
            onSuccess: () => {
              toast(t('customers.linked'));
              onClose();
            },
          },
        );
      }}
    >
      <Stack>
        <CustomerPicker
          label={t('customers.linkWho')}
          except={customer.id}
          value={other}
          onChange={setOther}
        />
        <Select
          label={t('customers.linkRelation')}
          allowDeselect={false}
          value={relation}
          onChange={(value) => setRelation(RELATIONS.find((known) => known === value) ?? 'other')}
          data={RELATIONS.map((known) => ({ value: known, label: t(`customers.relation.${known}`) }))}
        />
        <TextInput
          label={t('customers.linkNote')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Checkbox
          label={t('customers.linkDiscreetHint')}
          checked={isDiscreet}
          onChange={(event) => setDiscreet(event.currentTarget.checked)}
        />
        <ErrorNotice error={link.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!otherId} loading={link.isPending}>
            {t('common.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
