import { Badge } from '@mantine/core';
import type { SearchResult, SearchWhy } from '@shared/contract/search';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { formatMoney, money } from '@shared/domain/money';
import { words } from '@shared/words';
import {
  IconDeviceWatch,
  IconDiamond,
  IconFileText,
  IconNote,
  IconReceipt,
  IconUser,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Highlight } from './highlight';
import classes from './search-box.module.css';

const icons = {
  customer: IconUser,
  item: IconDeviceWatch,
  product: IconDiamond,
  receipt: IconReceipt,
  record: IconFileText,
  note: IconNote,
} as const;

/**
 * One result: what it is, the facts that tell it from its namesakes, and why it is here. Kept as it is while the next
 * letter is only shown in the box, so that the question for it goes out at once.
 */
export const ResultRow = memo(function ResultRow({ result }: { readonly result: SearchResult }) {
  const { t, language } = useWords();
  const facts = useFacts(result);
  // A tier that the shop named itself stands as it is.
  const tiers: Readonly<Record<string, string>> = words[language].vip.tier;
  const Icon = icons[result.kind];
  return (
    <>
      <Icon size={20} stroke={1.5} aria-hidden className={classes.icon} />
      <span className={classes.body}>
        <span className={classes.line}>
          <span className={classes.title}>{result.title}</span>
          {result.facts.tier && (
            <Badge size="sm" className={classes.mark}>
              {tiers[result.facts.tier] ?? result.facts.tier}
            </Badge>
          )}
          {result.isClose && (
            <Badge size="sm" color="gray" className={classes.mark}>
              {t('search.closeMark')}
            </Badge>
          )}
        </span>
        <span className={classes.line}>
          {result.why.length > 0 && (
            <span className={classes.why}>
              {result.why.map((why) => (
                <Why key={`${why.field}${why.value}`} why={why} />
              ))}
            </span>
          )}
          <span className={classes.facts}>{facts.join(' · ')}</span>
        </span>
      </span>
    </>
  );
});

function Why({ why }: { readonly why: SearchWhy }) {
  const { t } = useWords();
  return (
    <span className={classes.reason}>
      {t(`search.field.${why.field}`)}{' '}
      {why.value !== '' && (
        <span className={classes.value}>
          <Highlight value={why.value} ranges={why.ranges} />
        </span>
      )}
      {why.by === 'sound' && ` (${t('search.sound')})`}
    </span>
  );
}

function useFacts({ kind, facts, why }: SearchResult): string[] {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const date = facts.at === null ? null : formatDate(civilDateOf(facts.at, shop.timeZone), language);
  const amount =
    facts.amountMinor === null || facts.currency === null
      ? null
      : formatMoney(money(facts.amountMinor, facts.currency), language);
  const list: Array<string | null> = [];
  if (kind === 'customer' || kind === 'note') {
    // What the reason says already is not said twice: the room is for the other facts.
    const isSaid = (field: SearchWhy['field']) => why.some((reason) => reason.field === field);
    if (!isSaid('number')) list.push(facts.number);
    if (!isSaid('phone')) list.push(facts.phoneEnd && t('search.phoneEnd', { digits: facts.phoneEnd }));
    // The line of a note needs the room.
    if (kind === 'customer') list.push(date ? t('search.lastPurchase', { date }) : t('search.neverBought'));
  } else if (kind === 'item') {
    list.push(facts.reference, facts.owner && t('search.ownedBy', { name: facts.owner }));
  } else if (kind === 'product') {
    list.push(facts.reference ?? facts.number, amount);
    list.push(facts.stock === null ? null : t('search.stock', { count: facts.stock }));
  } else if (kind === 'record') {
    list.push(facts.owner);
  } else {
    list.push(
      date,
      amount,
      facts.owner ? t('search.boughtBy', { name: facts.owner }) : t('search.anonymous'),
    );
  }
  return list.filter((fact): fact is string => Boolean(fact));
}
