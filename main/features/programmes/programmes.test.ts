import { resultInWords } from '@shared/words/programme-sentences';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { addCustomer, addSale } from '@tests/fixtures/vip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isHeldOut } from './members.sql';

let shop: TestShop;
let segmentId: string;
const day = 86_400_000;

beforeEach(async () => {
  // Friday 20 November 2026, noon in Hong Kong.
  shop = openTestShop();
  ({ segmentId } = await shop.call('segments.save', {
    segmentId: null,
    name: 'Nobody bought',
    rule: { groups: [{ any: [{ kind: 'purchases', atMost: 0 }] }] },
  }));
});
afterEach(() => shop.close());

const people = async (count: number) => {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1)
    ids.push(await addCustomer(shop, { englishName: `P${index}`, contacts: [] }));
  return ids;
};
const plan = (more: object = {}) => ({
  name: 'Back within half a year',
  goal: { kind: 'repeat' as const, days: 180, target: 3000 },
  segmentId,
  heldOutPercent: 20,
  budgetMinor: 50_000_00,
  endsOn: '2027-03-01',
  ownerId: shop.staff.manager,
  ...more,
});
const start = async (more: object = {}) => {
  const { programmeId } = await shop.call('programmes.plan', plan(more));
  await shop.call('programmes.start', { programmeId, version: 1 });
  return programmeId;
};
const get = (programmeId: string) => shop.call('programmes.get', { programmeId });
const members = async (programmeId: string, group: 'treated' | 'held-out') =>
  (await shop.call('programmes.members', { programmeId, group, limit: 200 })).members.map(({ id }) => id);

describe('a draft', () => {
  it('is the manager’s, numbered, refused where it makes no sense, and can be discarded', async () => {
    const { programmeId, number } = await shop.call('programmes.plan', plan());
    expect(number).toBe('PRA-000001');
    const code = async (more: object) => {
      const answer = await shop.try('programmes.plan', plan(more));
      return answer.ok ? 'done' : answer.code;
    };
    expect(await code({ segmentId: 'x' })).toBe('SEGMENT_NOT_FOUND');
    expect(await code({ goal: { kind: 'repeat', days: 180, target: 10_001 } })).toBe('SHARE_ABOVE_WHOLE');
    expect(await code({ heldOutPercent: 60 })).toBe('INVALID_INPUT');
    expect(await get(programmeId)).toMatchObject({ result: null, programme: { start: null } });
    await shop.call('programmes.discard', { programmeId });
    expect(await shop.try('programmes.get', { programmeId })).toMatchObject({ code: 'PROGRAMME_NOT_FOUND' });
    shop.as('advisor');
    expect(await code({})).toBe('NOT_ALLOWED');
  });
});

describe('the start', () => {
  it('freezes the audience and draws a lot that can be drawn again', async () => {
    const ids = await people(20);
    const programmeId = await start();
    const { programme } = await get(programmeId);
    expect(programme).toMatchObject({
      status: 'running',
      start: { audience: 20, heldOut: 4, on: '2026-11-20' },
    });
    await people(3);
    expect((await get(programmeId)).programme.start?.audience).toBe(20);
    const [treated, held] = [await members(programmeId, 'treated'), await members(programmeId, 'held-out')];
    expect([...treated, ...held].sort()).toEqual([...ids].sort());
    expect(await shop.call('programmes.checkLot', { programmeId })).toEqual({ isAsDrawn: true, heldOut: 4 });
    const { reader } = shop.shop;
    expect(held.every((id) => isHeldOut(reader, id, programmeId))).toBe(true);
    expect(treated.some((id) => isHeldOut(reader, id, programmeId))).toBe(false);
  });

  it('is refused for nobody, and a second time', async () => {
    const { programmeId } = await shop.call('programmes.plan', plan());
    const again = () => shop.try('programmes.start', { programmeId, version: 1 });
    expect(await again()).toMatchObject({ code: 'AUDIENCE_TOO_SMALL' });
    await people(2);
    expect(await again()).toMatchObject({ ok: true, value: { audience: 2, heldOut: 1 } });
    expect(await again()).toMatchObject({ code: 'PROGRAMME_STARTED' });
  });

  it('lets nothing of goal and groups be changed, through the app or by SQL', async () => {
    await people(10);
    const programmeId = await start();
    const change = (more: object) =>
      shop.try('programmes.change', { ...plan(more), programmeId, version: 2 });
    expect(await change({ goal: { kind: 'repeat', days: 90, target: 3000 } })).toMatchObject({
      code: 'PROGRAMME_STARTED',
    });
    expect(await change({ heldOutPercent: 10 })).toMatchObject({ code: 'PROGRAMME_STARTED' });
    expect(await change({ name: 'Another name', budgetMinor: 1 })).toMatchObject({ ok: true });
    const run = (sql: string) => () => shop.shop.writer.prepare(sql).run();
    expect(run('UPDATE programmes SET goal_target = 1')).toThrow(/keeps its goal/);
    expect(run('UPDATE programmes SET seed = 1')).toThrow(/keeps its goal/);
    expect(run(`UPDATE programmes SET status = 'draft'`)).toThrow(/no draft again/);
    expect(run('DELETE FROM programmes')).toThrow(/is kept/);
    expect(run('UPDATE programme_members SET is_held_out = 0')).toThrow(/append-only/);
    expect(run('DELETE FROM programme_members')).toThrow(/append-only/);
    const [late] = await people(1);
    expect(run(`INSERT INTO programme_members VALUES ('${programmeId}', '${late}', 0)`)).toThrow(
      /frozen at its start/,
    );
  });
});

describe('the result', () => {
  it('compares who bought again, and says it in words with a warning for few', async () => {
    await people(20);
    const programmeId = await start();
    const treated = await members(programmeId, 'treated');
    const held = await members(programmeId, 'held-out');
    for (const id of treated.slice(0, 8)) addSale(shop, id, { on: '2026-12-24', minor: 1000_00 });
    addSale(shop, held[0]!, { on: '2026-12-24', minor: 500_00 });
    // Bought after the days that count, and before the start: neither counts.
    addSale(shop, held[1]!, { on: '2027-05-20', minor: 500_00 });
    addSale(shop, held[2]!, { on: '2026-11-19', minor: 500_00 });
    const { result, programme } = await get(programmeId);
    expect(result).toMatchObject({
      treated: { people: 16, value: 0.5 },
      heldOut: { people: 4, value: 0.25 },
      verdict: 'chance',
      isThin: true,
      isReached: true,
    });
    const said = resultInWords(programme, result!, 'en');
    expect(said.figures).toBe('Bought again: 50% of those in the programme, 25% of those held out.');
    expect(said.difference).toMatch(/less to \d+ percentage points more: this could be chance\.$/);
    expect(said.goal).toBe('The goal was reached: 30% buy again within 180 days.');
    expect(said.warnings[0]).toContain('the smaller group holds 4 customers');
    expect(said.warnings[1]).toBe('So far: purchases count until 19 May 2027.');
  });

  it('compares what each spent, returns taken off', async () => {
    await people(10);
    const programmeId = await start({ goal: { kind: 'spend', days: 30, target: 900_00 } });
    const treated = await members(programmeId, 'treated');
    for (const id of treated) addSale(shop, id, { on: '2026-12-01', minor: 1000_00 });
    addSale(shop, treated[0]!, { on: '2026-12-02', minor: -1000_00 });
    const { result, programme } = await get(programmeId);
    expect(result).toMatchObject({ treated: { people: 8, value: 875_00 }, heldOut: { people: 2, value: 0 } });
    expect(result?.isReached).toBe(false);
    expect(resultInWords(programme, result!, 'en').figures).toBe(
      'Spent on average: HK$875 by those in the programme, HK$0 by those held out.',
    );
  });

  it('follows a merge, and leaves out whoever became both groups', async () => {
    await people(10);
    const programmeId = await start();
    const [kept, gone] = await members(programmeId, 'treated');
    const [held] = await members(programmeId, 'held-out');
    addSale(shop, gone!, { on: '2026-12-01', minor: 1000_00 });
    await shop.call('customers.merge', { keptId: kept, mergedId: gone, choices: {} } as never);
    expect((await get(programmeId)).result).toMatchObject({
      treated: { people: 7, value: 1 / 7 },
      leftOut: 0,
    });
    await shop.call('customers.merge', { keptId: kept, mergedId: held, choices: {} } as never);
    expect((await get(programmeId)).result).toMatchObject({ treated: { people: 6 }, leftOut: 1 });
    expect(isHeldOut(shop.shop.reader, kept!, programmeId)).toBe(true);
  });

  it('is printed on one page', async () => {
    await people(10);
    const programmeId = await start();
    const { documentId } = await shop.call('programmes.sheet', { programmeId, language: 'en' });
    const { html } = shop.devices.kept.get(documentId)!;
    expect(html).toContain('30% buy again within 180 days');
    expect(html).toContain('Newcombe');
  });
});

describe('actions', () => {
  it('are due on Today for their owner, are ticked off with their cost, and add up', async () => {
    await people(10);
    const programmeId = await start();
    const { actionId } = await shop.call('programmes.addAction', {
      programmeId,
      kind: 'call',
      what: 'Ring everybody',
      dueOn: '2026-11-21',
      ownerId: shop.staff.advisor,
    });
    expect(await shop.call('programmes.due', {})).toEqual([]);
    shop.as('advisor');
    expect(await shop.call('programmes.due', {})).toMatchObject([{ what: 'Ring everybody', isLate: false }]);
    await shop.call('programmes.tick', {
      actionId,
      isDone: true,
      outcome: 'Reached six',
      spentMinor: 300_00,
    });
    expect(await shop.call('programmes.due', {})).toEqual([]);
    expect((await get(programmeId)).programme).toMatchObject({
      spentMinor: 300_00,
      actions: { total: 1, done: 1, late: 0 },
    });
    shop.as('manager');
    expect(await shop.try('programmes.removeAction', { actionId })).toMatchObject({ code: 'ACTION_IS_DONE' });
    await shop.call('programmes.tick', { actionId, isDone: false });
    await shop.call('programmes.removeAction', { actionId });
    expect((await get(programmeId)).actions).toEqual([]);
  });

  it('that are an event keep its held-out guests from being asked', async () => {
    const ids = await people(10);
    const programmeId = await start();
    const { eventId } = await shop.call('events.plan', {
      kind: 'dinner',
      name: 'Dinner',
      place: 'Here',
      startsAt: shop.clock.now() + 10 * day,
      endsAt: shop.clock.now() + 10 * day + 1000,
      answerBy: '2026-11-25',
      capacity: null,
      language: 'en',
      budgetMinor: null,
      ownerId: shop.staff.manager,
    });
    await shop.call('programmes.addAction', {
      programmeId,
      kind: 'event',
      what: 'Dinner',
      dueOn: '2026-11-30',
      ownerId: shop.staff.manager,
      eventId,
    });
    for (const customerId of ids) await shop.call('events.addGuest', { eventId, customerId });
    const held = await members(programmeId, 'held-out');
    const { guests, waiting } = await shop.call('events.get', { eventId });
    const marked = guests.filter(({ heldOutOf }) => heldOutOf !== null);
    expect(marked.map(({ customer }) => customer.id).sort()).toEqual([...held].sort());
    expect(marked[0]?.heldOutOf).toBe('Back within half a year');
    expect(waiting.inPerson).toBe(8);
    expect(await shop.try('events.askInPerson', { guestId: marked[0]!.id })).toMatchObject({
      code: 'HELD_OUT',
    });
    const write = { way: 'whatsapp', about: 'invitation', subject: '', body: 'Come' };
    expect(await shop.try('events.write', { guestId: marked[0]!.id, ...write })).toMatchObject({
      code: 'HELD_OUT',
    });
  });
});

describe('the end', () => {
  it('needs a lesson, which goes along when the programme is copied', async () => {
    await people(10);
    const programmeId = await start();
    await shop.call('programmes.addAction', {
      programmeId,
      kind: 'gift',
      what: 'A strap',
      dueOn: '2026-11-30',
      ownerId: shop.staff.advisor,
    });
    const close = (lesson: string) => shop.try('programmes.close', { programmeId, lesson });
    expect(await close('  ')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await close('Ring earlier')).toMatchObject({ ok: true });
    expect(await close('Again')).toMatchObject({ code: 'PROGRAMME_CLOSED' });
    await shop.call('programmes.reopen', { programmeId });
    await close('Ring earlier');
    shop.clock.advance(100 * day);
    const copy = await shop.call('programmes.copy', { programmeId });
    expect(await get(copy.programmeId)).toMatchObject({
      programme: { status: 'draft', goal: { days: 180, target: 3000 } },
      actions: [{ what: 'A strap', dueOn: '2027-03-10', done: null }],
      predecessor: { id: programmeId, lesson: 'Ring earlier' },
    });
    expect((await get(programmeId)).successors).toMatchObject([{ number: 'PRA-000002' }]);
  });
});
