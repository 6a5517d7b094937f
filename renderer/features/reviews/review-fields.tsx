import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';

/** Where, and who takes part. */
export interface ReviewTerms {
  readonly place: string;
  readonly ourPeople: string[];
  readonly theirPeople: string;
}

interface ReviewFieldsProps {
  readonly values: ReviewTerms;
  readonly onChange: (part: Partial<ReviewTerms>) => void;
}

/** Where a meeting takes place, and who takes part from either side. */
export function ReviewFields({ values, onChange }: ReviewFieldsProps) {
  const { t, language } = useWords();
  const staff = useAsk('staff.list', {}, ['staff']);
  const working = (staff.data ?? []).filter((one) => one.isActive || values.ourPeople.includes(one.id));
  return (
    <>
      <TextInput
        required
        label={t('reviews.place')}
        value={values.place}
        maxLength={200}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <MultiSelect
        required
        label={t('reviews.ourPeople')}
        description={t('reviews.ourPeopleHint')}
        value={values.ourPeople}
        maxValues={12}
        data={working.map(({ id, name, chineseName }) => ({
          value: id,
          label: (language !== 'en' && chineseName) || name,
        }))}
        onChange={(ourPeople) => onChange({ ourPeople })}
      />
      <Textarea
        label={t('reviews.theirPeople')}
        value={values.theirPeople}
        maxLength={300}
        autosize
        onChange={(event) => onChange({ theirPeople: event.currentTarget.value })}
      />
    </>
  );
}
