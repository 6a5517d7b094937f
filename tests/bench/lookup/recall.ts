import { Random } from '@main/features/sample/generator/random';
import type { SampleCustomer } from '@main/features/sample/generator/types';
import type { ShopHandle } from '@main/kernel/shop-handle';
import { pinyin } from 'pinyin-pro';
import { search } from './measure';
import { type FormNames, formNames, type NameForm, nameForms, sameName, withTypo } from './questions';

/** How often the right person is among the first five. */
export interface Recall {
  readonly asked: number;
  readonly found: number;
  /** Asked without those whose name more than five people bear, or whose typing error spells another customer's name. */
  readonly plain: number;
  readonly plainFound: number;
  readonly missed: readonly string[];
}

const FIRST = 5;

/**
 * Types each customer's name in the form and looks for them among the first five customers. Where they are not, it still
 * counts as found if all five bear the very name that was typed: nobody could tell namesakes apart by it. Such cases are
 * left out of `plain`, where only the person themselves counts.
 */
export function recallOf(shop: ShopHandle, form: NameForm, customers: readonly SampleCustomer[]): Recall {
  const tally = { asked: 0, found: 0, plain: 0, plainFound: 0, missed: [] as string[] };
  for (const customer of customers) {
    const typed = form(formNames(customer));
    if (!typed) continue;
    count(
      tally,
      typed,
      judge(shop, customer, typed, (names) => isBearer(form, names, typed)),
    );
  }
  return tally;
}

/** The same with one typing error in the name. An error that spells another customer's name is not `plain`. */
export function recallOfTypos(shop: ShopHandle, customers: readonly SampleCustomer[]): Recall {
  const form = nameForms['Chan Tai Man'] as NameForm;
  const tally = { asked: 0, found: 0, plain: 0, plainFound: 0, missed: [] as string[] };
  for (const customer of customers) {
    const meant = form(formNames(customer));
    const typed = withTypo(meant, new Random(23, 'typo', customer.index));
    if (!meant || !typed) continue;
    count(
      tally,
      typed,
      judge(shop, customer, typed, (names) => isBearer(form, names, meant) || isBearer(form, names, typed)),
    );
  }
  return tally;
}

type Verdict = 'found' | 'namesakes' | 'missed';

function count(
  tally: { asked: number; found: number; plain: number; plainFound: number; missed: string[] },
  typed: string,
  verdict: Verdict,
): void {
  tally.asked += 1;
  if (verdict !== 'missed') tally.found += 1;
  else tally.missed.push(typed);
  if (verdict === 'namesakes') return;
  tally.plain += 1;
  if (verdict === 'found') tally.plainFound += 1;
}

function judge(
  shop: ShopHandle,
  target: SampleCustomer,
  typed: string,
  bears: (names: FormNames) => boolean,
): Verdict {
  const first = search(shop, typed)
    .filter(({ kind }) => kind === 'customer')
    .slice(0, FIRST);
  if (first.some(({ id }) => id === target.id)) return 'found';
  const namesakes = first.filter(({ id }) => bears(storedNames(shop, id))).length;
  return namesakes === FIRST ? 'namesakes' : 'missed';
}

function isBearer(form: NameForm, names: FormNames, typed: string): boolean {
  const own = form(names);
  return own !== null && sameName(own) === sameName(typed);
}

function storedNames(shop: ShopHandle, id: string): FormNames {
  const row = shop.reader
    .prepare('SELECT family_name, given_name, english_name, chinese_name FROM customers WHERE id = ?')
    .get(id) as Record<'family_name' | 'given_name' | 'english_name' | 'chinese_name', string | null>;
  return {
    familyName: row.family_name,
    givenName: row.given_name,
    englishName: row.english_name,
    chineseName: row.chinese_name,
    pinyinName: row.chinese_name
      ? pinyin(row.chinese_name, { toneType: 'none', surname: 'head', type: 'array' }).join(' ')
      : null,
  };
}
