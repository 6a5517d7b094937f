import { newId } from '@main/kernel/ids';
import { openTestShop, type TestShop } from '@tests/fixtures/shop';
import { addCustomer, addSale, signedForm } from '@tests/fixtures/vip';
import { afterEach, beforeEach, expect, test } from 'vitest';

let shop: TestShop;
let customerId: string;

beforeEach(async () => {
  shop = openTestShop();
  customerId = await addCustomer(shop, {
    discretion: 'SECRET-DISCRETION',
    birthYear: 1980,
    birthMonth: 5,
    birthDay: 3,
    dates: [{ kind: 'partner-birthday', month: 6, day: 1, label: 'SECRET-DATE', isDiscreet: true }],
  });
  const other = await addCustomer(shop, { familyName: 'Secretperson', chineseName: null, contacts: [] });
  await shop.call('customers.addNote', { customerId, body: 'SECRET-NOTE', isDiscreet: false });
  const db = shop.shop.writer;
  db.prepare(
    `INSERT INTO customer_links (id, customer_id, other_customer_id, relation, note, is_discreet, created_at)
     VALUES (?, ?, ?, 'friend', 'SECRET-LINK', 1, 1)`,
  ).run(newId(), customerId, other);
  addSale(shop, customerId, { on: '2025-03-01', minor: 8_000_000, description: 'Reverso <Tribute>' });
  const gift = addSale(shop, customerId, { on: '2026-05-01', minor: 7_654_300, description: 'SECRET-GIFT' });
  addItem({
    description: 'Reverso',
    saleId: null,
    isDiscreet: 0,
    serial: 'OPEN-SERIAL',
    note: 'SECRET-REMARK',
  });
  addItem({
    description: 'SECRET-GIFT',
    saleId: gift.saleId,
    isDiscreet: 1,
    serial: 'SECRET-SERIAL',
    note: null,
  });
  addNeed({ brand: 'Cartier', is_discreet: 0, seen: 'SECRET-SEEN' });
  addNeed({ brand: 'SECRET-BRAND', is_discreet: 1, seen: null });
});
afterEach(() => shop.close());

function addItem(item: {
  description: string;
  saleId: string | null;
  isDiscreet: number;
  serial: string;
  note: string | null;
}): void {
  shop.shop.writer
    .prepare(
      `INSERT INTO items (id, customer_id, sale_no, sale_position, description, serial, bought_on, warranty_end, service_due,
         is_discreet, note, created_at, updated_at)
       VALUES (?, ?, (SELECT no FROM sales WHERE id = @saleId), iif(@saleId IS NULL, NULL, 0), ?, ?, '2025-03-01', '2027-03-01', '2026-01-01', ?, ?, 1, 1)`,
    )
    .run(newId(), customerId, item.description, item.serial, item.isDiscreet, item.note, {
      saleId: item.saleId,
    });
}

function addNeed(need: { brand: string; is_discreet: number; seen: string | null }): void {
  shop.shop.writer
    .prepare(
      `INSERT INTO needs (id, customer_id, staff_id, at, seen, brand, budget_max_minor, currency, is_discreet, updated_at)
       VALUES (?, ?, ?, 1, ?, ?, 5000000, 'HKD', ?, 1)`,
    )
    .run(newId(), customerId, shop.staff.advisor, need.seen, need.brand, need.is_discreet);
}

const report = async (copy: 'customer' | 'shop', language: 'en' | 'zh-Hant' | 'zh-Hans' = 'en') => {
  const { documentId } = await shop.call('reports.customer', { customerId, copy, language });
  return shop.devices.keptDocument(documentId)!;
};

test('the customer’s copy says what is theirs and nothing that is not for them', async () => {
  await shop.call('consents.capture', { customerId, consent: await signedForm(shop) });
  shop.as('advisor');
  const { html: raw, page, footer } = await report('customer');
  const html = raw.replaceAll('\u00a0', ' ');
  expect(page).toBe('A4');
  expect(footer?.left).toContain('prepared by');
  for (const theirs of [
    'May contact by e-mail about watches',
    'OPEN-SERIAL',
    'until 1 March 2027',
    'due since 1 January 2026',
    'Cartier',
    'up to HK$50,000',
    'HK$80,000',
    'Reverso &lt;Tribute&gt;',
    '3 May',
  ])
    expect(html).toContain(theirs);
  expect(html).not.toContain('SECRET');
  expect(html).not.toContain('Secretperson');
  // Nor may a sum give the present away.
  expect(html).not.toContain('76,543');
  expect(html).not.toContain('156,543');
  expect(html).not.toContain('1980');
  expect(html).not.toContain('<Tribute>');
});

test('both copies say what was wished for and promised, a discreet promise only the shop’s', async () => {
  const note = (fields: object) =>
    shop.call('needs.note', { customerId, category: 'watch', attributes: { dial: 'blue' }, ...fields });
  const put = async (needId: string) =>
    shop.call('needs.close', { needId, outcome: 'postponed', reason: 'asks-family', until: '2026-12-24' });
  await put((await note({ brand: 'Omega', occasion: 'birthday', forWhom: 'spouse' })).needId);
  await put((await note({ brand: 'SECRET-PRESENT', isDiscreet: true })).needId);
  const promise = { customerId, kind: 'find', dueOn: '2026-11-30' } as const;
  await shop.call('promises.make', { ...promise, what: 'Find the blue dial' });
  await shop.call('promises.make', { ...promise, what: 'SECRET-PROMISE', isDiscreet: true });
  const { answers, ...form } = await signedForm(shop);
  const oral = { ...form, answers, form: 'oral' as const, signature: null };
  await shop.call('consents.capture', { customerId, consent: oral });
  const english = (await report('customer')).html;
  for (const said of [
    'Omega · watch · blue',
    'Birthday · for their partner',
    'On 24 December 2026 we come back to you about: Omega · watch · blue.',
    'By 30 November 2026: Find the blue dial',
    'By 4 December 2026 you have the written confirmation of your consent.',
  ])
    expect(english.toLowerCase()).toContain(said.toLowerCase());
  expect(english).not.toContain('SECRET-PRESENT');
  expect(english).not.toContain('SECRET-PROMISE');
  expect((await report('shop')).html).toContain('about: SECRET-PRESENT');
  expect((await report('customer', 'zh-Hant')).html).toContain('於 2026年12月24日 就「Omega');
});

test('the shop’s copy has it all and says that it is the shop’s', async () => {
  const { html } = await report('shop');
  for (const inside of [
    'SECRET-DISCRETION',
    'SECRET-DATE',
    'SECRET-NOTE',
    'SECRET-LINK',
    'SECRET-GIFT',
    'SECRET-SEEN',
    'SECRET-BRAND',
    'SECRETPERSON',
    'HK$156,543',
    'not for the customer',
  ])
    expect(html).toContain(inside);
});

test('Chinese reports are Chinese throughout', async () => {
  const traditional = (await report('customer', 'zh-Hant')).html;
  for (const words of ['顧客報告', '陳大文', '物品及保養', '每年購買', '2025年3月1日', '尚未詢問'])
    expect(traditional).toContain(words);
  const simplified = (await report('customer', 'zh-Hans')).html;
  expect(simplified).toContain('顾客报告');
});

test('somebody new gets a report that teaches instead of empty tables', async () => {
  const newcomer = await addCustomer(shop, { contacts: [] });
  const { documentId } = await shop.call('reports.customer', {
    customerId: newcomer,
    copy: 'customer',
    language: 'en',
  });
  const { html } = shop.devices.keptDocument(documentId)!;
  for (const words of ['No items on record.', 'No purchases on record.', 'Nothing open.'])
    expect(html).toContain(words);
});

test('what happened between customer and shop stands on both copies, the staff’s own words and what is discreet only on the shop’s', async () => {
  const asked = {
    customerId,
    channel: 'in-person' as const,
    due: { dueOn: '2026-11-23' },
    answer: null,
  };
  await shop.call('enquiries.ask', { ...asked, question: 'Does the blue dial exist?' });
  await shop.call('enquiries.ask', { ...asked, question: 'SECRET-QUESTION', isDiscreet: true });
  await shop.call('complaints.open', {
    customerId,
    source: 'in-person',
    about: 'repair',
    what: 'SECRET-COMPLAINT-WORDS',
    severity: 'minor',
  });
  const [theirs, ours] = [(await report('customer')).html, (await report('shop')).html];
  for (const html of [theirs, ours]) {
    expect(html).toContain('Between you and us');
    expect(html).toContain('Does the blue dial exist?');
    expect(html).toMatch(/Complaint CA-\d+/);
  }
  expect(theirs).not.toContain('SECRET');
  expect(theirs).not.toContain('Due now or soon');
  expect(ours).toContain('SECRET-QUESTION');
  expect(ours).toContain('SECRET-COMPLAINT-WORDS');
  expect(ours).toContain('Due now or soon');
});
