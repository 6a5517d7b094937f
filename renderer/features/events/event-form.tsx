import { Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { ShopEvent } from '@shared/contract/event-shapes';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { answerByOf, EVENT_KINDS, type EventKind, momentOf, usualAnswerDays } from '@shared/domain/events';
import { type Language, languageNames, languages } from '@shared/domain/languages';
import { shopTimeOf } from '@shared/domain/promises';
import { useNavigate } from '@tanstack/react-router';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { MoneyField } from '../../ui/money-field';
import { StaffSelect } from '../../ui/staff-select';
import { toast } from '../../ui/toast';

interface EventFormProps {
  /** Null for a new one. */
  readonly event: ShopEvent | null;
  readonly onClose: () => void;
}

interface Values {
  readonly kind: EventKind;
  readonly name: string;
  readonly place: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** Empty: the usual days before. */
  readonly answerBy: string;
  readonly capacity: number | null;
  readonly language: Language;
  readonly words: string;
  readonly budgetMinor: number | null;
  readonly spentMinor: number | null;
  readonly ownerId: string;
}

/** An event is planned three weeks ahead where nobody says otherwise. */
const usualDaysAhead = 21;

/** What, where, when, for how many, at which cost, and who sees to it. */
export function EventForm({ event, onClose }: EventFormProps) {
  const { t } = useWords();
  const draft = useDraft<Values>('events.event', event?.id ?? 'new', useInitial(event));
  return (
    <Dialog title={t(event ? 'events.edit' : 'events.new')} isOpen size={680} onClose={onClose}>
      {draft.start && <Fields event={event} draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

function useInitial(event: ShopEvent | null): Values {
  const { language } = useWords();
  const { staff, shop } = useCounter();
  if (!event)
    return {
      kind: 'private-viewing',
      name: '',
      place: '',
      day: addDays(civilDateOf(Date.now(), shop.timeZone), usualDaysAhead),
      from: '18:30',
      to: '21:00',
      answerBy: '',
      capacity: null,
      language,
      words: '',
      budgetMinor: null,
      spentMinor: null,
      ownerId: staff.id,
    };
  const from = shopTimeOf(event.startsAt, shop.timeZone);
  return {
    kind: event.kind,
    name: event.name,
    place: event.place,
    day: from.date,
    from: from.time,
    to: shopTimeOf(event.endsAt, shop.timeZone).time,
    answerBy: event.answerBy,
    capacity: event.capacity,
    language: event.language,
    words: event.words,
    budgetMinor: event.budgetMinor,
    spentMinor: event.spentMinor,
    ownerId: event.owner.id,
  };
}

interface FieldsProps extends EventFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ event, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const [values, change] = useDraftValues(draft, start);
  const saving = useSave(event, () => {
    draft.clear();
    onClose();
  });
  const begin = useFirstField<HTMLInputElement>();
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        saving.save(values);
      }}
    >
      <Stack gap="md">
        <Group grow align="flex-start">
          <TextInput
            ref={begin}
            required
            label={t('events.name')}
            value={values.name}
            maxLength={120}
            onChange={(typed) => change({ name: typed.currentTarget.value })}
          />
          <Select
            label={t('events.kind')}
            value={values.kind}
            allowDeselect={false}
            data={EVENT_KINDS.map((kind) => ({ value: kind, label: t(`events.kinds.${kind}`) }))}
            onChange={(kind) => kind && change({ kind: kind as EventKind })}
          />
        </Group>
        <TextInput
          required
          label={t('events.place')}
          value={values.place}
          maxLength={200}
          onChange={(typed) => change({ place: typed.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <TextInput
            type="date"
            required
            label={t('events.own.heldOn')}
            value={values.day}
            onChange={(typed) => change({ day: typed.currentTarget.value })}
          />
          <TextInput
            type="time"
            required
            label={t('events.starts')}
            value={values.from}
            onChange={(typed) => change({ from: typed.currentTarget.value })}
          />
          <TextInput
            type="time"
            required
            label={t('events.ends')}
            value={values.to}
            onChange={(typed) => change({ to: typed.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('events.answerBy')}
            max={values.day}
            value={values.answerBy || (values.day && answerByOf(values.day, usualAnswerDays))}
            onChange={(typed) => change({ answerBy: typed.currentTarget.value })}
          />
        </Group>
        <Textarea
          label={t('events.words')}
          description={t('events.wordsHint')}
          value={values.words}
          maxLength={2000}
          autosize
          minRows={2}
          maxRows={6}
          onChange={(typed) => change({ words: typed.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <NumberInput
            label={t('events.capacity')}
            placeholder={t('events.capacityHint')}
            value={values.capacity ?? ''}
            min={1}
            max={100_000}
            allowDecimal={false}
            hideControls
            onChange={(typed) => change({ capacity: typeof typed === 'number' ? typed : null })}
          />
          <Select
            label={t('events.language')}
            value={values.language}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(value) => value && change({ language: value as Language })}
          />
          <StaffSelect
            label={t('events.owner')}
            value={values.ownerId}
            onChange={(ownerId) => change({ ownerId })}
          />
        </Group>
        <Group grow align="flex-start">
          <MoneyField
            label={t('events.budget')}
            currency={event?.currency ?? shop.currency}
            value={values.budgetMinor}
            onChange={(budgetMinor) => change({ budgetMinor })}
          />
          {event && (
            <MoneyField
              label={t('events.spent')}
              currency={event.currency}
              value={values.spentMinor}
              onChange={(spentMinor) => change({ spentMinor })}
            />
          )}
        </Group>
        <FormEnd
          error={saving.error}
          isPending={saving.isPending}
          submit={t(event ? 'events.saveChange' : 'events.save')}
          isRestored={draft.isRestored}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}

function useSave(event: ShopEvent | null, onDone: () => void) {
  const { t } = useWords();
  const { shop } = useCounter();
  const navigate = useNavigate();
  const plan = useTell('events.plan');
  const change = useTell('events.change');
  return {
    isPending: plan.isPending || change.isPending,
    error: plan.error ?? change.error,
    save({ day, from, to, answerBy, spentMinor, ...rest }: Values) {
      // An evening that ends after midnight ends on the next day.
      const lastDay = to <= from ? addDays(day, 1) : day;
      const terms = {
        ...rest,
        startsAt: momentOf(day, from, shop.timeZone),
        endsAt: momentOf(lastDay, to, shop.timeZone),
        answerBy: answerBy || answerByOf(day, usualAnswerDays),
      };
      if (!event) {
        plan.mutate(terms, {
          onSuccess: ({ eventId, number }) => {
            onDone();
            toast(t('events.planned', { number }));
            void navigate({ to: '/events/$eventId', params: { eventId } });
          },
        });
        return;
      }
      change.mutate(
        { ...terms, spentMinor, eventId: event.id, version: event.version },
        {
          onSuccess: () => {
            onDone();
            toast(t('events.changed'));
          },
        },
      );
    },
  };
}
