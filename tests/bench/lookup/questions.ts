import { Random } from '@main/features/sample/generator/random';
import type { SampleCustomer } from '@main/features/sample/generator/types';
import { foldText } from '@shared/domain/names';
import { Converter } from 'opencc-js';

/** One thing typed. */
export interface Question {
  readonly typed: string;
  /** The customer it was made from, where it was made from one. */
  readonly target: SampleCustomer | null;
  /** For a typing error: what was meant. */
  readonly meant?: string;
}

/** The name under a form: what would be typed for this person, or null where they have no such name. */
export type NameForm = (names: FormNames) => string | null;

/** The names a form is made of, as they stand in the record. */
export interface FormNames {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly englishName: string | null;
  readonly chineseName: string | null;
  readonly pinyinName: string | null;
}

const joined = (...parts: Array<string | null>) => (parts.every(Boolean) ? parts.join(' ') : null);
const toTraditional = Converter({ from: 'cn', to: 'hk' });
const toSimplified = Converter({ from: 'hk', to: 'cn' });
const isHan = (text: string | null): text is string => text !== null && /^\p{Script=Han}+$/u.test(text);

/** Ways a whole name is typed, over which the right person must be among the first five. */
export const nameForms: Readonly<Record<string, NameForm>> = {
  'Chan Tai Man': ({ familyName, givenName }) => joined(familyName, givenName),
  'Tai Man Chan': ({ familyName, givenName }) => joined(givenName, familyName),
  'CHAN Tai Man, Peter': ({ familyName, givenName, englishName }) =>
    englishName && familyName ? joined(`${familyName.toUpperCase()} ${givenName},`, englishName) : null,
  'Peter Chan': ({ familyName, englishName }) => joined(englishName, familyName),
  'Chan Peter': ({ familyName, englishName }) => joined(familyName, englishName),
  'chantaiman (one word)': ({ familyName, givenName }) =>
    joined(familyName, givenName)?.replace(/[\s-]/g, '').toLowerCase() ?? null,
  'Chan Tai-man (hyphen)': ({ familyName, givenName }) =>
    joined(familyName, givenName?.replace(/\s/g, '-') ?? null),
  'Mr Chan Tai Man (title)': ({ familyName, givenName }) => joined('Mr', familyName, givenName),
  'Chen Dawen (pinyin)': ({ pinyinName }) => pinyinName,
  '陳大文 (as stored)': ({ chineseName }) => (isHan(chineseName) ? chineseName : null),
  '陳大文 for 陈大文': ({ chineseName }) => (isHan(chineseName) ? toTraditional(chineseName) : null),
  '陈大文 for 陳大文': ({ chineseName }) => (isHan(chineseName) ? toSimplified(chineseName) : null),
  '陳大文先生 (title)': ({ chineseName }) => (isHan(chineseName) ? `${chineseName}先生` : null),
};

/** The record's names as the forms take them. */
export function formNames(customer: SampleCustomer): FormNames {
  return {
    familyName: [customer.marriedFamilyName, customer.familyName].filter(Boolean).join(' ') || null,
    givenName: customer.givenName || null,
    englishName: customer.englishName,
    chineseName: customer.chineseName,
    pinyinName: customer.pinyinName,
  };
}

/** A name as two bearers of it are compared: neither script, capitals, spaces nor hyphens count. */
export const sameName = (typed: string) => foldText(typed).replace(/[^\p{L}]/gu, '');

const contact = (customer: SampleCustomer, kind: string) =>
  customer.contacts.find((entry) => entry.kind === kind)?.normalised ?? null;
const phone = (customer: SampleCustomer) => {
  const number = contact(customer, 'phone');
  return number?.startsWith('+852') && number.length === 12 ? number.slice(4) : null;
};
const firstHan = (customer: SampleCustomer, from: number, to: number) =>
  isHan(customer.chineseName) ? [...customer.chineseName].slice(from, to).join('') : null;
const longWord = (text: string) => text.match(/[A-Za-z]{5,}/)?.[0] ?? null;

type Maker = (customer: SampleCustomer, random: Random) => string | null;

/** Every kind of query of the design, in its order, and what stands in the box on the way to a full name. */
export const kinds: Readonly<Record<string, Maker>> = {
  'one letter': ({ familyName }) => familyName?.[0] ?? null,
  'two letters': ({ familyName }) => familyName?.slice(0, 2) || null,
  surname: ({ familyName }) => familyName || null,
  'surname and a letter': ({ familyName, givenName }) => joined(familyName, givenName?.[0] ?? null),
  'full name, surname first': (customer) => nameForms['Chan Tai Man']?.(formNames(customer)) ?? null,
  'full name, surname last': (customer) => nameForms['Tai Man Chan']?.(formNames(customer)) ?? null,
  'English given name': ({ englishName }) => englishName,
  'English name and surname': (customer) => nameForms['Peter Chan']?.(formNames(customer)) ?? null,
  romanised: ({ givenName }) => givenName || null,
  pinyin: ({ pinyinName }) => pinyinName,
  '1 Chinese character': (customer) => firstHan(customer, 0, 1),
  '2 Chinese characters': (customer) => firstHan(customer, 1, 3),
  '3 Chinese characters': (customer) => firstHan(customer, 0, 3),
  'Traditional for Simplified': (customer) =>
    customer.chineseScript === 'Hans' && isHan(customer.chineseName)
      ? toTraditional(customer.chineseName)
      : null,
  'last four digits': (customer) => phone(customer)?.slice(-4) ?? null,
  'eight digits': phone,
  '+852 and spaces': (customer) => phone(customer)?.replace(/^(....)(....)$/, '+852 $1 $2') ?? null,
  'surname and last four': (customer) => joined(customer.familyName, phone(customer)?.slice(-4) ?? null),
  'e-mail part': (customer) => contact(customer, 'email')?.split('@')[0] ?? null,
  'member number': ({ memberNo }) => memberNo,
  'serial part': ({ items }) => items.find(({ serial }) => serial)?.serial?.slice(0, 5) ?? null,
  'receipt number': ({ sales }) => sales[0]?.receiptNo ?? null,
  'a word in a note': ({ notes }) => notes.map(({ text }) => longWord(text)).find(Boolean) ?? null,
  typo: (customer, random) => withTypo(nameForms['Chan Tai Man']?.(formNames(customer)) ?? null, random),
  miss: (_customer, random) => `${nonsense(random)} ${nonsense(random)}`,
  'miss of common words': ({ familyName, givenName, englishName }) =>
    joined(familyName, givenName, englishName ?? 'Peter', 'Wolfgang'),
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One insertion, deletion, substitution or exchange of neighbours inside one word of three letters or more. */
export function withTypo(name: string | null, random: Random): string | null {
  if (!name) return null;
  const words = name.toLowerCase().split(/[\s-]+/);
  const candidates = words.flatMap((word, index) => (word.length >= 3 ? [index] : []));
  if (candidates.length === 0) return null;
  const chosen = candidates[random.int(0, candidates.length - 1)] as number;
  const word = words[chosen] as string;
  const at = random.int(0, word.length - 1);
  const letter = LETTERS[random.int(0, 25)] as string;
  const edits = [
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  ];
  const edited = edits[random.int(0, edits.length - 1)] as string;
  if (edited === word) return null;
  return words.map((other, index) => (index === chosen ? edited : other)).join(' ');
}

function nonsense(random: Random): string {
  let text = 'zx';
  for (let length = 0; length < 5; length += 1) text += LETTERS[random.int(0, 25)];
  return text;
}

/** Up to `count` questions of one kind, spread over the shop's customers. */
export function questionsOf(make: Maker, customers: readonly SampleCustomer[], count: number): Question[] {
  const questions: Question[] = [];
  for (const customer of customers) {
    if (questions.length >= count) break;
    const typed = make(customer, new Random(11, 'question', customer.index));
    if (typed) questions.push({ typed, target: customer });
  }
  return questions;
}
