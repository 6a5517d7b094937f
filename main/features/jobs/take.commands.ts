import type { ParsedInputOf } from '@shared/contract/define';
import type { jobsContract } from '@shared/contract/jobs';
import { checkSerial } from '@shared/domain/service-jobs';
import { SHORTEST_SIGNATURE, signatureLength } from '@shared/domain/signature';
import { fail } from '../../kernel/errors';
import type { CommandContext, CommandHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { findItem, type ItemRow, insertItem } from '../items/items.sql';
import { makePromise } from '../promises/promises.sql';
import { indexItem } from '../search/search.sql';
import { keepPhoto } from './photos';
import { findJob, findOpenJobOf, insertJob, insertJobEvent, nameOf } from './service-jobs.sql';

type Taken = ParsedInputOf<(typeof jobsContract)['jobs.take']>;
type TakeHandlers = Pick<CommandHandlers<typeof jobsContract>, 'jobs.take' | 'jobs.addPhoto'>;

export const takeCommands: TakeHandlers = {
  'jobs.take': (context, taken) => {
    const customer = findStandingCustomer(context.db, taken.customerId);
    if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
    if (signatureLength(taken.signature) < SHORTEST_SIGNATURE) fail('JOB_SIGNATURE_NEEDED');
    const sides = taken.photos.map(({ side }) => side);
    if (!(sides.includes('front') && sides.includes('back')) && taken.noPhotosReason === null)
      fail('PHOTOS_MISSING');
    const item = itemOf(context, customer.id, taken);
    if (findOpenJobOf(context.db, item.id)) fail('JOB_OPEN_FOR_ITEM');
    const serialCheck = checkSerial(item.serial, taken.serialSeen);
    if (serialCheck === 'differs' && !taken.isDifferenceSeen)
      fail('SERIAL_DIFFERS', { recorded: item.serial ?? '' });
    const jobId = context.newId();
    context.about('job', jobId);
    const number = writeIntake(context, { jobId, item, serialCheck, taken });
    for (const photo of taken.photos) keepPhoto(context, jobId, photo);
    return { jobId, number };
  },

  'jobs.addPhoto': (context, { jobId, ...photo }) => {
    if (!findJob(context.db, jobId)) fail('JOB_NOT_FOUND');
    context.about('job', jobId);
    return { photoId: keepPhoto(context, jobId, photo) };
  },
};

/** One of the customer's items, or a new one as it was described at the counter. */
function itemOf({ db, now, newId }: CommandContext, customerId: string, taken: Taken): ItemRow {
  if (taken.itemId !== null) {
    const item = findItem(db, taken.itemId);
    return item && item.customer_id === customerId ? item : fail('ITEM_NOT_FOUND');
  }
  const described = taken.newItem ?? fail('ITEM_NOT_FOUND');
  const id = newId();
  insertItem(db, {
    ...nothingKnown,
    id,
    customer_id: customerId,
    brand: described.brand,
    reference: described.reference,
    description: described.description,
    serial: taken.serialSeen,
    created_at: now,
    updated_at: now,
  });
  indexItem(db, id);
  return findItem(db, id) ?? fail('ITEM_NOT_FOUND');
}

const nothingKnown: Omit<ItemRow, 'id' | 'customer_id' | 'description' | 'created_at' | 'updated_at'> = {
  product_id: null,
  sale_no: null,
  sale_position: null,
  brand: null,
  family: null,
  reference: null,
  serial: null,
  movement_number: null,
  calibre: null,
  attributes: '{}',
  is_bought_here: 0,
  bought_elsewhere_at: null,
  bought_on: null,
  price_minor: null,
  currency: null,
  warranty_policy: null,
  warranty_issuer: null,
  warranty_name: null,
  warranty_start: null,
  warranty_end: null,
  service_due: null,
  water_test_due: null,
  battery_due: null,
  is_discreet: 0,
  status: 'owned',
  note: null,
  import_id: null,
  version: 1,
  deleted_at: null,
};

interface Intake {
  readonly jobId: string;
  readonly item: ItemRow;
  readonly serialCheck: string;
  readonly taken: Taken;
}

/** The promise of the day, the job, and the first line of its history; returns the job's number. */
function writeIntake(context: CommandContext, { jobId, item, serialCheck, taken }: Intake): string {
  const { db, now, staff, shop, newId, nextNumber } = context;
  const number = `J${nextNumber('job')}`;
  const itemName = nameOf(item);
  const { promiseId } = makePromise(context, {
    customerId: item.customer_id,
    kind: 'repair',
    what: `${number} · ${itemName}`.slice(0, 500),
    dueOn: taken.dueOn,
    isDiscreet: item.is_discreet === 1,
    origin: { kind: 'job', id: jobId },
  });
  insertJob(db, {
    id: jobId,
    number,
    customer_id: item.customer_id,
    item_id: item.id,
    item_name: itemName,
    serial_seen: taken.serialSeen,
    serial_check: serialCheck,
    words: taken.words,
    symptoms: JSON.stringify(taken.symptoms),
    condition: JSON.stringify(taken.condition),
    declared_minor: taken.declaredMinor,
    currency: shop.currency,
    may_open: taken.mayOpen ? 1 : 0,
    may_go_abroad: taken.mayGoAbroad ? 1 : 0,
    wants_polish: taken.wantsPolish ? 1 : 0,
    needs_water_test: taken.needsWaterTest ? 1 : 0,
    contact_verified: taken.contactVerified,
    signature: JSON.stringify(taken.signature),
    language: taken.language,
    is_discreet: item.is_discreet,
    promise_id: promiseId,
    intake_by: staff.staffId,
    intake_at: now,
    stage: 'received',
    holder: 'counter',
    updated_at: now,
  });
  insertJobEvent(db, {
    id: newId(),
    job_id: jobId,
    at: now,
    staff_id: staff.staffId,
    step: 'intake',
    stage: 'received',
    holder: 'counter',
    detail: JSON.stringify({ note: taken.noPhotosReason }),
  });
  return number;
}
