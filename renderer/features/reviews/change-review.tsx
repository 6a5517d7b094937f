import { Stack, TextInput } from '@mantine/core';
import type { ReviewMeeting } from '@shared/contract/reviews';
import { type ReactNode, useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { DueFields } from '../../ui/due-fields';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { ReviewFields, type ReviewTerms } from './review-fields';
import { useReviewWords } from './review-words';

interface ChangeProps {
  readonly review: ReviewMeeting;
  readonly onClose: () => void;
}

/** To another day, with the reason. */
export function MoveReview({ review, onClose }: ChangeProps) {
  const { t } = useWords();
  const words = useReviewWords();
  const [due, setDue] = useState({ dueOn: review.plannedOn, dueTime: review.plannedTime ?? '' });
  const [reason, setReason] = useState('');
  const move = useTell('reviews.move');
  return (
    <Form
      title={t('reviews.move')}
      telling={move}
      onClose={onClose}
      onSave={() =>
        move.mutate(
          {
            reviewId: review.id,
            version: review.version,
            plannedOn: due.dueOn,
            plannedTime: due.dueTime || null,
            reason,
          },
          {
            onSuccess: () => {
              toast(t('reviews.moved', { date: words.day(due.dueOn) }));
              onClose();
            },
          },
        )
      }
    >
      <DueFields
        labels={{ day: t('reviews.day'), time: t('reviews.time') }}
        values={due}
        onChange={(part) => setDue({ ...due, ...part })}
      />
      <Reason value={reason} onChange={setReason} />
    </Form>
  );
}

/** Where, and who takes part. */
export function ChangeReview({ review, onClose }: ChangeProps) {
  const { t } = useWords();
  const [terms, setTerms] = useState<ReviewTerms>({
    place: review.place,
    ourPeople: review.ourPeople.map(({ id }) => id),
    theirPeople: review.theirPeople ?? '',
  });
  const change = useTell('reviews.change');
  return (
    <Form
      title={t('reviews.change')}
      telling={change}
      onClose={onClose}
      onSave={() =>
        change.mutate(
          {
            ...terms,
            reviewId: review.id,
            version: review.version,
            theirPeople: terms.theirPeople || null,
          },
          {
            onSuccess: () => {
              toast(t('reviews.changed'));
              onClose();
            },
          },
        )
      }
    >
      <ReviewFields values={terms} onChange={(part) => setTerms({ ...terms, ...part })} />
    </Form>
  );
}

/** It will not take place, and why. */
export function CancelReview({ review, onClose }: ChangeProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const cancel = useTell('reviews.cancel');
  return (
    <Form
      title={t('reviews.cancel')}
      telling={cancel}
      onClose={onClose}
      onSave={() =>
        cancel.mutate(
          { reviewId: review.id, version: review.version, reason },
          {
            onSuccess: () => {
              onClose();
              toastUndo(t('reviews.cancelled', { number: review.number }), t('common.undo'), () =>
                call('reviews.revive', { reviewId: review.id }),
              );
            },
          },
        )
      }
    >
      <Reason value={reason} onChange={setReason} />
    </Form>
  );
}

function Reason({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}) {
  const { t } = useWords();
  return (
    <TextInput
      required
      label={t('reviews.reason')}
      value={value}
      maxLength={300}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface FormProps {
  readonly title: string;
  readonly telling: { readonly error: unknown; readonly isPending: boolean };
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly children: ReactNode;
}

function Form({ title, telling, onClose, onSave, children }: FormProps) {
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <Stack gap="md">
          {children}
          <FormEnd error={telling.error} isPending={telling.isPending} submit={title} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
