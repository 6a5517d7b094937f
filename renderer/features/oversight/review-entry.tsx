import { Text } from '@mantine/core';
import type { ReviewEntry } from '@shared/contract/oversight';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { formatMoney } from '@shared/domain/money';
import { displayName } from '@shared/domain/names';
import { shopTimeOf } from '@shared/domain/promises';
import { words } from '@shared/words';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';

/** A gift and a conversation have numbers of their own; anything else stands on a receipt. */
const hasOwnNumber = ({ kind }: ReviewEntry) => kind === 'gift' || kind === 'gate-override';

/** How an entry of the review list is said. */
export function useEntryWords() {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const moment = (at: number) =>
    `${formatDate(civilDateOf(at, shop.timeZone), language)}, ${shopTimeOf(at, shop.timeZone).time}`;
  const customer = ({ kind, customer: person }: ReviewEntry) => {
    if (!person) return t(kind === 'export' ? 'oversight.many' : 'oversight.anonymous');
    const name = displayName(
      {
        familyName: person.familyName ?? '',
        givenName: person.givenName ?? '',
        englishName: person.englishName ?? '',
        chineseName: person.chineseName ?? '',
        preferredName: person.preferredName ?? '',
      },
      language,
    );
    return name || t('oversight.nobody');
  };
  const amount = ({ amountMinor, currency }: ReviewEntry) =>
    amountMinor === null || currency === null ? '' : formatMoney({ minor: amountMinor, currency }, language);
  return {
    moment,
    customer,
    title: (entry: ReviewEntry) => `${t(`oversight.kind.${entry.kind}`)}, ${customer(entry)}`,
    facts: (entry: ReviewEntry) =>
      [
        moment(entry.at),
        entry.staff?.name,
        entry.receiptNumber &&
          t(hasOwnNumber(entry) ? 'oversight.number' : 'oversight.receipt', { number: entry.receiptNumber }),
        entry.percent === null
          ? amount(entry)
          : t('oversight.off', { percent: entry.percent, amount: amount(entry) }),
        entry.relativeOf && t('oversight.relativeOf', { name: entry.relativeOf }),
        entry.cause && t(`oversight.cause.${entry.cause}`),
      ]
        .filter(Boolean)
        .join(' · '),
  };
}

/** One entry: what, with whom, by whom and when, and the reason that was given. */
export function EntryFacts({ entry }: { readonly entry: ReviewEntry }) {
  const { t, language } = useWords();
  const said = useEntryWords();
  return (
    <div>
      <Text>
        <Text span fw={600}>
          {t(`oversight.kind.${entry.kind}`)}
        </Text>
        {': '}
        {entry.customer ? (
          <TextLink to="/customers/$customerId" params={{ customerId: entry.customer.id }} underline="always">
            {said.customer(entry)}
          </TextLink>
        ) : (
          said.customer(entry)
        )}
      </Text>
      <Text size="sm" c="dimmed">
        {said.facts(entry)}
      </Text>
      {entry.reason && <Text>{t('oversight.reasonSaid', { reason: reasonInWords(entry, language) })}</Text>}
    </div>
  );
}

/** A discount's reason may be one of the codes of the sale form; anything else stands as it was typed. */
function reasonInWords({ kind, reason }: ReviewEntry, language: Language): string {
  const codes: Readonly<Record<string, string>> = words[language].sales.discountReasons;
  return (kind === 'discount' && codes[reason ?? '']) || (reason ?? '');
}
