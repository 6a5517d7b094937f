import type { Preferences, RecordPart } from '@shared/contract/customer-shapes';
import { formatYearlyDate } from '@shared/domain/dates';
import { asLanguage, languageNames } from '@shared/domain/languages';
import { useWords } from '../../lib/i18n';
import { useBudgetWords } from './budget-words';
import { useFact } from './fact-words';

type Values = Required<RecordPart>;
type Field = keyof Values;
type Says = { readonly [F in Field]?: (value: NonNullable<Values[F]>) => string };

/** The fields of an edit that have a value before or after it, in the order of the record. */
export function changedFieldsOf(before: RecordPart, after: RecordPart): Field[] {
  return (Object.keys(after) as Field[]).filter(
    (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  );
}

/** Says one field of an edit as it stands elsewhere on the screen, never as it is stored; '' where there is nothing. */
export function useHistoryValue(): (part: RecordPart, field: Field) => string {
  const { t, language } = useWords();
  const likes = useLikes();
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const says: Says = {
    title: (title) => t(`customers.titleChoice.${title}`),
    language: (spoken) => languageNames[asLanguage(spoken)],
    source: (source) => t(`customers.acquaintance.${source as 'counter'}`, { defaultValue: source }),
    preferredChannel: (channel) => t(`customers.channel.${channel}`),
    isMinor: (isMinor) => t(isMinor ? 'common.yes' : 'common.no'),
    birthMonth: (number) => month.format(Date.UTC(2000, number - 1, 15)),
    contacts: (contacts) =>
      contacts
        .map(({ kind, value, label }) => `${label ?? t(`customers.contactKind.${kind}`)} ${value}`)
        .join(' · '),
    dates: (dates) =>
      dates
        .map(({ kind, label, month: of, day, year, isDiscreet }) =>
          [
            label ?? t(`customers.dateKind.${kind}`),
            formatYearlyDate(of, day, language),
            year,
            isDiscreet && `(${t('customers.discreet')})`,
          ]
            .filter(Boolean)
            .join(' '),
        )
        .join(' · '),
    preferences: likes,
  };
  return (part, field) => {
    const value = part[field];
    if (value === null || value === undefined) return '';
    const say = says[field] as ((value: unknown) => string) | undefined;
    return say ? say(value) : String(value);
  };
}

function useLikes(): (likes: Preferences) => string {
  const { t } = useWords();
  const budget = useBudgetWords();
  const sayFact = useFact();
  return (likes) =>
    [
      likes.wristMm && t('customers.wrist', { mm: likes.wristMm }),
      sayFact(likes.strap ?? ''),
      ...likes.brands,
      ...likes.metals.map(sayFact),
      ...likes.colours.map(sayFact),
      likes.note,
      budget(likes),
    ]
      .filter(Boolean)
      .join(' · ');
}
