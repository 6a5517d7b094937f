import { expect, type Page, test } from '@playwright/test';
import { enterSample, goToMore, launchApp, tell } from './app';

/** The competency standards of the motor trade ask the same of a vehicle: an item is any serial-numbered thing. */
const car = { description: 'City car, grey', serial: 'JTDBR32E720123456' };

async function begin(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('A2–A6 interactions, promises, complaints and departments are about a vehicle as they are about a watch', async () => {
  test.slow();
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const { id: customerId } = await tell(page, 'customers.create', {
    familyName: 'Driver',
    givenName: 'Ann',
    contacts: [{ kind: 'phone', value: '+852 9123 4567' }],
  });
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customerId);

  // The record: what they own, found by its chassis number.
  const items = page.getByRole('region', { name: 'Items' });
  await items.getByRole('button', { name: 'Add an item' }).click();
  const itemForm = page.getByRole('dialog', { name: 'Add an item' });
  await itemForm.getByRole('textbox', { name: 'What it is' }).fill(car.description);
  await itemForm.getByRole('textbox', { name: 'Serial number', exact: true }).fill(car.serial);
  await itemForm.getByRole('button', { name: 'Save' }).click();
  await expect(items.getByText(car.description)).toBeVisible();

  // The interaction, with its next step as a promise.
  await begin(page, 'Conversation');
  await page.getByRole('textbox', { name: 'What was said' }).fill('The door of the grey car does not close');
  await page.getByRole('checkbox', { name: 'Promise a next step' }).check();
  await page.getByRole('textbox', { name: 'What we will do' }).fill('Book the workshop for the door');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Promises' }).getByText(/Book the workshop/)).toBeVisible();

  // The complaint about this very item.
  await begin(page, 'Complaint');
  const complaint = page.getByRole('dialog', { name: 'New complaint' });
  await complaint.getByRole('textbox', { name: 'What the customer says' }).fill('Second time in a month');
  await complaint.getByRole('combobox', { name: 'Item' }).click();
  await page.getByRole('option', { name: /City car/ }).click();
  await complaint.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByText('A complaint is open: listen first, sell later')).toBeVisible();

  // Between departments.
  await begin(page, 'Hand-over');
  const handover = page.getByRole('dialog', { name: 'New hand-over' });
  await handover.getByRole('textbox', { name: 'Subject' }).fill('Door lock');
  await handover.getByRole('textbox', { name: 'What is asked' }).fill('Is the part on the shelf?');
  await handover.getByRole('combobox', { name: 'Item (optional)' }).click();
  await page.getByRole('option', { name: /City car/ }).click();
  await handover.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByRole('region', { name: 'Hand-overs' }).getByText('Door lock')).toBeVisible();

  // The information system: found by the end of the chassis number, told on one timeline, due on Today.
  const { results } = await tell(page, 'search.query', { text: car.serial.slice(-6) });
  expect(results[0]).toMatchObject({ customerId });
  const { entries } = await tell(page, 'timeline.forCustomer', { customerId });
  const kinds = new Set(entries.map(({ kind }) => kind));
  for (const kind of ['item', 'conversation', 'promise', 'complaint', 'handover'] as const)
    expect(kinds).toContain(kind);
  await goToMore(page, 'Complaints');
  await expect(page.getByText('Second time in a month')).toBeVisible();
  await close();
});
