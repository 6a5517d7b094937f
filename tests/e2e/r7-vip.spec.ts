import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  expectNoAxeViolations,
  inEveryLook,
  launchApp,
  openWithPassphrase,
  type RunningApp,
  resize,
  setUpShop,
  type TestPerson,
  tell,
  unlock,
} from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

interface Guest {
  readonly page: Page;
  readonly customerId: string;
  readonly advisor: TestPerson;
}

/** A shop with one customer who spent enough, on the customer's screen, as the advisor. */
async function withGuest(language: 'en' | 'zh-Hant' = 'zh-Hant', profile?: string): Promise<Guest> {
  running = await launchApp(profile ? { profile } : {});
  const { page } = running;
  const { advisor } = await setUpShop(page);
  await unlock(page, advisor.name, advisor.pin);
  const { id: customerId } = await tell(page, 'customers.create', {
    title: 'ms',
    familyName: 'Chan',
    givenName: 'Siu Ling',
    englishName: 'Grace',
    chineseName: '陳小玲',
    language,
    contacts: [
      { kind: 'phone', value: '9123 4567' },
      { kind: 'email', value: 'grace@example.com' },
    ],
  });
  await tell(page, 'sales.record', {
    customerId,
    lines: [{ description: 'Reverso Tribute', quantity: 1, unitPriceMinor: 8_800_000 }],
  });
  await page.keyboard.press('Escape');
  await page.goto(`app://vitrine/#/customers/${customerId}`);
  await expect(page.getByRole('heading', { name: 'Consent' })).toBeVisible();
  return { page, customerId, advisor };
}

async function sign(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: /簽署|sign here/ });
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 90);
  await page.mouse.down();
  for (let step = 1; step <= 24; step += 1)
    await page.mouse.move(box.x + 60 + step * 10, box.y + 80 + Math.sin(step) * 34);
  await page.mouse.up();
}

test('R7 a VIP invitation with consent and signature takes less than 60 seconds', async () => {
  const info = test.info();
  const { page, customerId } = await withGuest();
  let taps = 0;
  const tap = async (name: string | RegExp, role: 'button' | 'checkbox' = 'button') => {
    taps += 1;
    await page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .click();
  };
  await expect(page.getByText('May be invited today')).toBeVisible();
  await page.screenshot({ path: info.outputPath('customer.png') });
  const started = Date.now();
  await tap('Invite to VIP');
  await expect(page.getByRole('heading', { name: /陳女士/ })).toBeVisible();
  // Nothing is ticked before the customer says so.
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  await page.screenshot({ path: info.outputPath('invitation.png') });
  const news = page.getByRole('region', { name: '消息及優惠' });
  for (const choice of ['電郵', 'WhatsApp', '手錶', '活動']) {
    taps += 1;
    await news.getByRole('checkbox', { name: choice, exact: true }).check();
  }
  taps += 1;
  await page.getByRole('region', { name: '保養提示' }).getByRole('checkbox', { name: '短訊' }).check();
  taps += 1;
  await sign(page);
  await page.screenshot({ path: info.outputPath('signed.png') });
  await tap('加入');
  await expect(page.getByText('VA-000001')).toBeVisible();
  await expect(page.getByText('請交回店員。')).toBeVisible();
  const seconds = (Date.now() - started) / 1000;
  await page.screenshot({ path: info.outputPath('hand-back.png') });
  info.annotations.push({ type: 'measured', description: `${seconds.toFixed(1)} s, ${taps} taps` });
  expect(seconds).toBeLessThan(60);
  expect(taps).toBeLessThanOrEqual(12);

  await tap('返回櫃枱');
  await tap('Print the welcome');
  const letter = page.frameLocator('iframe');
  await expect(letter.getByText('VA-000001')).toBeVisible();
  await expect(letter.getByText('可以電郵或WhatsApp聯絡，介紹手錶及活動')).toBeVisible();
  await page.screenshot({ path: info.outputPath('welcome.png') });
  await page.getByRole('button', { name: 'Close' }).last().click();
  await tap('Handed over');
  await tap('Back to the counter');
  await expect(page.getByText('Card VA-000001', { exact: true })).toBeVisible();
  await expect(page.getByText('May contact by e-mail or WhatsApp about watches and events')).toBeVisible();
  await page.screenshot({ path: info.outputPath('member.png') });

  const { events } = await tell(page, 'consents.forCustomer', { customerId });
  const given = events.filter(({ kind }) => kind === 'given');
  expect(given).toHaveLength(2);
  for (const event of given) {
    expect(event.notice).toMatchObject({ language: 'zh-Hant', version: 1, isProved: true });
    expect(event.signature?.strokes[0]?.length).toBeGreaterThan(10);
  }
});

test('R7 ticks and signature survive a lock and a crash, and are gone once they are recorded', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'vitrine-vip-'));
  const { page, customerId, advisor } = await withGuest('en', profile);
  await page.getByRole('button', { name: 'Invite to VIP' }).click();
  const ticked = () => page.getByRole('checkbox', { checked: true }).count();
  const news = () => page.getByRole('region', { name: 'News and offers' });
  await news().getByRole('checkbox', { name: 'E-mail', exact: true }).check();
  await news().getByRole('checkbox', { name: 'Watches', exact: true }).check();
  await sign(page);
  await page.keyboard.press('Control+l');
  // The invitation covers the navigation that `unlock` waits for.
  await page.getByRole('button', { name: advisor.name }).first().click();
  await page.getByRole('textbox').fill(advisor.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByText('What was ticked before')).toBeVisible();
  expect(await ticked()).toBe(2);
  const isDrawn = () =>
    page.locator('canvas').evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    });
  expect(await isDrawn()).toBe(true);

  await news().getByRole('checkbox', { name: 'Phone', exact: true }).check();
  const drafted = async () =>
    (await tell(page, 'drafts.get', { form: 'vip.invitation', subjectId: customerId }))?.body;
  await expect.poll(drafted).toContain('"phone"');
  running.app.process().kill('SIGKILL');
  running = await launchApp({ profile });
  await openWithPassphrase(running.page);
  await unlock(running.page, advisor.name, advisor.pin);
  await running.page.goto(`app://vitrine/#/vip/${customerId}`);
  const again = running.page;
  await expect(again.getByText('What was ticked before')).toBeVisible();
  expect(await again.getByRole('checkbox', { checked: true }).count()).toBe(3);
  await again.getByRole('button', { name: 'Join' }).click();
  await expect(again.getByText('VA-000001')).toBeVisible();
  expect(await tell(again, 'drafts.get', { form: 'vip.invitation', subjectId: customerId })).toBeNull();
  const { events } = await tell(again, 'consents.forCustomer', { customerId });
  const given = events.find(({ kind }) => kind === 'given');
  expect(given).toMatchObject({ channels: ['email', 'phone'], notice: { isProved: true } });
  expect(given?.signature?.strokes[0]?.length).toBeGreaterThan(10);
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

test('R7 a finger ticks and signs, too', async () => {
  const { page, customerId } = await withGuest('en');
  const screen = await page.context().newCDPSession(page);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y?: number) =>
    screen.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined || y === undefined ? [] : [{ x, y }],
    });
  const tap = async (target: Locator) => {
    await target.scrollIntoViewIfNeeded();
    const box = (await target.boundingBox())!;
    await touch('touchStart', box.x + box.width / 2, box.y + box.height / 2);
    await touch('touchEnd');
  };
  await tap(page.getByRole('button', { name: 'Invite to VIP' }));
  const news = page.getByRole('region', { name: 'News and offers' });
  for (const name of ['E-mail', 'Watches']) {
    await tap(news.getByRole('checkbox', { name, exact: true }));
    await expect(news.getByRole('checkbox', { name, exact: true })).toBeChecked();
  }
  const pad = page.getByRole('img', { name: 'Please sign here' });
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await touch('touchStart', box.x + 60, box.y + 90);
  for (let step = 1; step <= 24; step += 1)
    await touch('touchMove', box.x + 60 + step * 10, box.y + 80 + Math.sin(step) * 34);
  await touch('touchEnd');
  await tap(page.getByRole('button', { name: 'Join' }));
  await expect(page.getByText('VA-000001')).toBeVisible();
  const { events } = await tell(page, 'consents.forCustomer', { customerId });
  expect(events.find(({ kind }) => kind === 'given')?.signature?.strokes[0]?.length).toBeGreaterThan(10);
});

test('R7 an unsigned page is not accepted, and the message is in the customer’s language', async () => {
  const { page } = await withGuest();
  await page.getByRole('button', { name: 'Invite to VIP' }).click();
  await page.getByRole('button', { name: '加入', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('欠缺簽署');
  const news = page.getByRole('region', { name: '消息及優惠' });
  await news.getByRole('checkbox', { name: '電郵', exact: true }).check();
  await page.getByRole('button', { name: '加入', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('只勾選了一半');
  // What was missing is not said any longer than it is missing.
  await news.getByRole('checkbox', { name: '手錶', exact: true }).check();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('R7 oral consent by keyboard alone: a duty, then its written confirmation', async () => {
  const info = test.info();
  const { page, customerId } = await withGuest('en');
  await tabTo(page, page.getByRole('button', { name: 'Invite to VIP' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Chan/ })).toBeFocused();
  const news = page.getByRole('region', { name: 'News and offers' });
  for (const name of ['E-mail', 'Watches']) {
    await tabTo(page, news.getByRole('checkbox', { name, exact: true }));
    await page.keyboard.press('Space');
  }
  await tabTo(page, page.getByRole('button', { name: 'I would rather say it than sign' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Join' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('VA-000001')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Back to the counter' }).click();

  const [duty] = await tell(page, 'consents.duties', {});
  expect(duty).toMatchObject({ customer: { id: customerId }, isOverdue: false });
  await expect(page.getByText(/^14 days left/)).toBeVisible();
  await expect(page.getByText(/No news or offers: said yes; the written confirmation/)).toBeVisible();
  await page.screenshot({ path: info.outputPath('duty.png') });
  await page.getByRole('button', { name: 'Letter' }).click();
  await expect(page.frameLocator('iframe').getByText('Data we use')).toBeVisible();
  await page.screenshot({ path: info.outputPath('letter.png') });
  await page.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'Handed over or posted' }).click();
  await expect(page.getByText('May contact by e-mail about watches')).toBeVisible();
  expect(await tell(page, 'consents.duties', {})).toEqual([]);
});

test('R7 a no is respected, thinking too, and a customer who asks by themselves is welcome', async () => {
  const info = test.info();
  const { page } = await withGuest('en');
  await page.getByRole('button', { name: 'Invite to VIP' }).click();
  await page.getByRole('button', { name: 'No, thank you' }).click();
  await expect(page.getByText('We will respect it.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the counter' }).click();
  await expect(page.getByText(/Said no: respected until/)).toBeVisible();
  await page.getByRole('button', { name: 'Invite to VIP' }).click();
  await expect(page.getByRole('heading', { name: /do not allow this invitation today/ })).toBeVisible();
  await page.screenshot({ path: info.outputPath('not-today.png') });
  await page.getByRole('button', { name: 'They asked themselves' }).click();
  await page.getByRole('button', { name: 'Let me think about it' }).click();
  await expect(page.getByText('Take your time.')).toBeVisible();
});

test('R7 who wanted to think stands among the candidates once the day has come', async () => {
  const { page, customerId } = await withGuest('en');
  const today = (await tell(page, 'today.list', { scope: 'shop' })).today;
  await page.goto('app://vitrine/#/vip');
  await expect(page.getByRole('region', { name: 'Not asked yet' })).toContainText('CHAN Siu Ling');
  await tell(page, 'vip.invite', {
    customerId,
    outcome: 'thinking',
    consent: null,
    language: 'en',
    askAgainOn: today,
  });
  const again = page.getByRole('region', { name: 'Wanted to think about VIP' });
  await expect(again).toContainText('CHAN Siu Ling');
  await expect(page.getByRole('region', { name: 'Not asked yet' })).toHaveCount(0);
  await again.getByRole('link', { name: /^Invite to VIP/ }).click();
  await expect(page.getByRole('button', { name: 'Join' })).toBeVisible();
});

test('R7 a scan in front of the customer opens nobody’s record', async () => {
  const { page, customerId } = await withGuest('en');
  await page.getByRole('button', { name: 'Invite to VIP' }).click();
  await expect(page.getByRole('button', { name: 'Join' })).toBeVisible();
  const { number } = await tell(page, 'customers.get', { id: customerId });
  await running.app.evaluate(({ BrowserWindow }, code) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const keyCode of [...code, 'Return']) {
      contents?.sendInputEvent({ type: 'keyDown', keyCode });
      if (keyCode.length === 1) contents?.sendInputEvent({ type: 'char', keyCode });
      contents?.sendInputEvent({ type: 'keyUp', keyCode });
    }
  }, number);
  await page.waitForTimeout(1000);
  await expect(page).toHaveURL(/#\/vip\//);
  await expect(page.getByRole('button', { name: 'Join' })).toBeVisible();
});

test('R7 the invitation in every language, light and dark, at both sizes, without axe violations', async () => {
  const info = test.info();
  test.setTimeout(300_000);
  const { page } = await withGuest('en');
  await page.getByRole('button', { name: 'Invite to VIP' }).click();
  await expect(page.getByRole('button', { name: 'Join' })).toBeVisible();
  const names = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' };
  await inEveryLook(page, async (look) => {
    const language = look.replace(/^(light|dark)-/, '') as keyof typeof names;
    await page.getByText(names[language], { exact: true }).click();
    for (const [width, height] of [
      [1280, 800],
      [1920, 1080],
    ] as const) {
      await resize(running, width, height);
      await page.screenshot({ path: info.outputPath(`${look}-${width}.png`) });
    }
    await expectNoAxeViolations(page);
  });
});

/** Only with the Tab key, as somebody without a mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key never came to it');
}
