import { goToMore, tell } from '../e2e/app';
import type { Guide } from './guide';
import type { Visited } from './people';

/** What keeps customers: a conversation with its promise, a quotation, a complaint; then every screen it comes together on. */
export async function relationship(guide: Guide, { id }: Visited): Promise<void> {
  const { page } = guide;
  await page.goto(`app://vitrine/#/customers/${id}`);
  await conversation(guide);
  await quotation(guide);
  await complaint(guide);
  await page.getByRole('main').getByText('Timeline', { exact: true }).first().click();
  await guide.show('Everything on one timeline');
  await page.getByRole('link', { name: 'Today' }).click();
  await guide.show('Today, with what is promised and due');
  await everyOtherScreen(guide);
}

async function begin({ page }: Guide, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

async function conversation(guide: Guide): Promise<void> {
  const { page } = guide;
  await begin(guide, 'Conversation');
  await page
    .getByRole('textbox', { name: 'What was said' })
    .fill('Asked for the blue dial on a steel bracelet');
  await page.getByRole('checkbox', { name: 'Promise a next step' }).check();
  await page.getByRole('textbox', { name: 'What we will do' }).fill('Ring when the blue dial arrives');
  await guide.show('A conversation and its next step');
  await page.getByRole('textbox', { name: 'What was said' }).press('Enter');
  const promises = page.getByRole('region', { name: 'Promises' });
  await promises.getByText('Ring when the blue dial arrives').first().waitFor();
  await promises.scrollIntoViewIfNeeded();
  await guide.show('The promise in the ledger');
}

async function quotation(guide: Guide): Promise<void> {
  const { page } = guide;
  const { products } = await tell(page, 'products.list', { category: 'watch', inStock: true, limit: 1 });
  await begin(guide, 'Quotation');
  const form = page.getByRole('dialog', { name: 'New quotation' });
  await form.getByLabel('Add a product').fill(products[0]?.code ?? '');
  await form.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await form.getByRole('listitem', { name: /^Line 1/ }).waitFor();
  await guide.show('A quotation');
  await form.getByRole('button', { name: 'Keep the draft' }).click();
  await form.waitFor({ state: 'hidden' });
  const panel = page.getByRole('region', { name: 'Quotations' });
  await panel.getByRole('button', { name: 'Send', exact: true }).first().click();
  const send = page.getByRole('dialog', { name: /^Give quotation/ });
  await send.getByRole('radio', { name: 'English' }).check();
  await send.getByRole('button', { name: 'Preview' }).click();
  await guide.paperIsThere();
  await guide.show('The quotation on paper');
  await page.keyboard.press('Escape');
  await page.locator('iframe').waitFor({ state: 'hidden' });
  if (await send.isVisible()) await page.keyboard.press('Escape');
}

async function complaint(guide: Guide): Promise<void> {
  const { page } = guide;
  await begin(guide, 'Complaint');
  const form = page.getByRole('dialog', { name: 'New complaint' });
  await form
    .getByRole('textbox', { name: 'What the customer says' })
    .fill('The clasp came open on the first day');
  await form.getByText('Serious', { exact: true }).click();
  await guide.show('A complaint and its clock');
  await form.getByRole('button', { name: 'Open the case' }).click();
  await page.getByText('A complaint is open: listen first, sell later').waitFor();
  await guide.show('Selling rests while a complaint is open');
}

/** Whatever the menu offers, so that a screen added later is shown, too. */
async function everyOtherScreen(guide: Guide): Promise<void> {
  const { page } = guide;
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const entries = page.getByRole('menuitem');
  await entries.first().waitFor();
  const names = await entries.allInnerTexts();
  await page.keyboard.press('Escape');
  for (const name of names) {
    await goToMore(page, name);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await guide.show(name);
  }
}
