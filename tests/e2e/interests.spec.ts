import { expect, type Page, test } from '@playwright/test';
import type { Role } from '@shared/contract/permissions';
import { SAMPLE_PINS } from '@shared/domain/sample';
import { enterSample, expectNoAxeViolations, goToMore, inEveryLook, launchApp, tell, unlock } from './app';

/** The scarce reference most people of the sample wait for. */
async function mostWanted(page: Page) {
  const [reference] = await tell(page, 'interests.references', {});
  if (!reference) throw new Error('nobody of the sample waits');
  return reference.product;
}

/** Somebody else takes the counter over, in English. */
async function enterAs(page: Page, role: Role): Promise<void> {
  await tell(page, 'session.lock', {});
  const person = (await tell(page, 'session.people', {})).find((candidate) => candidate.role === role);
  await unlock(page, person?.name ?? '', SAMPLE_PINS[role]);
  await tell(page, 'session.setLook', { language: 'en' });
}

const goTo = (page: Page, hash: string) =>
  page.evaluate((path) => {
    location.hash = path;
  }, hash);

test('Scarce registering interest says that it guarantees nothing, on the screen and on paper', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const product = await mostWanted(page);
  const [customer] = (await tell(page, 'customers.list', { sort: 'newest' })).rows;
  await goTo(page, `#/customers/${customer?.id}`);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Interest in a scarce watch' }).click();
  const dialog = page.getByRole('dialog', { name: 'Register interest' });
  await expect(dialog.getByText(/guarantees nothing/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Which watch' }).fill(product.reference ?? product.name);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(product.reference ?? product.name).first()).toBeVisible();
  await expect(dialog.getByText(/other customers? waits? for it/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Why this watch' }).fill('Her grandfather wore one at sea');
  await dialog.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(dialog).toBeHidden();

  const panel = page.getByRole('region', { name: 'Interest in scarce watches' });
  await expect(panel.getByText('Her grandfather wore one at sea')).toBeVisible();
  await panel.getByRole('button', { name: /^More about IA-/ }).click();
  await page.getByRole('menuitem', { name: 'Print the confirmation' }).click();
  const preview = page.locator('iframe');
  await expect(preview).toBeVisible();
  const paper = page.frameLocator('iframe');
  await expect(paper.getByText(/guarantees nothing|不作任何保證|不作任何保证/)).toBeVisible();
  await expect(paper.getByText('Her grandfather wore one at sea')).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(preview).toBeHidden();

  // Withdrawn with a reason, and taken back: both stay.
  await panel.getByRole('button', { name: /^More about IA-/ }).click();
  await page.getByRole('menuitem', { name: 'Withdraw' }).click();
  const why = page.getByRole('dialog', { name: /^Withdraw the interest/ });
  await why.getByRole('textbox', { name: 'Why' }).fill('Found one elsewhere');
  await why.getByRole('button', { name: 'Withdraw' }).click();
  await expect(panel.getByRole('button', { name: '1 interest that ended' })).toBeVisible();
  await page.getByText('Undo').click();
  await expect(panel.getByText('Withdrawn: Found one elsewhere')).toBeVisible();
  await expect(panel.getByText('Waiting', { exact: true })).toBeVisible();
  await close();
});

test('Scarce a piece arrives: the list with its arithmetic, an offer in order, one past it on the review list, the sale', async () => {
  test.setTimeout(120_000);
  const { page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const product = await mostWanted(page);
  await goTo(page, `#/products/${product.id}`);
  await expect(page.getByText(/^\d+ wait$/)).toBeVisible();
  await page.getByRole('link', { name: 'Allocate a piece' }).click();
  const opening = page.getByRole('dialog', { name: 'A piece arrived' });
  await opening.getByRole('textbox', { name: 'Serial number (optional)' }).fill('E2E-0042');
  await opening.getByRole('button', { name: 'Rank those who wait' }).click();

  const list = page.getByRole('region', { name: 'Those who waited, in their order' });
  await expect(list.getByText('Next in line')).toBeVisible();
  const first = list.getByRole('listitem').first();
  await first.getByRole('button', { name: /^Arithmetic: how the points of/ }).click();
  const sums = first.getByRole('table');
  await expect(sums.getByRole('row', { name: /Waiting time/ })).toContainText(/\d+% × 35 = [\d.]+/);
  const parts = await sums.locator('tbody tr td:last-child').allInnerTexts();
  const total = parts.reduce((sum, text) => sum + Number(text.split('=')[1]?.replace('−', '-')), 0);
  await expect(sums.locator('tfoot')).toContainText(String(Math.round(total * 100) / 100));

  // An advisor offers in order, and only so.
  await expect(list.getByRole('button', { name: /^Offer past the order/ })).toHaveCount(0);
  await first.getByRole('button', { name: /^Offer it to/ }).click();
  const offering = page.getByRole('dialog', { name: /^Offer it to/ });
  await expect(
    offering.getByText('Recording an offer sends nothing. Tell the customer yourself.'),
  ).toBeVisible();
  await offering.getByRole('button', { name: 'Record the offer' }).click();
  const offers = page.getByRole('region', { name: 'Offers' });
  await offers.getByRole('button', { name: 'Record the answer' }).click();
  const answering = page.getByRole('dialog', { name: /^What did/ });
  await answering.getByText('Declined', { exact: true }).click();
  await answering.getByRole('textbox', { name: 'In their words' }).fill('Rather the blue one');
  await answering.getByRole('button', { name: 'Record the answer' }).click();
  await expect(offers.getByText(/Declined: Rather the blue one/)).toBeVisible();
  const piece = new URL(page.url()).hash;

  await goTo(page, '#/');
  await enterAs(page, 'manager');
  await goTo(page, piece);
  await list
    .getByRole('button', { name: /^Offer past the order/ })
    .first()
    .click();
  const override = page.getByRole('dialog', { name: /^Offer past the order/ });
  await override.getByRole('button', { name: 'Record the offer' }).click();
  // Without its reason nothing is recorded.
  await expect(override).toBeVisible();
  await override.getByRole('textbox', { name: 'Why not in order' }).fill('Flies home for good tonight');
  await override.getByRole('button', { name: 'Record the offer' }).click();
  await expect(override).toBeHidden();
  await offers.getByRole('button', { name: 'Record the answer' }).click();
  await answering.getByRole('button', { name: 'Record the answer' }).click();
  await expect(answering).toBeHidden();

  // Accepted leads to the sale, and the sale ends the allocation.
  await offers.getByRole('link', { name: 'Record the sale' }).click();
  await expect(page.getByRole('heading', { name: 'Record a sale' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Serial number' }).fill('E2E-0042');
  await page.getByRole('button', { name: 'Record the sale' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await goTo(page, piece);
  await expect(offers.getByText(/Sold, receipt/)).toBeVisible();

  await goToMore(page, 'Review list');
  const entry = page.getByRole('listitem').filter({ hasText: 'Flies home for good tonight' });
  await expect(entry).toContainText('Offered past the order');
  await entry.getByRole('button', { name: /^Sign off/ }).click();
  const signing = page.getByRole('dialog', { name: /^Sign off/ });
  await signing.getByRole('textbox', { name: 'Remark' }).fill('Ticket seen');
  await signing.getByRole('button', { name: 'Sign off' }).click();
  await expect(page.getByText('Ticket seen').or(page.getByText('Signed off'))).toBeVisible();
  await close();
});

test('Scarce the fairness report shows waits, order and overrides with their reasons, and prints', async () => {
  test.setTimeout(180_000);
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const { allocations } = await tell(page, 'allocations.list', { show: 'ended' });
  const past = allocations.find(({ overrides }) => overrides > 0);
  if (!past) throw new Error('the sample has no override');
  await goToMore(page, 'Scarce watches');
  await page.getByRole('link', { name: 'Fairness report' }).click();
  const byReference = page.getByRole('region', { name: 'By reference' });
  await expect(byReference.getByRole('row').nth(1)).toBeVisible();
  await expect(byReference.getByText(/\d+ days \(longest \d+\)/).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Offers by person' })).toContainText(past.number);
  await inEveryLook(page, async () => expectNoAxeViolations(page));
  await tell(page, 'session.setLook', { language: 'en' });
  await page.getByRole('button', { name: 'Print the report' }).click();
  const paper = page.frameLocator('iframe');
  await expect(paper.getByRole('heading', { name: 'Fairness report' })).toBeVisible();
  await expect(paper.getByText(past.number).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
  await close();
});

test('Scarce the manager writes criteria as a version; an offer whose hold runs out stands on Today', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  await expect(page.getByRole('region', { name: 'Offers whose hold runs out' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Pieces to offer' })).toBeVisible();
  await goTo(page, '#/allocations/criteria');
  await expect(page.getByText('In force')).toBeVisible();
  await page.getByRole('button', { name: 'Write a new version' }).click();
  const form = page.getByRole('dialog', { name: 'New version of the criteria' });
  await form.getByRole('textbox', { name: 'Weight: Waiting time' }).fill('50');
  await form.getByRole('button', { name: 'Keep this version' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('Waiting time: up to 50 points, full at 24 months')).toBeVisible();
  await page.getByRole('button', { name: /older versions?$/ }).click();
  await expect(page.getByText('Waiting time: up to 35 points, full at 24 months')).toBeVisible();
  await close();
});

test('Scarce a hold is kept longer with its reason, and who was asked before is asked once more', async () => {
  test.setTimeout(120_000);
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const product = await mostWanted(page);
  const { allocationId } = await tell(page, 'allocations.open', {
    productId: product.id,
    serial: 'E2E-0099',
  });
  await goTo(page, `#/allocations/${allocationId}`);
  const list = page.getByRole('region', { name: 'Those who waited, in their order' });
  const first = list.getByRole('listitem').first();
  await first.getByRole('button', { name: /^Offer it to/ }).click();
  await page
    .getByRole('dialog', { name: /^Offer it to/ })
    .getByRole('button', { name: 'Record the offer' })
    .click();
  const offers = page.getByRole('region', { name: 'Offers' });
  await offers.getByRole('button', { name: 'Keep it longer' }).click();
  const extending = page.getByRole('dialog', { name: /^Keep it longer for/ });
  await expect(extending.getByText(/this will be on the review list/)).toBeVisible();
  await extending.getByRole('button', { name: 'Keep it longer' }).click();
  // Without its reason it stays as it was.
  await expect(extending).toBeVisible();
  await extending.getByRole('textbox', { name: 'Why longer' }).fill('Back from Geneva next week');
  await extending.getByRole('button', { name: 'Keep it longer' }).click();
  await expect(extending).toBeHidden();
  await expect(offers.getByText(/^Extended from .*Back from Geneva next week/)).toBeVisible();
  await inEveryLook(page, async () => expectNoAxeViolations(page));
  await tell(page, 'session.setLook', { language: 'en' });

  // Declined; then a change of mind: past those who wait, with the manager's reason. The first offer stays.
  await offers.getByRole('button', { name: 'Record the answer' }).click();
  const answering = page.getByRole('dialog', { name: /^What did/ });
  await answering.getByText('Declined', { exact: true }).click();
  await answering.getByRole('button', { name: 'Record the answer' }).click();
  await expect(first.getByText('Offered before')).toBeVisible();
  await first.getByRole('button', { name: /^Offer it again past the order/ }).click();
  const again = page.getByRole('dialog', { name: /^Offer it again past the order/ });
  await again.getByRole('textbox', { name: 'Why not in order' }).fill('Rang at noon: takes it after all');
  await again.getByRole('button', { name: 'Record the offer' }).click();
  await expect(again).toBeHidden();
  await expect(offers.getByText('Offered once more', { exact: true })).toBeVisible();
  await expect(offers.getByRole('listitem')).toHaveCount(2);

  await goTo(page, '#/allocations/fairness');
  await expect(page.getByRole('region', { name: 'Holds that were extended' })).toContainText(
    'Back from Geneva',
  );
  await expect(page.getByRole('region', { name: 'Offered once more' })).toContainText('takes it after all');
  await goToMore(page, 'Review list');
  await expect(page.getByRole('listitem').filter({ hasText: 'Back from Geneva next week' })).toContainText(
    'Hold extended beyond the usual',
  );
  await close();
});
