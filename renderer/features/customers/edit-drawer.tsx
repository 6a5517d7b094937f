import { Accordion, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Customer } from '@shared/contract/customer-shapes';
import { useMemo, useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { changedParts, type Draft, useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { RestoredNote } from '../../ui/restored-note';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { useFact } from './fact-words';
import {
  AdvisorFields,
  BirthdayFields,
  CallingFields,
  DiscretionFields,
  LanguageField,
  NameFields,
  ReachFields,
} from './record-fields';
import { ContactFields, DateFields, PreferenceFields } from './record-lists';
import { changesOf, type RecordValues, valuesOf } from './record-values';

interface EditDrawerProps {
  readonly customer: Customer;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The whole record in one form with sections. Closing it keeps what was typed. */
export function EditDrawer({ customer, isOpen, onClose }: EditDrawerProps) {
  const { t } = useWords();
  return (
    <SidePanel isOpen={isOpen} onClose={onClose} size={720} title={t('customers.editRecord')}>
      {isOpen && <EditRecord customer={customer} onClose={onClose} />}
    </SidePanel>
  );
}

function EditRecord({ customer, onClose }: Omit<EditDrawerProps, 'isOpen'>) {
  const { shop } = useCounter();
  const sayFact = useFact();
  const values = useMemo(
    () => valuesOf(customer, shop.currency, sayFact),
    [customer, shop.currency, sayFact],
  );
  const draft = useDraft<RecordValues>('customers.edit', customer.id, values);
  if (!draft.start) return null;
  return <EditForm customer={customer} onClose={onClose} draft={draft} start={draft.start} saved={values} />;
}

interface EditFormProps extends Omit<EditDrawerProps, 'isOpen'> {
  readonly draft: Draft<RecordValues>;
  readonly start: RecordValues;
  /** The record as it was stored when the form opened. */
  readonly saved: RecordValues;
}

function EditForm({ customer, onClose, draft, start, saved }: EditFormProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const update = useTell('customers.update');
  // What is sent is the difference from what the form opened with, whatever somebody else has saved since.
  const [base] = useState({ version: customer.version, values: saved });
  const form = useForm<RecordValues>({
    initialValues: start,
    onValuesChange: (values) => draft.keep(changedParts(values, base.values)),
  });
  const takeBack = (revisionId: string) =>
    call('customers.undoEdit', { revisionId }).then(() => toast(t('common.undone')), toastError);
  const save = (version: number) =>
    update.mutate(
      { id: customer.id, version, changes: changesOf(form.getValues(), base.values, shop.currency) },
      {
        onSuccess: ({ revisionId }) => {
          draft.clear();
          onClose();
          if (revisionId) toastUndo(t('customers.edited'), t('common.undo'), () => void takeBack(revisionId));
        },
      },
    );
  const isStale = update.error?.code === 'CUSTOMER_CHANGED';
  return (
    <form
      onSubmit={form.onSubmit(() => save(base.version))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save(base.version);
        }
      }}
    >
      <Stack>
        {draft.isRestored && (
          <RestoredNote
            onDiscard={() => {
              form.setValues(base.values);
              draft.clear();
              onClose();
            }}
          />
        )}
        <Sections form={form} />
        <ErrorNotice error={update.error} />
        {isStale && (
          <Button
            variant="default"
            onClick={() =>
              void call('customers.get', { id: customer.id }).then(({ version }) => save(version), toastError)
            }
          >
            {t('customers.keepMine')}
          </Button>
        )}
        <Group justify="flex-end" pos="sticky" bottom={0} py="md" bg="var(--mantine-color-body)">
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
          <Button type="submit" loading={update.isPending} title="Ctrl+Enter">
            {t('customers.saveChanges')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Sections({ form }: { readonly form: ReturnType<typeof useForm<RecordValues>> }) {
  const { t } = useWords();
  const sections = [
    {
      name: 'names',
      content: (
        <Stack gap="sm">
          <NameFields form={form} />
          <CallingFields form={form} />
        </Stack>
      ),
    },
    { name: 'contacts', content: <ContactFields form={form} /> },
    {
      name: 'reach',
      content: (
        <Stack gap="sm">
          <LanguageField form={form} />
          <ReachFields form={form} />
        </Stack>
      ),
    },
    {
      name: 'dates',
      content: (
        <Stack gap="md">
          <BirthdayFields form={form} />
          <DateFields form={form} />
        </Stack>
      ),
    },
    { name: 'likes', content: <PreferenceFields form={form} /> },
    {
      name: 'discretion',
      content: (
        <Stack gap="sm">
          <DiscretionFields form={form} />
        </Stack>
      ),
    },
    { name: 'advisors', content: <AdvisorFields form={form} /> },
  ] as const;
  return (
    <Accordion multiple defaultValue={['names', 'contacts']} variant="default" chevronPosition="right">
      {sections.map(({ name, content }) => (
        <Accordion.Item key={name} value={name}>
          <Accordion.Control>{t(`customers.section.${name}`)}</Accordion.Control>
          <Accordion.Panel>{content}</Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
