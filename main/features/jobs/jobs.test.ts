import type { Input, Output } from '@shared/contract';
import type { JobStepInput } from '@shared/contract/jobs';
import { addCustomer } from '@tests/fixtures/goods';
import { png, signature } from '@tests/fixtures/jobs';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasLateJob } from './service-jobs.sql';

let shop: TestShop;
let customerId: string;
beforeEach(() => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  customerId = addCustomer(shop);
});
afterEach(() => shop.close());

const photos = (['front', 'back'] as const).map((side) => ({
  side,
  mime: 'image/png' as const,
  base64: png,
}));

const intake = (more: Partial<Input<'jobs.take'>> = {}): Input<'jobs.take'> => ({
  customerId,
  itemId: null,
  newItem: { brand: 'Omega', reference: null, description: 'Seamaster' },
  serialSeen: 'AB-1234',
  words: 'It stopped on Sunday',
  symptoms: ['stopped'],
  condition: { outline: 'watch', points: [{ x: 40, y: 30, word: 'Scratch' }] },
  declaredMinor: 40_000_00,
  mayOpen: true,
  mayGoAbroad: false,
  needsWaterTest: true,
  contactVerified: '+852 9123 4567',
  dueOn: '2026-12-10',
  photos,
  signature,
  language: 'en',
  ...more,
});
const take = (more: Partial<Input<'jobs.take'>> = {}) => shop.call('jobs.take', intake(more));
const refusal = async <N extends 'jobs.take' | 'jobs.step'>(operation: N, input: Input<N>) => {
  const answer = await shop.try(operation, input);
  return answer.ok ? 'done' : answer.code;
};
const get = (jobId: string): Promise<Output<'jobs.get'>> => shop.call('jobs.get', { jobId });
/** As what a text finds a customer. */
const foundAs = async (text: string) =>
  (await shop.call('search.query', { text })).results.map(({ id, why }) => [id, why[0]?.field]);
async function step(jobId: string, ...steps: JobStepInput[]) {
  for (const one of steps) {
    const { version } = await get(jobId);
    await shop.call('jobs.step', { jobId, version, step: one });
  }
}
const at = Date.UTC(2026, 10, 20, 3);
const toReady: JobStepInput[] = [
  { step: 'send' },
  { step: 'test', kind: 'dry', passed: false },
  { step: 'estimate', minor: 3_200_00, validUntil: '2026-12-20', note: 'Movement service' },
  { step: 'approve', by: 'Chan Tai Man', channel: 'phone', at },
  { step: 'begin' },
  { step: 'work', kind: 'part', what: 'Mainspring' },
  { step: 'test', kind: 'dry', passed: true },
  { step: 'test', kind: 'wet', passed: true },
  { step: 'finish' },
];

describe('an intake', () => {
  it('is found by its number and by what the customer said', async () => {
    const { jobId, number } = await take();
    expect(await foundAs(number)).toEqual([[jobId, 'job']]);
    expect(await foundAs('stopped on sunday')).toEqual([[customerId, 'job']]);
  });

  it('is numbered, promised, photographed, on the timeline, and holds the item at the counter', async () => {
    const { jobId, number } = await take();
    expect(number).toBe('JA-000001');
    const job = await get(jobId);
    expect(job).toMatchObject({
      stage: 'received',
      holder: 'counter',
      dueOn: '2026-12-10',
      serialCheck: 'match',
    });
    expect(job.photos.map(({ side, sha256 }) => [side, sha256.length])).toEqual([
      ['front', 64],
      ['back', 64],
    ]);
    expect(await shop.call('jobs.photo', { photoId: job.photos[0]?.id ?? '' })).toEqual({
      mime: 'image/png',
      base64: png,
    });
    const { open } = await shop.call('promises.forCustomer', { customerId });
    expect(open[0]).toMatchObject({
      kind: 'repair',
      origin: { kind: 'job', id: jobId },
      dueOn: '2026-12-10',
    });
    const { entries } = await shop.call('timeline.forCustomer', { customerId, kinds: ['job'] });
    expect(entries.map(({ title }) => title)).toEqual(['job.intake']);
    expect(await shop.call('jobs.byNumber', { number: 'ja-000001' })).toEqual({ jobId });
  });

  it('is refused without a signature, photographs or their reason, and for a serial that nobody looked at again', async () => {
    const slip = {
      ...signature,
      strokes: [
        [
          [1, 1],
          [2, 2],
        ] as [number, number][],
      ],
    };
    expect(await refusal('jobs.take', intake({ signature: slip }))).toBe('JOB_SIGNATURE_NEEDED');
    expect(await refusal('jobs.take', intake({ photos: photos.slice(0, 1) }))).toBe('PHOTOS_MISSING');
    const text = {
      side: 'front' as const,
      mime: 'image/png' as const,
      base64: Buffer.from('no').toString('base64'),
    };
    expect(await refusal('jobs.take', intake({ photos: [text, ...photos] }))).toBe('PICTURE_TYPE');
    expect(await refusal('jobs.take', intake({ dueOn: '2026-11-19' }))).toBe('DUE_IN_THE_PAST');
    expect((await shop.call('items.forCustomer', { customerId })).length).toBe(0);
    const { jobId } = await take({ photos: [], noPhotosReason: 'The customer is in a hurry' });
    const { itemId } = await get(jobId);
    expect(await refusal('jobs.take', intake({ itemId }))).toBe('JOB_OPEN_FOR_ITEM');
    await step(
      jobId,
      { step: 'give-up', reason: 'withdrawn' },
      { step: 'collect', hasReceipt: true, signature },
    );
    expect(await refusal('jobs.take', intake({ itemId, serialSeen: 'AB-9999' }))).toBe('SERIAL_DIFFERS');
    const again = await take({ itemId, serialSeen: 'AB-9999', isDifferenceSeen: true });
    expect((await get(again.jobId)).serialCheck).toBe('differs');
  });

  it('keeps what happened: neither events nor photographs can be changed', async () => {
    await take();
    const { writer } = shop.shop;
    for (const table of ['service_job_events', 'service_job_photos']) {
      expect(() => writer.prepare(`DELETE FROM ${table}`).run()).toThrow('append-only');
      expect(() => writer.prepare(`UPDATE ${table} SET at = 1`).run()).toThrow('append-only');
    }
  });
});

describe('a service job', () => {
  it('goes to its collection, closes its promise, and carries its warranty', async () => {
    const { jobId } = await take();
    await step(jobId, ...toReady);
    const { groups } = await shop.call('today.list', { scope: 'shop' });
    expect(groups.find(({ kind }) => kind === 'job-ready')?.total).toBe(1);
    await step(jobId, { step: 'tell', channel: 'whatsapp', at });
    const { closed } = await shop.call('promises.forCustomer', { customerId });
    expect(closed[0]).toMatchObject({ status: 'kept', told: { channel: 'whatsapp' } });
    await step(jobId, { step: 'collect', proxy: 'Chan Siu Ming', hasReceipt: true, signature });
    const job = await get(jobId);
    expect(job).toMatchObject({
      stage: 'collected',
      holder: 'customer',
      warrantyEnd: '2027-11-20',
      steps: [],
    });
    expect(job.events.map(({ holder }) => holder)).toEqual([
      'counter',
      ...Array(8).fill('desk'),
      'counter',
      'counter',
      'customer',
    ]);
    expect(job.events.at(-1)).toMatchObject({ detail: { proxy: 'Chan Siu Ming' }, signature });
  });

  it('stands on Today again where it is not collected, and goes into the return queue where nobody answers', async () => {
    const { jobId } = await take();
    await step(jobId, ...toReady, { step: 'tell', channel: 'phone', at });
    const waiting = async () => {
      const { groups } = await shop.call('today.list', { scope: 'shop' });
      return groups.find(({ kind }) => kind === 'job-uncollected')?.duties ?? [];
    };
    const later = (days: number) => shop.clock.advance(days * 86_400_000);
    later(6);
    expect(await waiting()).toEqual([]);
    later(1);
    expect(await waiting()).toMatchObject([
      { dueOn: '2026-11-27', isOverdue: false, params: { days: 7, case: 'ask' } },
    ]);
    // Asked again: quiet for another week, but the days without an answer count from the first time.
    await step(jobId, { step: 'tell', channel: 'phone', at: shop.clock.now() });
    expect(await waiting()).toEqual([]);
    later(24);
    expect(await waiting()).toMatchObject([{ isOverdue: true, params: { days: 31, case: 'return' } }]);
    const { jobs } = await shop.call('jobs.board', { show: 'unanswered' });
    expect(jobs.map(({ id }) => id)).toEqual([jobId]);
    await step(jobId, { step: 'collect', hasReceipt: true, signature });
    expect(await waiting()).toEqual([]);
  });

  it('whose estimate nobody answers goes into the return queue, too', async () => {
    const { jobId } = await take();
    await step(jobId, ...toReady.slice(0, 3));
    expect((await get(jobId)).stage).toBe('estimated');
    const { jobs } = await shop.call('jobs.board', { show: 'unanswered' });
    expect(jobs).toEqual([]);
    shop.clock.advance(31 * 86_400_000);
    const { counts } = await shop.call('jobs.board', {});
    expect(counts.unanswered).toBe(1);
  });

  it('tells the rules from main: order, evidence, somebody else’s step meanwhile', async () => {
    const { jobId } = await take({ mayOpen: false });
    const tell = { step: 'tell', channel: 'phone', at } as const;
    expect(await refusal('jobs.step', { jobId, version: 1, step: tell })).toBe('STEP_NOT_NOW');
    await step(jobId, { step: 'send' });
    expect(await refusal('jobs.step', { jobId, version: 1, step: { step: 'send' } })).toBe('JOB_CHANGED');
    const wet = { step: 'test', kind: 'wet', passed: true } as const;
    expect(await refusal('jobs.step', { jobId, version: 2, step: wet })).toBe('DRY_TEST_FIRST');
    await step(jobId, ...toReady.slice(1, 4));
    expect(await refusal('jobs.step', { jobId, version: 5, step: { step: 'begin' } })).toBe(
      'OPENING_NOT_ALLOWED',
    );
    const away = { step: 'move', to: 'workshop', isAbroad: true, name: 'Biel' } as const;
    expect(await refusal('jobs.step', { jobId, version: 5, step: away })).toBe('ABROAD_NOT_ALLOWED');
    expect(
      await refusal('jobs.step', { jobId, version: 5, step: { ...away, isAbroad: false, name: ' ' } }),
    ).toBe('WORKSHOP_NEEDED');
    await step(jobId, { ...away, isAbroad: false, name: 'Kwun Tong workshop' });
    expect(await get(jobId)).toMatchObject({ holder: 'workshop', holderName: 'Kwun Tong workshop' });
  });

  it('given up as not repairable breaks its promise, with the reason', async () => {
    const { jobId } = await take();
    await step(
      jobId,
      { step: 'give-up', reason: 'not-repairable', note: 'No part to be had' },
      { step: 'tell', channel: 'phone', at },
    );
    const { closed } = await shop.call('promises.forCustomer', { customerId });
    expect(closed[0]).toMatchObject({ status: 'broken', brokenReason: 'No part to be had' });
  });

  it('stands in its queue: late, ready too long, without an answer', async () => {
    const { jobId } = await take();
    const board = async (show: 'late' | 'ready' | 'unanswered') =>
      (await shop.call('jobs.board', { show })).jobs.map(({ id }) => id);
    expect(hasLateJob(shop.shop.reader, customerId, '2026-12-10')).toBe(false);
    expect(hasLateJob(shop.shop.reader, customerId, '2026-12-11')).toBe(true);
    await step(jobId, ...toReady, { step: 'tell', channel: 'phone', at });
    expect(hasLateJob(shop.shop.reader, customerId, '2026-12-11')).toBe(false);
    expect([await board('late'), await board('ready'), await board('unanswered')]).toEqual([[], [], []]);
    shop.clock.advance(31 * 86_400_000);
    shop.as('service');
    expect([await board('late'), await board('ready'), await board('unanswered')]).toEqual([
      [],
      [jobId],
      [jobId],
    ]);
  });

  it('prints its receipt and its label, the customer on the label only by number', async () => {
    const { jobId } = await take();
    const printed = async (documentId: string) => shop.devices.keptDocument(documentId)?.html ?? '';
    const receipt = await shop.call('jobs.receipt', { jobId, language: 'en', format: 'A4' });
    expect(await printed(receipt.documentId)).toContain('It stopped on Sunday');
    const label = await printed((await shop.call('jobs.label', { jobId, language: 'zh-Hant' })).documentId);
    expect(label).toContain('JA-000001');
    expect(label).not.toContain('陳大文');
  });
});
