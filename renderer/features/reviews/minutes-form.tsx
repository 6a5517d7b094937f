import { Checkbox, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { DueFields } from '../../ui/due-fields';
import { FormEnd } from '../../ui/form-end';
import { Section } from '../../ui/section';
import { StaffSelect } from '../../ui/staff-select';
import { CoveredWords } from './covered-words';
import classes from './reviews.module.css';

interface MinutesFormProps {
  readonly meeting: Output<'reviews.get'>;
  readonly onClose: () => void;
  /** With how many promises came of it. */
  readonly onHeld: (promises: number) => void;
}

interface Action {
  readonly what: string;
  readonly dueOn: string;
  readonly dueTime: string;
  readonly ownerId: string;
}

interface Values {
  readonly heldOn: string;
  readonly minutes: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, Action>>;
  readonly customerWords: string;
  readonly satisfaction: string;
  readonly nextOn: string;
}

const scores = ['', '1', '2', '3', '4', '5'] as const;
/** A week is what people say when they say nothing. */
const usualDays = 7;

/** What was said of each point, what we promised, the customer's own words, and when we meet again. */
export function MinutesForm({ meeting, onClose, onHeld }: MinutesFormProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const draft = useDraft<Values>('reviews.minutes', meeting.review.id, {
    heldOn: civilDateOf(Date.now(), shop.timeZone),
    minutes: {},
    actions: {},
    customerWords: '',
    satisfaction: '',
    nextOn: meeting.suggestedNextOn ?? '',
  });
  return (
    <Section title={t('reviews.holdTitle')}>
      {draft.start && (
        <Fields meeting={meeting} draft={draft} start={draft.start} onClose={onClose} onHeld={onHeld} />
      )}
    </Section>
  );
}

interface FieldsProps extends MinutesFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ meeting, draft, start, onClose, onHeld }: FieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const [values, change] = useDraftValues(draft, start);
  const hold = useTell('reviews.hold');
  const { review, points } = meeting;
  const save = () =>
    hold.mutate(
      {
        reviewId: review.id,
        version: review.version,
        heldOn: values.heldOn,
        points: points.map(({ id, isDiscreet }) => {
          const action = values.actions[id];
          return {
            id,
            minutes: values.minutes[id] || null,
            action: action ? { kind: 'other', ...action, dueTime: action.dueTime || null, isDiscreet } : null,
          };
        }),
        customerWords: values.customerWords || null,
        satisfaction: values.satisfaction ? Number(values.satisfaction) : null,
        nextOn: values.nextOn || null,
      },
      {
        onSuccess: ({ promises }) => {
          draft.clear();
          onHeld(promises);
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
        <TextInput
          type="date"
          required
          w={220}
          label={t('reviews.heldOn')}
          max={civilDateOf(Date.now(), shop.timeZone)}
          value={values.heldOn}
          onChange={(event) => change({ heldOn: event.currentTarget.value })}
        />
        <ol className={classes.points}>
          {points.map((point, index) => (
            <li key={point.id} className={classes.point}>
              <span className={classes.number}>{index + 1}</span>
              <PointMinutes
                number={index + 1}
                words={<CoveredWords isDiscreet={point.isDiscreet} words={point.words} />}
                minutes={values.minutes[point.id] ?? ''}
                action={values.actions[point.id] ?? null}
                onMinutes={(said) => change({ minutes: { ...values.minutes, [point.id]: said } })}
                onAction={(action) => {
                  const { [point.id]: _, ...others } = values.actions;
                  change({ actions: action ? { ...others, [point.id]: action } : others });
                }}
              />
              <Text size="sm" c="dimmed">
                {point.isInternal ? t('reviews.internal') : ''}
              </Text>
            </li>
          ))}
        </ol>
        <Textarea
          label={t('reviews.customerWords')}
          value={values.customerWords}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => change({ customerWords: event.currentTarget.value })}
        />
        <Group align="flex-end" gap="xl">
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t('reviews.satisfaction')}
            </Text>
            <SegmentedControl
              aria-label={t('reviews.satisfaction')}
              value={values.satisfaction}
              data={scores.map((value) => ({ value, label: value || t('reviews.notAsked') }))}
              onChange={(satisfaction) => change({ satisfaction })}
            />
          </div>
          <TextInput
            type="date"
            label={t('reviews.nextOn')}
            description={t('reviews.nextHint')}
            value={values.nextOn}
            onChange={(event) => change({ nextOn: event.currentTarget.value })}
          />
        </Group>
        <Text size="sm" c="dimmed">
          {t('reviews.onceForAll')}
        </Text>
        <FormEnd
          error={hold.error}
          isPending={hold.isPending}
          submit={t('reviews.saveMinutes')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}

interface PointMinutesProps {
  readonly number: number;
  readonly words: React.ReactNode;
  readonly minutes: string;
  readonly action: Action | null;
  readonly onMinutes: (said: string) => void;
  readonly onAction: (action: Action | null) => void;
}

function PointMinutes({ number, words, minutes, action, onMinutes, onAction }: PointMinutesProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const begin: Action = {
    what: '',
    dueOn: addDays(civilDateOf(Date.now(), shop.timeZone), usualDays),
    dueTime: '',
    ownerId: staff.id,
  };
  return (
    <Stack gap={6}>
      {words}
      <Textarea
        aria-label={t('reviews.minutes', { number })}
        value={minutes}
        maxLength={2000}
        autosize
        minRows={1}
        onChange={(event) => onMinutes(event.currentTarget.value)}
      />
      <Checkbox
        label={t('reviews.action', { number })}
        checked={action !== null}
        onChange={(event) => onAction(event.currentTarget.checked ? begin : null)}
      />
      {action && (
        <Stack gap="xs" pl="md">
          <TextInput
            required
            label={t('reviews.actionWhat')}
            value={action.what}
            maxLength={500}
            onChange={(event) => onAction({ ...action, what: event.currentTarget.value })}
          />
          <DueFields
            labels={{ day: t('reviews.actionDue'), time: t('reviews.actionTime') }}
            values={action}
            onChange={(part) => onAction({ ...action, ...part })}
          >
            <StaffSelect
              label={t('reviews.actionOwner')}
              value={action.ownerId}
              onChange={(ownerId) => onAction({ ...action, ownerId })}
            />
          </DueFields>
        </Stack>
      )}
    </Stack>
  );
}
