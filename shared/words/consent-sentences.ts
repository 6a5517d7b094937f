import { type Channel, type DataKind, type GoodsClass, PURPOSES } from '../domain/consent-events';
import { FORM_CHANNELS } from '../domain/consent-form';
import type { Language } from '../domain/languages';
import { consentsWords } from './consents';

const locales: Record<Language, string> = { en: 'en-GB', 'zh-Hant': 'zh-HK', 'zh-Hans': 'zh-CN' };
const joiners = new Map<string, Intl.ListFormat>();

/** `e-mail and phone`, `e-mail or phone`, 電郵和電話. */
export function listInWords(
  parts: readonly string[],
  language: Language,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  const key = `${language} ${type}`;
  const joiner = joiners.get(key) ?? new Intl.ListFormat(locales[language], { type });
  joiners.set(key, joiner);
  return joiner.format(parts);
}

/** Channels of an event or a statement, in words. */
export function channelsInWords(channels: readonly Channel[] | 'all', language: Language): string {
  const words = consentsWords[language].channel;
  if (channels === 'all') return words.all;
  return listInWords(
    channels.map((channel) => words[channel]),
    language,
    'disjunction',
  );
}

/** Classes of goods, in words. */
export function goodsInWords(classes: readonly GoodsClass[] | 'all', language: Language): string {
  const words = consentsWords[language].goods;
  if (classes === 'all') return words.all;
  return listInWords(
    classes.map((goods) => words[goods]),
    language,
  );
}

/** Kinds of data, in words. */
export function dataKindsInWords(kinds: readonly DataKind[], language: Language): string {
  return listInWords(
    kinds.map((kind) => consentsWords[language].dataKind[kind]),
    language,
  );
}

interface StatementLike {
  readonly verdict: 'may' | 'not';
  readonly purpose: (typeof PURPOSES)[number];
  readonly channels: readonly Channel[];
  readonly classes: readonly GoodsClass[];
  readonly reason: keyof (typeof consentsWords)['en']['reason'];
}

/** Sharing is spoken of only where this customer was asked about it: a shop that shares nothing need not deny it. */
export function askedStatements<S extends { readonly purpose: string }>(
  statements: readonly S[],
  said: readonly { readonly purpose: string | null }[],
): S[] {
  const isAsked = said.some(({ purpose }) => purpose === 'sharing');
  return statements.filter(({ purpose }) => purpose !== 'sharing' || isAsked);
}

/** Where several things stand in the way, the one that somebody can do something about is said first. */
const tellingReasons = [
  'ORAL_AWAITING_CONFIRMATION',
  'ORAL_NOT_CONFIRMED',
  'MINOR_NEEDS_PARENT',
  'NO_NOTICE',
  'DATA_KIND_NOT_COVERED',
  'SHARING_NEEDS_WRITTEN',
  'SHARING_NOT_SPECIFIED',
  'THINKING',
] as const;

export interface ConsentSentence {
  readonly verdict: 'may' | 'not';
  readonly text: string;
}

/**
 * What may be done, in as few plain sentences as are true: every permission, then the usual channels that are left
 * out, or one sentence with the reason where nothing is permitted at all.
 */
export function consentInWords(statements: readonly StatementLike[], language: Language): ConsentSentence[] {
  const words = consentsWords[language];
  const fill = (text: string, values: Record<string, string>) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '');
  return PURPOSES.flatMap((purpose): ConsentSentence[] => {
    const own = statements.filter((statement) => statement.purpose === purpose);
    if (own.length === 0) return [];
    const permitted = own.filter((statement) => statement.verdict === 'may');
    if (permitted.length === 0) {
      const found = new Set(own.map((statement) => statement.reason));
      const telling = tellingReasons.find((reason) => found.has(reason));
      const reason = words.reason[telling ?? own[0]?.reason ?? 'NEVER_ASKED'];
      return [{ verdict: 'not', text: fill(words.notAtAll[purpose], { reason }) }];
    }
    const sentences = permitted.map((statement): ConsentSentence => {
      const channels = channelsInWords(statement.channels, language);
      const goods = goodsInWords(statement.classes, language);
      return { verdict: 'may', text: fill(words.may[purpose], { channels, goods }) };
    });
    const missing = FORM_CHANNELS.filter(
      (channel) => !permitted.some((statement) => statement.channels.includes(channel)),
    );
    if (purpose === 'sharing' || missing.length === 0) return sentences;
    return [
      ...sentences,
      { verdict: 'not', text: fill(words.notBy, { channels: channelsInWords(missing, language) }) },
    ];
  });
}
