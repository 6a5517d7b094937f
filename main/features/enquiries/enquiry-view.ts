import type { Enquiry, ProductFactsShown } from '@shared/contract/enquiries';
import { isPast, type ShopTime, type ToldChannel } from '@shared/domain/promises';
import type { ReadableDb } from '../../db/sql';
import { customerOf } from '../customers/cards.sql';
import { findProduct } from '../products/products.sql';
import { factsOf, listEnquiryProducts, type ShownEnquiryRow } from './enquiries.sql';

/** The facts of an enquiry: those kept with its answer, else what the catalogue says now. */
function factsShown(db: ReadableDb, enquiryId: string): ProductFactsShown[] {
  return listEnquiryProducts(db, enquiryId).flatMap(({ product_id, facts }) => {
    if (facts) return [factsThen(facts)];
    const product = findProduct(db, product_id);
    return product ? [factsOf(product)] : [];
  });
}

/** Facts as they were kept; answers of earlier days were kept without the specifications. */
function factsThen(json: string): ProductFactsShown {
  const kept = JSON.parse(json) as Omit<ProductFactsShown, 'attributes'> & Partial<ProductFactsShown>;
  return { ...kept, attributes: kept.attributes ?? {} };
}

/** A row as the contract shows it. */
export function enquiryOf(db: ReadableDb, row: ShownEnquiryRow, now: ShopTime): Enquiry {
  const isOpen = row.status === 'open';
  return {
    id: row.id,
    number: row.number,
    customer: customerOf(row),
    question: row.question,
    channel: row.channel as ToldChannel,
    askedAt: row.asked_at,
    askedOf: { id: row.staff_id, name: row.staff_name },
    isDiscreet: row.is_discreet === 1,
    status: row.status as Enquiry['status'],
    promise: isOpen ? promiseOf(row, now) : null,
    answer: answerOf(row),
    facts: factsShown(db, row.id),
    version: row.version,
  };
}

function promiseOf(row: ShownEnquiryRow, now: ShopTime): Enquiry['promise'] {
  if (row.promise_number === null || row.due_on === null || row.owner_id === null) return null;
  return {
    number: row.promise_number,
    dueOn: row.due_on,
    dueTime: row.due_time,
    owner: { id: row.owner_id, name: row.owner_name ?? '' },
    isLate: isPast({ dueOn: row.due_on, dueTime: row.due_time }, now),
  };
}

function answerOf(row: ShownEnquiryRow): Enquiry['answer'] {
  const { answer, answered_at, answered_by, told_channel, told_at } = row;
  if (answer === null || answered_at === null || answered_by === null || told_at === null) return null;
  return {
    text: answer,
    at: answered_at,
    by: { id: answered_by, name: row.answerer_name ?? '' },
    told: { channel: told_channel as ToldChannel, at: told_at },
  };
}
