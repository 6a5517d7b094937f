import { expect, type Page, test } from '@playwright/test';
import { enterSample, goToMore, launchApp, resize, tell, tryTell } from './app';

const contacts = [
  { kind: 'email' as const, value: 'peter@example.com' },
  { kind: 'phone' as const, value: '9123 4567' },
];

async function openCustomer(page: Page, changes: object = {}): Promise<string> {
  const { id } = await tell(page, 'customers.create', {
    title: 'mr',
    language: 'en',
    familyName: 'Chan',
    englishName: 'Peter',
    contacts,
    preferredChannel: 'whatsapp',
    contactHours: 'after six',
    address: '1 Example Street\nHong Kong',
    ...changes,
  });
  await page.evaluate((customerId) => {
    location.hash = `#/customers/${customerId}`;
  }, id);
  return id;
}

test('R3 a file is kept with the conversation; one that is too large is refused by its name, and the form stays', async () => {
  const running = await launchApp();
  const { page, close } = running;
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const customerId = await openCustomer(page);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Conversation' }).click();
  const form = page.getByRole('dialog', { name: 'Note a conversation' });
  await form.getByRole('textbox', { name: 'What was said' }).fill('Sent us the valuation');
  await form.getByRole('button', { name: 'More', exact: true }).click();
  const choose = async (name: string, size: number) => {
    const chooser = page.waitForEvent('filechooser');
    await form.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(size, 'a') });
  };
  await choose('large.pdf', 6 * 1024 * 1024);
  await expect(page.getByText('large.pdf is empty or larger than 5 MB.')).toBeVisible();
  await choose('valuation.pdf', 4000);
  await expect(form.getByText('valuation.pdf')).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  const { conversations } = await tell(page, 'conversations.forCustomer', { customerId });
  expect(conversations[0]?.attachments.map(({ name, size }) => [name, size])).toEqual([
    ['valuation.pdf', 4000],
  ]);
  await expect(page.getByRole('region', { name: 'Conversations' }).getByText(/valuation\.pdf/)).toBeVisible();
  await close();
});

test('R3 a conversation is noted in seconds, its next step is a promise, a correction keeps what stood before', async () => {
  const running = await launchApp();
  const { page, close } = running;
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  await resize(running, 1280, 800);
  await openCustomer(page);

  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Conversation' }).click();
  const words = page.getByRole('textbox', { name: 'What was said' });
  await expect(words).toBeFocused();
  await page.keyboard.type('Asked for the blue dial');
  await page.getByRole('checkbox', { name: 'Promise a next step' }).check();
  await page.getByRole('textbox', { name: 'What we will do' }).fill('Ring when it comes');
  await page.screenshot({ path: test.info().outputPath('talk-form.png') });
  await words.press('Enter');

  const panel = page.getByRole('region', { name: 'Conversations' });
  await expect(panel.getByText('Asked for the blue dial')).toBeVisible();
  await expect(panel.getByText('Last real contact today')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Promises' }).getByText('Ring when it comes')).toBeVisible();
  await expect(
    page.getByRole('list', { name: /Timeline|Story|History/ }).getByText('Spoke in the shop'),
  ).toBeVisible();

  await panel.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'Correct' }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct the conversation' });
  await dialog.getByRole('textbox', { name: 'What was said' }).fill('Asked for the green dial');
  await dialog.getByRole('textbox', { name: 'Why it is corrected' }).fill('Wrong colour');
  await dialog.getByRole('button', { name: 'Save the correction' }).click();
  await expect(panel.getByText('Asked for the green dial')).toBeVisible();
  await panel.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'What stood before' }).click();
  await expect(page.getByText(/Asked for the blue dial/)).toBeVisible();
  await close();
});

test('T2 a letter from a template logs itself; a selling message without permission cannot be prepared', async () => {
  const running = await launchApp();
  const { page, close } = running;
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  await resize(running, 1280, 800);
  const customerId = await openCustomer(page);

  await page.getByRole('button', { name: 'Contact', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Contact' });
  await dialog.getByRole('button', { name: /^E-mail/ }).click();
  await dialog.getByRole('combobox', { name: 'Template' }).click();
  await page.getByRole('option', { name: 'New arrival' }).click();
  const preview = dialog.getByRole('region', { name: 'As it goes out' });
  await expect(preview.getByText(/has just arrived/)).toBeVisible();
  await expect(dialog.getByRole('alert')).toContainText('cannot be prepared');
  await expect(dialog.getByRole('button', { name: 'Open in the mail program' })).toBeDisabled();
  await page.screenshot({ path: test.info().outputPath('contact-closed.png') });
  const refused = await tryTell(page, 'conversations.prepare', {
    customerId,
    channel: 'email',
    language: 'en',
    purpose: 'selling',
    goodsClass: 'watches',
    subject: 'New',
    body: 'New',
    gateReason: 'Because',
  });
  expect(refused).toMatchObject({ ok: false, code: 'SELLING_NOT_PERMITTED' });

  await dialog.getByRole('button', { name: /^Letter/ }).click();
  await dialog.getByText('Service', { exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Template' }).click();
  await page.getByRole('option', { name: 'Thank-you letter' }).click();
  await expect(preview.getByText(/Dear Mr Chan/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Prepare the letter' }).click();
  const paper = page.getByRole('dialog', { name: 'Thank you' });
  await expect(paper.frameLocator('iframe').getByText(/Thank you for the confidence/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('letter.png') });
  await paper.getByRole('button', { name: 'Close' }).last().click();
  const after = page.getByRole('dialog', { name: 'What came of it?' });
  await page.screenshot({ path: test.info().outputPath('after.png') });
  await after.getByRole('button', { name: 'Save', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Conversations' });
  await expect(panel.getByText('Letter, from us · Sent')).toBeVisible();
  await close();
});

test('L2 before a contact the screen says what is preferred and permitted; the shop sees which ways are answered', async () => {
  const running = await launchApp();
  const { page, close } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  await resize(running, 1280, 800);
  const { rows } = await tell(page, 'customers.list', {});
  const ids = rows.map(({ id }) => id);
  const summaries = await tell(page, 'consents.permissionSummary', { customerIds: ids.slice(0, 50) });
  const permitted = summaries.find(({ channels }) => channels.length > 0)?.customerId ?? '';
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, permitted);
  await page.getByRole('button', { name: 'Contact', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Contact' });
  await expect(dialog.getByText(/Last real contact|No real contact/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: /selling permitted/ }).first()).toBeVisible();
  await expect(dialog.getByText(/Selling contacts in the last 30 days: \d of 2/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('contact.png') });
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await openCustomer(page);
  await page.getByRole('button', { name: 'Contact', exact: true }).click();
  await expect(dialog.getByText('Prefers WhatsApp, after six')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^WhatsApp · preferred/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(dialog.getByRole('button', { name: /selling permitted/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await goToMore(page, 'Conversations');
  const rates = page.getByRole('region', { name: 'Answered, by way' });
  await expect(rates.getByText(/\d+ of \d+/).first()).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await tell(page, 'session.setLook', { language: 'zh-Hant', colorScheme: 'dark' });
  await resize(running, 1920, 1080);
  for (const [path, name] of [
    ['/conversations', 'conversations'],
    ['/settings/templates', 'templates'],
    [`/customers/${permitted}`, 'customer'],
  ] as const) {
    await page.evaluate((to) => {
      location.hash = `#${to}`;
    }, path);
    await page.waitForTimeout(400);
    await page.screenshot({ path: test.info().outputPath(`${name}-dark.png`) });
  }
  await close();
});
