import type { enquiriesContract } from '@shared/contract/enquiries';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { findProduct } from '../products/products.sql';
import { closePromise, reopenPromise } from '../promises/end-promise.sql';
import { findPromise, makePromise } from '../promises/promises.sql';
import {
  type EnquiryRow,
  factsOf,
  findEnquiry,
  insertEnquiry,
  insertEnquiryEvent,
  listEnquiryProducts,
  setEnquiryProducts,
  updateEnquiry,
} from './enquiries.sql';

/** A clock of another counter may be a little ahead. */
const clockToleranceMs = 5 * 60_000;

export const enquiriesCommands: CommandHandlers<typeof enquiriesContract> = {
  'enquiries.ask': (context, { productIds, answer, due, ...asked }) => {
    const { db, now, staff, newId, nextNumber, about } = context;
    const customer = findStandingCustomer(db, asked.customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    if ((answer === null) === (due === null)) fail('ANSWER_DUE_NEEDED');
    const products = needProducts(context, productIds);
    const enquiryId = newId();
    const number = `E${nextNumber('enquiry')}`;
    about('enquiry', enquiryId);
    const promise =
      due &&
      makePromise(context, {
        ...due,
        customerId: customer.id,
        kind: 'answer',
        what: asked.question,
        isDiscreet: asked.isDiscreet,
        origin: { kind: 'enquiry', id: enquiryId },
      });
    insertEnquiry(db, {
      id: enquiryId,
      number,
      customer_id: customer.id,
      question: asked.question,
      channel: asked.channel,
      asked_at: now,
      staff_id: staff.staffId,
      is_discreet: asked.isDiscreet ? 1 : 0,
      promise_id: promise?.promiseId ?? null,
      updated_at: now,
    });
    remember(context, enquiryId, 'asked', { question: asked.question });
    setEnquiryProducts(
      db,
      enquiryId,
      products.map(({ id }) => ({ product_id: id, facts: null })),
    );
    if (answer !== null)
      writeAnswer(context, enquiryId, 1, { answer, productIds, told: { channel: asked.channel, at: now } });
    return { enquiryId, number, promiseNumber: promise?.number ?? null };
  },

  'enquiries.answer': (context, { enquiryId, version, ...given }) => {
    const { db, now, about } = context;
    const before = findEnquiry(db, enquiryId) ?? fail('ENQUIRY_NOT_FOUND');
    if (before.status !== 'open') fail('ENQUIRY_ANSWERED');
    if (before.version !== version) fail('ENQUIRY_CHANGED');
    if (given.told.at > now + clockToleranceMs) fail('TOLD_IN_THE_FUTURE');
    about('enquiry', enquiryId);
    writeAnswer(context, enquiryId, version, given);
    if (isPromiseOpen(context, before))
      closePromise(context, {
        promiseId: before.promise_id ?? '',
        status: 'kept',
        outcome: given.answer,
        brokenReason: null,
        told: given.told,
      });
    return null;
  },

  'enquiries.reopen': (context, { enquiryId }) => {
    const { db, now, about } = context;
    const before = findEnquiry(db, enquiryId) ?? fail('ENQUIRY_NOT_FOUND');
    if (before.status === 'open') fail('ENQUIRY_IS_OPEN');
    about('enquiry', enquiryId);
    updateEnquiry(db, enquiryId, {
      status: 'open',
      answer: null,
      answered_at: null,
      answered_by: null,
      told_channel: null,
      told_at: null,
      version: before.version + 1,
      updated_at: now,
    });
    setEnquiryProducts(
      db,
      enquiryId,
      listEnquiryProducts(db, enquiryId).map(({ product_id }) => ({ product_id, facts: null })),
    );
    remember(context, enquiryId, 'reopened', {});
    // A promise that ended otherwise (said to be broken, released) is not this answer's to open.
    const promise = before.promise_id ? findPromise(db, before.promise_id) : undefined;
    if (promise?.status === 'kept' && promise.outcome === before.answer) reopenPromise(context, promise.id);
    return null;
  },
};

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId'>;

interface GivenAnswer {
  readonly answer: string;
  readonly productIds: readonly string[];
  readonly told: { readonly channel: string; readonly at: number };
}

/** The answer with the facts as they are at this moment. */
function writeAnswer(context: Context, enquiryId: string, version: number, given: GivenAnswer): void {
  const { db, now, staff } = context;
  const products = needProducts(context, given.productIds);
  setEnquiryProducts(
    db,
    enquiryId,
    products.map((product) => ({ product_id: product.id, facts: JSON.stringify(factsOf(product)) })),
  );
  updateEnquiry(db, enquiryId, {
    status: 'answered',
    answer: given.answer,
    answered_at: now,
    answered_by: staff.staffId,
    told_channel: given.told.channel,
    told_at: given.told.at,
    version: version + 1,
    updated_at: now,
  });
  remember(context, enquiryId, 'answered', {
    answer: given.answer,
    told: given.told,
    facts: products.map(factsOf),
  });
}

function needProducts({ db }: Pick<Context, 'db'>, productIds: readonly string[]) {
  return [...new Set(productIds)].map((id) => findProduct(db, id) ?? fail('PRODUCT_NOT_FOUND'));
}

function isPromiseOpen({ db }: Pick<Context, 'db'>, { promise_id }: EnquiryRow): boolean {
  return promise_id !== null && findPromise(db, promise_id)?.status === 'open';
}

function remember(
  { db, now, staff, newId }: Context,
  enquiryId: string,
  kind: 'asked' | 'answered' | 'reopened',
  detail: object,
): void {
  insertEnquiryEvent(db, {
    id: newId(),
    enquiry_id: enquiryId,
    at: now,
    staff_id: staff.staffId,
    kind,
    detail: JSON.stringify(detail),
  });
}
