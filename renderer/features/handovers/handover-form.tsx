import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { DEPARTMENTS, type Department, departmentOf } from '@shared/domain/departments';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { DueFields } from '../../ui/due-fields';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';

interface HandoverFormProps {
  readonly customerId: string;
  /** The job it is about; null for an item or a question. */
  readonly job: { readonly id: string; readonly itemId: string } | null;
  readonly onClose: () => void;
}

interface Values {
  readonly to: Department;
  readonly itemId: string;
  readonly subject: string;
  readonly question: string;
  readonly dueOn: string;
  readonly dueTime: string;
  readonly isDiscreet: boolean;
}

/** What is asked of another department, about what, and by when. */
export function HandoverForm({ customerId, job, onClose }: HandoverFormProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const own = departmentOf(staff.role);
  const draft = useDraft<Values>('handovers.handover', job?.id ?? customerId, {
    to: own === 'service' ? 'counter' : 'service',
    itemId: job?.itemId ?? '',
    subject: '',
    question: '',
    dueOn: addDays(civilDateOf(Date.now(), shop.timeZone), 1),
    dueTime: '',
    isDiscreet: false,
  });
  return (
    <Dialog title={t('handovers.new')} isOpen onClose={onClose}>
      {draft.start && (
        <Fields customerId={customerId} job={job} draft={draft} start={draft.start} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface FieldsProps extends HandoverFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ customerId, job, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const items = useAsk('items.forCustomer', { customerId }, ['items']);
  const open = useTell('handovers.open');
  const [values, change] = useDraftValues(draft, start);
  const save = () =>
    open.mutate(
      {
        ...values,
        customerId,
        jobId: job?.id ?? null,
        itemId: values.itemId || null,
        dueTime: values.dueTime || null,
      },
      {
        onSuccess: ({ number }) => {
          draft.clear();
          toast(t('handovers.asked', { number }));
          onClose();
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        <Select
          label={t('handovers.to')}
          value={values.to}
          allowDeselect={false}
          data={DEPARTMENTS.filter((one) => one !== departmentOf(staff.role)).map((one) => ({
            value: one,
            label: t(`handovers.department.${one}`),
          }))}
          onChange={(to) => to && change({ to: to as Department })}
        />
        <TextInput
          required
          data-autofocus
          label={t('handovers.subject')}
          value={values.subject}
          maxLength={120}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
        <Textarea
          required
          label={t('handovers.question')}
          value={values.question}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => change({ question: event.currentTarget.value })}
        />
        <Select
          label={t('handovers.item')}
          value={values.itemId}
          allowDeselect={false}
          data={[
            { value: '', label: t('handovers.itemNone') },
            ...(items.data ?? []).map(({ id, brand, description }) => ({
              value: id,
              label: [brand, description].filter(Boolean).join(' · '),
            })),
          ]}
          onChange={(itemId) => change({ itemId: itemId ?? '' })}
        />
        <DueFields
          labels={{ day: t('handovers.due'), time: t('handovers.time') }}
          values={values}
          onChange={change}
        />
        <Checkbox
          label={t('handovers.discreet')}
          checked={values.isDiscreet}
          onChange={(event) => change({ isDiscreet: event.currentTarget.checked })}
        />
        <FormEnd
          error={open.error}
          isPending={open.isPending}
          submit={t('handovers.ask')}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
