import { formatDate } from '../domain/dates';
import { type Language, languageNames } from '../domain/languages';
import { formatMoney, money } from '../domain/money';
import type { Condition, SegmentRule } from '../domain/segments';
import { listInWords } from './consent-sentences';
import { consentsWords } from './consents';
import { productFactsWords } from './product-facts';
import { segmentPhrases } from './segment-phrases';
import { vipWords } from './vip';

/** Names that a condition knows by an id or a code only. */
export interface SegmentNames {
  readonly currency: string;
  staff(id: string): string;
}

/** A segment in one plain sentence: "Customers who bought Omega in the last 2 years and may be reached by e-mail …". */
export function segmentInWords(rule: SegmentRule, language: Language, names: SegmentNames): string {
  const words = segmentPhrases[language];
  if (rule.groups.length === 0) return words.everybody;
  const groups = rule.groups.map(({ any }) => {
    const said = any.map((condition) => conditionInWords(condition, language, names));
    if (said.length === 1) return said[0] ?? '';
    return fill(words.either, { what: listInWords(said, language, 'disjunction') });
  });
  const what = words.and ? groups.join(words.and) : listInWords(groups, language);
  return fill(words.sentence, { what });
}

/** One condition as what it says of a customer. */
export function conditionInWords(condition: Condition, language: Language, names: SegmentNames): string {
  const words = segmentPhrases[language];
  const side = condition.not ? 'no' : 'yes';
  const amount = (minor: number) => formatMoney(money(minor, names.currency), language);
  const goods = (brand: string | null, category: string | null) =>
    [brand, category && categoryName(category, language)].filter(Boolean).join(' ');
  switch (condition.kind) {
    case 'spend': {
      const { atLeastMinor, atMostMinor, months, brand, category } = condition;
      const what = goods(brand, category);
      return fill(words.spend[side], {
        amount: range(atLeastMinor, atMostMinor, language, amount),
        on: what && fill(words.onThis, { what }),
        when: period(months, language),
      });
    }
    case 'purchases':
      return fill(words.purchases[side], {
        amount: range(condition.atLeast, condition.atMost, language),
        noun: words.purchases[(condition.atMost ?? condition.atLeast) === 1 ? 'noun_one' : 'noun_other'],
        when: period(condition.months, language),
      });
    case 'bought': {
      const { brand, category, product, months } = condition;
      const what = [product?.name, goods(brand, category)].filter(Boolean).join(', ') || words.anything;
      return fill(words.bought[side], { what, when: period(months, language) });
    }
    case 'last-purchase':
    case 'created':
      return fill(words[condition.kind][datedSide(condition)], {
        date: formatDate(condition.date, language),
      });
    case 'quiet':
      return fill(words.quiet[side], { days: condition.days });
    case 'owns':
      return owned(condition, language);
    case 'vip': {
      if (condition.tier === null) return words.vip[side];
      const tier =
        (vipWords[language].tier as Readonly<Record<string, string>>)[condition.tier] ?? condition.tier;
      return fill(condition.not ? words.vip.tierNo : words.vip.tierYes, { tier });
    }
    case 'consent': {
      const { channel, goods: classes } = consentsWords[language];
      const values = { channel: channel[condition.channel], goods: classes[condition.goodsClass] };
      return fill(words.consent[side], values);
    }
    case 'language':
      return fill(words.language[side], { language: languageNames[condition.language] });
    case 'advisor':
      return fill(words.advisor[side], { name: names.staff(condition.staffId) });
    case 'place':
      return fill(words.place[side], { text: condition.text });
    case 'date':
      return fill(words.date[side], { what: words.date[condition.dateKind], days: condition.days });
    case 'age':
      return fill(words.age[side], { amount: range(condition.atLeast, condition.atMost, language) });
    case 'need': {
      const what = goods(condition.brand, condition.category);
      return fill(words.need[side], {
        for: what && fill(words.need.for, { what }),
        budget:
          condition.atLeastMinor === null
            ? ''
            : fill(words.need.budget, { amount: amount(condition.atLeastMinor) }),
      });
    }
    case 'prospect':
    case 'complaint':
    case 'in-repair':
    case 'quotation':
      return words[condition.kind][side];
    case 'event':
    case 'gift':
    case 'repaired':
    case 'campaign':
    case 'campaign-answer':
      return fill(words[condition.kind][side], { when: period(condition.months, language) });
    case 'interest':
      return fill(words.interest[side], {
        brand: condition.brand && fill(words.interest.brand, { brand: condition.brand }),
      });
    case 'score':
      return fill(words.score[side], {
        measure: words.score[condition.measure],
        amount: range(condition.atLeast, condition.atMost, language),
      });
    case 'prefers':
      return fill(words.prefers[side], { value: valueName(condition.value, language) });
  }
}

/** A category of the catalogue in words; the shop's own stands as it was written. */
function categoryName(code: string, language: Language): string {
  return (segmentPhrases[language].categories as Readonly<Record<string, string>>)[code] ?? code;
}

/** A metal or a colour in words; what is not known stands as it was written. */
function valueName(code: string, language: Language): string {
  return (productFactsWords[language].value as Readonly<Record<string, string>>)[code] ?? code;
}

function fill(text: string, values: Readonly<Record<string, string | number | null>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key] ?? ''));
}

function datedSide({ side, not }: { readonly side: 'before' | 'after'; readonly not: boolean }) {
  if (side === 'before') return not ? 'notBefore' : 'before';
  return not ? 'notAfter' : 'after';
}

function period(months: number | null, language: Language): string {
  const words = segmentPhrases[language];
  if (months === null) return words.ever;
  const isYears = months % 12 === 0;
  const count = isYears ? months / 12 : months;
  const text = isYears
    ? words[count === 1 ? 'years_one' : 'years_other']
    : words[count === 1 ? 'months_one' : 'months_other'];
  return fill(text, { count });
}

function range(
  from: number | null,
  to: number | null,
  language: Language,
  show: (value: number) => string = String,
): string {
  const words = segmentPhrases[language];
  if (from !== null && to !== null)
    return from === to ? show(from) : fill(words.between, { from: show(from), to: show(to) });
  if (from !== null) return fill(words.atLeast, { from: show(from) });
  return to !== null ? fill(words.atMost, { to: show(to) }) : words.anyAmount;
}

function owned(condition: Extract<Condition, { kind: 'owns' }>, language: Language): string {
  const { owns } = segmentPhrases[language];
  const whose = [
    condition.warrantyDays === null ? '' : fill(owns.warranty, { days: condition.warrantyDays }),
    condition.serviceDays === null ? '' : fill(owns.service, { days: condition.serviceDays }),
  ].filter(Boolean);
  return fill(condition.not ? owns.no : owns.yes, {
    what: condition.brand ?? (condition.not ? owns.item : owns.anItem),
    whose: whose.join(owns.both),
  });
}
