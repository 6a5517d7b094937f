import { Button, Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { itemStatuses } from '@shared/contract/items';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { changedParts, type Draft, useDraft } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { RestoredNote } from '../../ui/restored-note';
import { Section } from '../../ui/section';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { fieldsOf, type Item, type ItemFormValues, valuesOf } from './item-values';
import classes from './items.module.css';

interface ItemFormProps {
  readonly customerId: string;
  /** Null adds something bought elsewhere. */
  readonly item: Item | null;
  readonly onClose: () => void;
}

const identity = ['brand', 'family', 'reference', 'serial', 'movementNumber', 'calibre'] as const;
const warrantyDays = ['warrantyStart', 'warrantyEnd', 'serviceDue', 'waterTestDue', 'batteryDue'] as const;

/** What is known of a thing a customer owns. Only what it is must be said. Closing it keeps what was typed. */
export function ItemForm({ customerId, item, onClose }: ItemFormProps) {
  const { t } = useWords();
  const [saved] = useState(() => valuesOf(item));
  const draft = useDraft<ItemFormValues>('items.item', item?.id ?? customerId, saved);
  return (
    <SidePanel isOpen onClose={onClose} size={620} title={item ? t('items.edit') : t('items.add')}>
      {draft.start && (
        <ItemFields
          customerId={customerId}
          item={item}
          saved={saved}
          draft={draft}
          start={draft.start}
          onClose={onClose}
        />
      )}
    </SidePanel>
  );
}

interface ItemFieldsProps extends ItemFormProps {
  /** The item as it was stored when the form opened. */
  readonly saved: ItemFormValues;
  readonly draft: Draft<ItemFormValues>;
  readonly start: ItemFormValues;
}

function ItemFields({ customerId, item, saved, draft, start, onClose }: ItemFieldsProps) {
  const { t } = useWords();
  const add = useTell('items.add');
  const update = useTell('items.update');
  const form = useForm<ItemFormValues>({
    initialValues: start,
    onValuesChange: (values) => draft.keep(changedParts(values, saved)),
  });
  const begin = useFirstField<HTMLInputElement>();
  const save = form.onSubmit(async (values) => {
    const fields = fieldsOf(values, item);
    try {
      if (item) await update.mutateAsync({ itemId: item.id, version: item.version, fields });
      else await add.mutateAsync({ customerId, fields });
      draft.clear();
      toast(t('common.saved'));
      onClose();
    } catch {
      // The notice above the buttons says why; what was typed stays.
    }
  });
  const remove = async () => {
    if (!item) return;
    await call('items.remove', { itemId: item.id });
    draft.clear();
    onClose();
    toastUndo(t('items.removed', { what: item.description }), t('common.undo'), () => {
      void call('items.putBack', { itemId: item.id }).catch(toastError);
    });
  };
  return (
    <form onSubmit={save}>
      <Stack>
        {draft.isRestored && (
          <RestoredNote
            onDiscard={() => {
              draft.clear();
              onClose();
            }}
          />
        )}
        <TextInput
          ref={begin}
          label={t('items.description')}
          required
          maxLength={200}
          {...form.getInputProps('description')}
        />
        <div className={classes.two}>
          {identity.map((name) => (
            <TextInput key={name} label={t(`items.${name}`)} maxLength={200} {...form.getInputProps(name)} />
          ))}
          <TextInput type="date" label={t('items.boughtOn')} {...form.getInputProps('boughtOn')} />
          {!item?.isBoughtHere && (
            <TextInput
              label={t('items.boughtElsewhereAt')}
              maxLength={200}
              {...form.getInputProps('boughtElsewhereAt')}
            />
          )}
        </div>
        <Section title={t('items.warranty')}>
          <div className={classes.two}>
            <TextInput
              label={t('items.warrantyIssuer')}
              maxLength={200}
              {...form.getInputProps('warrantyIssuer')}
            />
            <TextInput
              label={t('items.warrantyName')}
              maxLength={200}
              {...form.getInputProps('warrantyName')}
            />
            {warrantyDays.map((name) => (
              <TextInput key={name} type="date" label={t(`items.${name}`)} {...form.getInputProps(name)} />
            ))}
          </div>
        </Section>
        <Checkbox
          label={t('items.discreet')}
          description={t('items.discreetHint')}
          {...form.getInputProps('isDiscreet', { type: 'checkbox' })}
        />
        <Select
          label={t('items.status')}
          data={itemStatuses.map((value) => ({ value, label: t(`items.statuses.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('status')}
        />
        <Textarea label={t('items.note')} maxLength={2000} {...form.getInputProps('note')} />
        <ErrorNotice error={add.error ?? update.error} />
        <Group justify="space-between">
          {item ? (
            <Button variant="subtle" color="red" onClick={() => void remove().catch(toastError)}>
              {t('common.remove')}
            </Button>
          ) : (
            <span />
          )}
          <Group>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending || update.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
