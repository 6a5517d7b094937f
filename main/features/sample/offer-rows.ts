import { addDays, civilDateOf, startOfDay } from '@shared/domain/dates';
import { asLanguage, type Language } from '@shared/domain/languages';
import { percentOf } from '@shared/domain/money';
import { prepared, type ReadableDb, type WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { takeNumber } from '../../kernel/shop-handle';
import {
  factsOf,
  insertEnquiry,
  insertEnquiryEvent,
  setEnquiryProducts,
  updateEnquiry,
} from '../enquiries/enquiries.sql';
import type { ProductRow } from '../products/products.sql';
import { makePromise } from '../promises/promises.sql';
import {
  insertQuotation,
  insertQuotationEvent,
  setQuotationLines,
  updateQuotation,
} from '../quotations/quotations.sql';

type Said = Readonly<Record<Language, string>>;

const questions: readonly { readonly question: Said; readonly answer: Said }[] = [
  {
    question: {
      en: 'Is it water resistant enough for swimming?',
      'zh-Hant': '防水程度足夠游泳嗎？',
      'zh-Hans': '防水程度足够游泳吗？',
    },
    answer: {
      en: 'Told the rating of this model; a water test every year before the summer',
      'zh-Hant': '已說明此型號的防水深度，建議每年入夏前做防水測試',
      'zh-Hans': '已说明此型号的防水深度，建议每年入夏前做防水测试',
    },
  },
  {
    question: {
      en: 'How long is the warranty, and is it international?',
      'zh-Hant': '保養多久？是否全球保養？',
      'zh-Hans': '保修多久？是否全球保修？',
    },
    answer: {
      en: 'Read the terms out; it holds everywhere',
      'zh-Hant': '已解釋保養條款，全球適用',
      'zh-Hans': '已解释保修条款，全球适用',
    },
  },
  {
    question: {
      en: 'When will the next piece come in?',
      'zh-Hant': '下一批何時到貨？',
      'zh-Hans': '下一批何时到货？',
    },
    answer: {
      en: 'The maker gives no date; we ring when one is in',
      'zh-Hant': '廠方沒有確實日期，到貨時致電',
      'zh-Hans': '厂方没有确实日期，到货时致电',
    },
  },
];

const terms: Said = {
  en: 'Deposit 30 %. Strap fitting and two links are included.',
  'zh-Hant': '訂金三成。包括調校錶帶及兩格錶鏈。',
  'zh-Hans': '订金三成。包括调校表带及两格表链。',
};
const declined: Said = { en: 'Over the budget', 'zh-Hant': '超出預算', 'zh-Hans': '超出预算' };

interface Asker {
  readonly id: string;
  readonly staff_id: string;
  readonly language: Language;
  readonly name: string;
}

const howMany = 24;
const noonMs = 12 * 3_600_000;
const sampleCounter = 'A';

/** What the last weeks at the counter left behind: questions, most of them answered, and offers in every state. */
export function insertOffers(db: WritableDb, now: number): void {
  const products = prepared(
    db,
    `SELECT * FROM products WHERE category = 'watch' AND price_minor IS NOT NULL AND deleted_at IS NULL
     ORDER BY code LIMIT 40`,
  ).all() as ProductRow[];
  if (products.length === 0) return;
  const askers = listAskers(db);
  for (const [index, asker] of askers.entries()) {
    const product = products[(index * 7) % products.length] as ProductRow;
    if (index % 2 === 0) writeEnquiry(db, asker, product, index / 2, now);
    else writeQuotation(db, asker, product, (index - 1) / 2, now);
  }
}

function listAskers(db: ReadableDb): Asker[] {
  const rows = prepared(
    db,
    `SELECT id, primary_advisor_id AS staff_id, language, coalesce(english_name, preferred_name, chinese_name, number) AS name
     FROM customers
     WHERE primary_advisor_id IS NOT NULL AND deleted_at IS NULL AND merged_into_id IS NULL ORDER BY number LIMIT ?`,
  ).all(howMany) as (Omit<Asker, 'language'> & { language: string | null })[];
  return rows.map((row) => ({ ...row, language: asLanguage(row.language) }));
}

const noonOn = (day: string) => startOfDay(day) + noonMs;

/** Every third question waits for its answer, promised within the days to come. */
function writeEnquiry(db: WritableDb, asker: Asker, product: ProductRow, index: number, now: number): void {
  const { question, answer } = questions[
    (index + Math.floor(index / 3)) % questions.length
  ] as (typeof questions)[number];
  const isOpen = index % 3 === 2;
  const today = civilDateOf(now);
  const askedAt = noonOn(addDays(today, isOpen ? -1 : -2 - index * 3));
  const id = newId();
  const staff = asker.staff_id;
  const promise = isOpen
    ? makePromise(
        {
          db,
          now: askedAt,
          today: civilDateOf(askedAt),
          staff: { staffId: staff },
          newId,
          nextNumber: (kind) => takeNumber(db, sampleCounter, kind),
        },
        {
          customerId: asker.id,
          kind: 'answer',
          what: question[asker.language],
          dueOn: addDays(today, index % 5),
          origin: { kind: 'enquiry', id },
        },
      )
    : null;
  insertEnquiry(db, {
    id,
    number: `E${takeNumber(db, sampleCounter, 'enquiry')}`,
    customer_id: asker.id,
    question: question[asker.language],
    channel: index % 2 === 0 ? 'in-person' : 'whatsapp',
    asked_at: askedAt,
    staff_id: staff,
    promise_id: promise?.promiseId ?? null,
    updated_at: askedAt,
  });
  const event = { enquiry_id: id, staff_id: staff, at: askedAt };
  insertEnquiryEvent(db, { ...event, id: newId(), kind: 'asked' });
  setEnquiryProducts(db, id, [
    { product_id: product.id, facts: isOpen ? null : JSON.stringify(factsOf(product)) },
  ]);
  if (isOpen) return;
  updateEnquiry(db, id, {
    status: 'answered',
    answer: answer[asker.language],
    answered_at: askedAt,
    answered_by: staff,
    told_channel: index % 2 === 0 ? 'in-person' : 'whatsapp',
    told_at: askedAt,
  });
  insertEnquiryEvent(db, { ...event, id: newId(), kind: 'answered' });
}

/** In turn a draft, two that hold (one of them not for long), one confirmed, one declined, one that has run out. */
const turns = ['draft', 'sent', 'sent', 'confirmed', 'declined', 'expired'] as const;
const daysLeft = { draft: 14, sent: 3, confirmed: 6, declined: -1, expired: -2 } as const;

function writeQuotation(db: WritableDb, asker: Asker, product: ProductRow, index: number, now: number): void {
  const turn = turns[index % turns.length] as (typeof turns)[number];
  const today = civilDateOf(now);
  const at = noonOn(addDays(today, turn === 'draft' ? -1 : -4 - index));
  const price = product.price_minor ?? 0;
  const discount = index % 2 === 0 ? percentOf({ minor: price, currency: product.currency }, 3).minor : 0;
  const id = newId();
  const staff = asker.staff_id;
  const left = turn === 'sent' ? daysLeft.sent + (index % turns.length) * 3 : daysLeft[turn];
  insertQuotation(db, {
    id,
    number: `Q${takeNumber(db, sampleCounter, 'quotation')}`,
    customer_id: asker.id,
    staff_id: staff,
    created_at: at,
    currency: product.currency,
    gross_minor: price,
    total_minor: price - discount,
    expires_on: addDays(today, left),
    terms: terms[asker.language],
    updated_at: at,
  });
  setQuotationLines(db, id, [
    {
      id: newId(),
      quotation_id: id,
      position: 0,
      product_id: product.id,
      description: product.name,
      quantity: 1,
      list_price_minor: price,
      unit_price_minor: price,
      discount_minor: discount,
      total_minor: price - discount,
    },
  ]);
  const remember = (kind: string, detail: string | null = null) =>
    insertQuotationEvent(db, { id: newId(), quotation_id: id, at, staff_id: staff, kind, detail });
  remember('drafted');
  if (turn === 'draft') return;
  updateQuotation(db, id, { status: 'sent', sent_at: at, sent_by: staff, sent_how: 'printed' });
  remember('sent', 'printed');
  if (turn === 'confirmed') {
    updateQuotation(db, id, {
      status: 'confirmed',
      confirmed_by_name: asker.name,
      confirmed_how: 'phone',
      confirmed_at: at,
      closed_at: at,
      closed_by: staff,
    });
    remember('confirmed', asker.name);
  }
  if (turn === 'declined') {
    const reason = declined[asker.language];
    updateQuotation(db, id, { status: 'declined', declined_reason: reason, closed_at: at, closed_by: staff });
    remember('declined', reason);
  }
}
