import { Checkbox, Group, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import {
  COMPLAINT_SOURCES,
  COMPLAINT_SUBJECTS,
  type ComplaintSource,
  type ComplaintSubject,
  SEVERITIES,
  type Severity,
} from '@shared/domain/complaints';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { GuidelineHint } from '../../ui/guideline-hint';
import { StaffSelect } from '../../ui/staff-select';
import { toast } from '../../ui/toast';
import { type LinkChoice, useLinks } from './use-links';

interface ComplaintFormProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly what: string;
  readonly about: ComplaintSubject;
  readonly source: ComplaintSource;
  readonly severity: Severity;
  readonly saleId: string | null;
  readonly itemId: string | null;
  readonly aboutStaffId: string | null;
  readonly receivedAt: string;
  readonly ownerId: string;
  readonly isDiscreet: boolean;
}

/** What the customer says, about what, and how grave: the clocks run from here. */
export function ComplaintForm({ customerId, onClose }: ComplaintFormProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const draft = useDraft<Values>('complaints.complaint', customerId, {
    what: '',
    about: 'purchase',
    source: 'in-person',
    severity: 'minor',
    saleId: null,
    itemId: null,
    aboutStaffId: null,
    receivedAt: '',
    ownerId: staff.id,
    isDiscreet: false,
  });
  return (
    <Dialog title={t('complaints.new')} isOpen onClose={onClose} size={620}>
      {draft.start && <Fields customerId={customerId} draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

interface FieldsProps extends ComplaintFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ customerId, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const open = useTell('complaints.open');
  const begin = useFirstField<HTMLTextAreaElement>();
  const save = () =>
    open.mutate(
      {
        ...values,
        customerId,
        receivedAt: values.receivedAt ? new Date(values.receivedAt).getTime() : null,
      },
      {
        onSuccess: ({ number }) => {
          draft.clear();
          onClose();
          toast(t('complaints.opened', { number }));
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
        <GuidelineHint topic="complaints" />
        <Textarea
          ref={begin}
          required
          label={t('complaints.what')}
          description={t('complaints.whatHint')}
          value={values.what}
          maxLength={2000}
          autosize
          minRows={3}
          onChange={(event) => change({ what: event.currentTarget.value })}
        />
        <SegmentedControl
          aria-label={t('complaints.severity')}
          value={values.severity}
          onChange={(severity) => change({ severity: severity as Severity })}
          data={SEVERITIES.map((value) => ({ value, label: t(`complaints.severities.${value}`) }))}
        />
        <Group grow align="flex-start">
          <Select
            label={t('complaints.about')}
            value={values.about}
            allowDeselect={false}
            data={COMPLAINT_SUBJECTS.map((value) => ({ value, label: t(`complaints.abouts.${value}`) }))}
            onChange={(about) => about && change({ about: about as ComplaintSubject })}
          />
          <Select
            label={t('complaints.source')}
            value={values.source}
            allowDeselect={false}
            data={COMPLAINT_SOURCES.map((value) => ({ value, label: t(`complaints.sources.${value}`) }))}
            onChange={(source) => source && change({ source: source as ComplaintSource })}
          />
        </Group>
        <Links customerId={customerId} values={values} onChange={change} />
        <Group grow align="flex-start">
          <StaffSelect
            label={t('complaints.owner')}
            value={values.ownerId}
            onChange={(ownerId) => change({ ownerId })}
          />
          <TextInput
            type="datetime-local"
            label={t('complaints.receivedAt')}
            description={values.receivedAt ? undefined : t('complaints.receivedNow')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={values.receivedAt}
            onChange={(event) => change({ receivedAt: event.currentTarget.value })}
          />
        </Group>
        <Checkbox
          label={t('complaints.discreet')}
          checked={values.isDiscreet}
          onChange={(event) => change({ isDiscreet: event.currentTarget.checked })}
        />
        <FormEnd
          error={open.error}
          isPending={open.isPending}
          submit={t('complaints.save')}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

interface LinksProps {
  readonly customerId: string;
  readonly values: Values;
  readonly onChange: (part: Partial<Values>) => void;
}

/** The purchase, the item or the colleague it is about; only what fits the subject is asked, and none must be named. */
function Links({ customerId, values, onChange }: LinksProps) {
  const { t } = useWords();
  const { sales, items, people } = useLinks(customerId);
  const optional = (
    label: string,
    value: string | null,
    data: LinkChoice[],
    set: (id: string | null) => void,
  ) => (
    <Select
      label={label}
      placeholder={t('complaints.none')}
      value={value}
      clearable
      searchable={data.length > 8}
      data={data}
      onChange={set}
    />
  );
  const { about } = values;
  return (
    <Group grow align="flex-start">
      {about !== 'staff' &&
        about !== 'privacy' &&
        optional(t('complaints.sale'), values.saleId, sales, (saleId) => onChange({ saleId }))}
      {(about === 'repair' || about === 'product' || about === 'purchase') &&
        optional(t('complaints.item'), values.itemId, items, (itemId) => onChange({ itemId }))}
      {(about === 'staff' || about === 'privacy') &&
        optional(t('complaints.aboutStaff'), values.aboutStaffId, people, (aboutStaffId) =>
          onChange({ aboutStaffId }),
        )}
    </Group>
  );
}
