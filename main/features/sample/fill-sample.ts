import type { WritableDb } from '../../db/sql';
import { Failure } from '../../kernel/errors';
import { matchArrivalsSince } from '../needs/arrivals.sql';
import { ensureNotices, listNotices, type NoticeRow } from '../notices/notices.sql';
import { rebuildAllTotals } from '../sales/sales.sql';
import { rebuildIndex } from '../search/rebuild.sql';
import { benefitWriter, insertBenefits } from './benefit-rows';
import { insertCalls } from './call-rows';
import { insertCampaigns } from './campaign-rows';
import { complaintWriter, feedbackWriter, insertRepairFeedback } from './care-rows';
import { insertCatalogue } from './catalogue-rows';
import { insertOralConsents } from './consent-rows';
import { customerWriter } from './customer-rows';
import { insertEvents, insertRecentEvents } from './event-rows';
import { generateSample } from './generator/index';
import { giftWriter } from './gift-rows';
import { insertGuidelines } from './guideline-rows';
import { insertInterests } from './interest-rows';
import { insertLookUps } from './look-up-rows';
import { insertOccasion } from './occasion-rows';
import { insertOffers } from './offer-rows';
import { insertPastLimits } from './past-limit-rows';
import { insertTierPlans, planWriter } from './plan-rows';
import { insertPrivacy } from './privacy-rows';
import { insertProgrammes } from './programme-rows';
import { promiseWriter } from './promise-rows';
import { consentWriter, needWriter, vipWriter } from './relationship-rows';
import { reviewWriter } from './review-rows';
import { purchaseWriters } from './sale-rows';
import { insertServiceJobs } from './service-rows';
import { insertSampleShop, type PinHashes } from './shop-rows';
import { insertPreparedTalks, talkWriter } from './talk-rows';

/** How large, and from which seed: equal options give an equal shop. */
export interface SampleSize {
  readonly customers: number;
  /** Of the catalogue; 400 where nobody says otherwise. */
  readonly products?: number;
  readonly seed: number;
  /** The last day's moment, epoch milliseconds. */
  readonly now: number;
}

export type SampleProgress = (step: string, done: number, total: number | null) => void;

// Small enough that a cancel is felt at once and the write-ahead log stays short, large enough to cost nothing.
const customersATransaction = 5_000;

/** The counter at which the sample's cases were opened. */
const sampleCounter = 'A';

/**
 * Fills an empty, migrated database with the sample shop: invented people, a real-looking catalogue, five years of
 * purchases, needs, consents and VIPs; then the totals and the search index. Fails with CANCELLED.
 */
export function fillSample(
  db: WritableDb,
  shopId: string,
  { customers, products, seed, now }: SampleSize,
  pins: PinHashes,
  { progress, isCancelled }: { progress: SampleProgress; isCancelled: () => boolean },
): void {
  const sample = generateSample({ customers, products, seed, today: now });
  const write = db.transaction((work: () => void) => work());
  write.immediate(() => {
    insertSampleShop(db, sample, shopId, pins, now);
    insertCatalogue(db, sample, now);
    ensureNotices(db, { now: now - fiveYearsMs, staffId: null });
    insertGuidelines(db, sample, now);
    insertTierPlans(db, managerOf(sample.staff), seed, now);
    insertBenefits(db, sample, now);
  });
  const purchases = purchaseWriters(db, sample);
  const writers = [
    customerWriter(db),
    purchases.customer,
    needWriter(db, sample.shop.currency),
    consentWriter(db, noticesByLanguage(db)),
    vipWriter(db),
    promiseWriter(db, now),
    feedbackWriter(db, now),
    complaintWriter(db, { now, counter: sampleCounter, managerId: managerOf(sample.staff) }),
    talkWriter(db, seed, now),
    giftWriter(db, { seed, now, receivedBy: managerOf(sample.staff) }),
    reviewWriter(db, { seed, now }),
    planWriter(db, sample, { seed, now }),
    benefitWriter(db, now),
  ];
  inBatches(sample.customers(), customersATransaction, (batch, done) => {
    if (isCancelled()) throw new Failure('CANCELLED');
    write.immediate(() => {
      for (const customer of batch) for (const writer of writers) writer(customer);
    });
    progress('sample.step.customers', done, customers);
  });
  inBatches(sample.anonymousSales(), customersATransaction, (batch) => {
    write.immediate(() => batch.forEach(purchases.anonymous));
  });
  write.immediate(() => insertOffers(db, now));
  write.immediate(() => insertPreparedTalks(db, sampleCounter, now));
  write.immediate(() => insertLookUps(db, sample, now));
  write.immediate(() => insertPrivacy(db, sample, { now, counter: sampleCounter }));
  if (isCancelled()) throw new Failure('CANCELLED');
  write.immediate(() => rebuildAllTotals(db, (done) => progress('sample.step.totals', done, customers)));
  write.immediate(() => insertServiceJobs(db, now));
  write.immediate(() => insertEvents(db, now));
  write.immediate(() => insertProgrammes(db, now));
  write.immediate(() => insertCampaigns(db, sample, now));
  write.immediate(() => insertInterests(db, sample, now));
  write.immediate(() => insertRepairFeedback(db, now));
  write.immediate(() => insertOralConsents(db, sample, noticesByLanguage(db), now));
  write.immediate(() => insertOccasion(db, now));
  write.immediate(() => insertPastLimits(db, now));
  write.immediate(() => insertRecentEvents(db, sample, now));
  write.immediate(() => insertCalls(db, sample, now));
  write.immediate(() => matchArrivalsSince(db, now - recentMs, now));
  rebuildIndex(db, (done, total) => progress('sample.step.index', done, total));
}

function managerOf(staff: readonly { id: string; role: string }[]): string {
  return staff.find(({ role }) => role === 'manager')?.id ?? staff[0]?.id ?? '';
}

function inBatches<T>(source: Iterable<T>, size: number, work: (batch: T[], done: number) => void): void {
  let batch: T[] = [];
  let done = 0;
  for (const entry of source) {
    batch.push(entry);
    done += 1;
    if (batch.length < size) continue;
    work(batch, done);
    batch = [];
  }
  if (batch.length > 0) work(batch, done);
}

function noticesByLanguage(db: WritableDb): Map<string, NoticeRow> {
  return new Map(
    listNotices(db)
      .filter(({ kind }) => kind === 'vip')
      .map((notice) => [notice.language, notice]),
  );
}

/** What came in the last weeks is told to those who asked for it. */
const recentMs = 14 * 86_400_000;
const fiveYearsMs = 5 * 366 * 86_400_000;
