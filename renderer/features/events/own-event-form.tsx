import { Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { OwnEvent } from '@shared/contract/event-shapes';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { OWN_EVENT_KINDS, type OwnEventKind } from '@shared/domain/events';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { StaffSelect } from '../../ui/staff-select';
import { toast } from '../../ui/toast';

interface OwnEventFormProps {
  readonly customerId: string;
  /** Null for a new one. */
  readonly event: OwnEvent | null;
  readonly onClose: () => void;
}

interface Values {
  readonly kind: OwnEventKind;
  readonly name: string;
  readonly heldOn: string;
  readonly place: string;
  readonly words: string;
  readonly isDiscreet: boolean;
  readonly ownerId: string;
}

const usualDaysAhead = 30;

/** What a customer celebrates or puts on, in their own words. */
export function OwnEventForm({ customerId, event, onClose }: OwnEventFormProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const draft = useDraft<Values>('events.own', event?.id ?? customerId, {
    kind: event?.kind ?? 'wedding',
    name: event?.name ?? '',
    heldOn: event?.heldOn ?? addDays(civilDateOf(Date.now(), shop.timeZone), usualDaysAhead),
    place: event?.place ?? '',
    words: event?.words ?? '',
    isDiscreet: event?.isDiscreet ?? false,
    ownerId: event?.owner.id ?? staff.id,
  });
  return (
    <Dialog title={t(event ? 'events.own.edit' : 'events.own.new')} isOpen onClose={onClose}>
      {draft.start && (
        <Fields customerId={customerId} event={event} draft={draft} start={draft.start} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface FieldsProps extends OwnEventFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ customerId, event, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const note = useTell('ownEvents.note');
  const edit = useTell('ownEvents.change');
  const begin = useFirstField<HTMLInputElement>();
  const done = () => {
    draft.clear();
    toast(t('events.own.noted'));
    onClose();
  };
  const save = () =>
    event
      ? edit.mutate({ ...values, ownEventId: event.id, version: event.version }, { onSuccess: done })
      : note.mutate({ ...values, customerId }, { onSuccess: done });
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        <TextInput
          ref={begin}
          required
          label={t('events.own.name')}
          description={t('events.own.nameHint')}
          value={values.name}
          maxLength={120}
          onChange={(typed) => change({ name: typed.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <Select
            label={t('events.kind')}
            value={values.kind}
            allowDeselect={false}
            data={OWN_EVENT_KINDS.map((kind) => ({ value: kind, label: t(`events.own.kinds.${kind}`) }))}
            onChange={(kind) => kind && change({ kind: kind as OwnEventKind })}
          />
          <TextInput
            type="date"
            required
            label={t('events.own.heldOn')}
            value={values.heldOn}
            onChange={(typed) => change({ heldOn: typed.currentTarget.value })}
          />
        </Group>
        <TextInput
          label={t('events.own.place')}
          value={values.place}
          maxLength={200}
          onChange={(typed) => change({ place: typed.currentTarget.value })}
        />
        <Textarea
          label={t('events.own.words')}
          value={values.words}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(typed) => change({ words: typed.currentTarget.value })}
        />
        <StaffSelect
          label={t('events.owner')}
          value={values.ownerId}
          onChange={(ownerId) => change({ ownerId })}
        />
        <Checkbox
          label={t('events.own.discreet')}
          checked={values.isDiscreet}
          onChange={(typed) => change({ isDiscreet: typed.currentTarget.checked })}
        />
        <FormEnd
          error={note.error ?? edit.error}
          isPending={note.isPending || edit.isPending}
          submit={t('events.own.save')}
          isRestored={draft.isRestored}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
