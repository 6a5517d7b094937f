import { Radio, SimpleGrid, Stack } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { MergeField } from '@shared/contract/customer-shapes';
import { formatYearlyDate } from '@shared/domain/dates';
import { asLanguage, languageNames } from '@shared/domain/languages';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';

type Conflict = Output<'customers.mergePreview'>['conflicts'][number];
type Side = 'kept' | 'merged';

interface MergeConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly chosen: readonly MergeField[];
  readonly onChoose: (fields: readonly MergeField[], isFromMerged: boolean) => void;
}

/** Where two records disagree: which of them is right, one question each. */
export function MergeConflicts({ conflicts, chosen, onChoose }: MergeConflictsProps) {
  const { t } = useWords();
  const questions = useQuestions(conflicts);
  if (questions.length === 0) return null;
  return (
    <Section title={t('customers.mergeConflicts')}>
      <Stack gap="sm">
        {questions.map(({ name, fields, say }) => (
          <Radio.Group
            key={name}
            label={name}
            value={fields.some((field) => chosen.includes(field)) ? 'merged' : 'kept'}
            onChange={(value) => onChoose(fields, value === 'merged')}
          >
            <SimpleGrid cols={2} mt={4}>
              <Radio value="kept" label={say('kept')} />
              <Radio value="merged" label={say('merged')} />
            </SimpleGrid>
          </Radio.Group>
        ))}
      </Stack>
    </Section>
  );
}

interface Question {
  readonly name: string;
  readonly fields: readonly MergeField[];
  say(side: Side): string;
}

/** One question a field; the parts of a birthday are one. */
function useQuestions(conflicts: readonly Conflict[]): Question[] {
  const { t, language } = useWords();
  const people = useAsk('session.people', {}, ['staff']);
  const say = ({ field, ...sides }: Conflict, side: Side) => {
    const text = String(sides[side] ?? '');
    if (field === 'language') return languageNames[asLanguage(text)];
    if (field === 'title') return t(`customers.titleChoice.${text as 'mr'}`);
    if (field === 'preferredChannel') return t(`customers.channel.${text as 'email'}`);
    if (field.endsWith('AdvisorId')) return people.data?.find(({ id }) => id === text)?.name ?? text;
    return text;
  };
  const birth = conflicts.filter(({ field }) => field.startsWith('birth'));
  const part = (field: MergeField, side: Side) =>
    Number(birth.find((conflict) => conflict.field === field)?.[side] ?? 0);
  const birthday = (side: Side) => {
    const [month, day] = [part('birthMonth', side), part('birthDay', side)];
    return [month && day && formatYearlyDate(month, day, language), part('birthYear', side)]
      .filter(Boolean)
      .join(' · ');
  };
  return [
    ...conflicts
      .filter((conflict) => !birth.includes(conflict))
      .map((conflict) => ({
        name: t(`customers.field.${conflict.field}`),
        fields: [conflict.field],
        say: (side: Side) => say(conflict, side),
      })),
    ...(birth.length > 0
      ? [{ name: t('customers.birthday'), fields: birth.map(({ field }) => field), say: birthday }]
      : []),
  ];
}
