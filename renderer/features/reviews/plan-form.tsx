import { Select, Stack } from '@mantine/core';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { type Language, languageNames, languages } from '@shared/domain/languages';
import { useNavigate } from '@tanstack/react-router';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { DueFields } from '../../ui/due-fields';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';
import { ReviewFields, type ReviewTerms } from './review-fields';

interface PlanFormProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

interface Values extends ReviewTerms {
  readonly dueOn: string;
  readonly dueTime: string;
  /** '': the customer's. */
  readonly language: Language | '';
}

/** People plan such a meeting for the week after. */
const usualDays = 7;

/** When, where and with whom; the agenda fills itself from the record. */
export function PlanForm({ customerId, onClose }: PlanFormProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const draft = useDraft<Values>('reviews.plan', customerId, {
    dueOn: addDays(civilDateOf(Date.now(), shop.timeZone), usualDays),
    dueTime: '',
    place: t('reviews.placeStart'),
    ourPeople: [staff.id],
    theirPeople: '',
    language: '',
  });
  return (
    <Dialog title={t('reviews.new')} isOpen onClose={onClose}>
      {draft.start && <Fields customerId={customerId} draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({
  customerId,
  draft,
  start,
  onClose,
}: PlanFormProps & { readonly draft: Draft<Values>; readonly start: Values }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [values, change] = useDraftValues(draft, start);
  const plan = useTell('reviews.plan');
  const save = () =>
    plan.mutate(
      {
        customerId,
        plannedOn: values.dueOn,
        plannedTime: values.dueTime || null,
        place: values.place,
        ourPeople: values.ourPeople,
        theirPeople: values.theirPeople || null,
        ...(values.language === '' ? {} : { language: values.language }),
      },
      {
        onSuccess: ({ reviewId, number }) => {
          draft.clear();
          onClose();
          toast(t('reviews.planned', { number }));
          void navigate({ to: '/reviews/$reviewId', params: { reviewId } });
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
        <DueFields
          labels={{ day: t('reviews.day'), time: t('reviews.time') }}
          values={values}
          onChange={change}
        />
        <ReviewFields values={values} onChange={change} />
        <Select
          label={t('reviews.language')}
          value={values.language || null}
          clearable
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(value) => change({ language: (value as Language | null) ?? '' })}
        />
        <FormEnd
          error={plan.error}
          isPending={plan.isPending}
          submit={t('reviews.plan')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}
