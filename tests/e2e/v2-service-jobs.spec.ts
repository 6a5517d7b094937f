import { expect, type Locator, type Page, test } from '@playwright/test';
import { SAMPLE_PINS } from '@shared/domain/sample';
import { enterSample, launchApp, tell, unlock } from './app';

const picture = {
  name: 'watch.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

async function sign(page: Page, where: Locator): Promise<void> {
  const pad = where.locator('canvas');
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 90);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 40, { steps: 5 });
  await page.mouse.move(box.x + 300, box.y + 100, { steps: 5 });
  await page.mouse.up();
}

/** A customer's page, "New", and the intake that it leads to. */
async function beginIntake(page: Page, customerId: string): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}`;
  }, customerId);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Service job' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Take an item in' })).toBeVisible();
}

/** What every intake needs beside its item: words, value, contact, photographs, a mark, a signature. */
async function fillIntake(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'In the customer’s words' }).fill(words);
  await page.getByRole('textbox', { name: 'Declared value' }).fill('42000');
  await page.getByLabel('Contact, read back').first().fill('+852 9123 4567');
  await page.getByRole('checkbox', { name: 'The case may be opened' }).check();
  await page.getByRole('textbox', { name: 'What is seen' }).fill('Scratch at the edge');
  await page.getByRole('img', { name: 'Outline of the item' }).click({ position: { x: 90, y: 120 } });
  const files = page.locator('input[type=file]');
  await files.nth(0).setInputFiles(picture);
  await expect(page.getByRole('img', { name: 'Photograph: Front' })).toBeVisible();
  await files.nth(1).setInputFiles(picture);
  await expect(page.getByRole('img', { name: 'Photograph: Back' })).toBeVisible();
  await sign(page, page.locator('form').filter({ has: page.getByText('The customer signs for') }));
}

/** Opens the dialog of a step, does what it asks for, saves. */
async function step(page: Page, name: string, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('group', { name: 'What is next' }).getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name, exact: true });
  await fill?.(dialog);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

test('V2 a watch is taken in, estimated, repaired, tested for water, told and collected', async () => {
  test.slow();
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const { id: customerId } = await tell(page, 'customers.create', {
    familyName: 'Featherstone',
    givenName: 'Max',
    contacts: [],
  });
  const { itemId } = await tell(page, 'items.add', {
    customerId,
    fields: { brand: 'Omega', description: 'Seamaster 300', serial: 'SM-778812' },
  });
  await beginIntake(page, customerId);
  await page.getByRole('combobox', { name: 'Which item' }).click();
  await page.getByRole('option', { name: /Seamaster 300/ }).click();
  const serial = page.getByRole('textbox', { name: 'Serial as read off the item' });
  await serial.fill('SM-778813');
  await expect(page.getByText('The serial is not the one on record (SM-778812)')).toBeVisible();
  await serial.fill('sm778812');
  await expect(page.getByText('The serial is the one on record')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Water resistance must be tested' }).check();
  await fillIntake(page, 'It stopped after swimming');
  await page.screenshot({ path: test.info().outputPath('intake.png'), fullPage: true });
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^J.*Omega Seamaster 300/ })).toBeVisible();
  await expect(page.getByText('The counter holds it').first()).toBeVisible();
  await page.getByRole('button', { name: 'Receipt', exact: true }).click();
  // In the customer's language, whatever the screen speaks.
  await expect(page.frameLocator('iframe').getByText('It stopped after swimming')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  await step(page, 'Send to the service desk');
  await expect(page.getByText('The service desk holds it').first()).toBeVisible();
  await step(page, 'Water test', (dialog) => dialog.getByText('Failed').click());
  await step(page, 'Estimate', async (dialog) => {
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('3200');
    await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('Movement service, new gaskets');
  });
  await step(page, 'Customer approves');
  await step(page, 'Begin the work');
  await step(page, 'Work or part', (dialog) =>
    dialog.getByRole('textbox', { name: 'What was done' }).fill('New gaskets'),
  );
  // Not before both tests are passed.
  await page.getByRole('button', { name: 'Ready', exact: true }).click();
  const early = page.getByRole('dialog', { name: 'Ready', exact: true });
  await early.getByRole('button', { name: 'Save' }).click();
  await expect(early.getByText(/A water test is missing/)).toBeVisible();
  await early.getByRole('button', { name: 'Cancel' }).click();
  await step(page, 'Water test');
  await step(page, 'Water test', (dialog) => dialog.getByText('Wet (water)').click());
  await step(page, 'Ready');
  await step(page, 'Tell the customer');
  await page.screenshot({ path: test.info().outputPath('job.png'), fullPage: true });
  await step(page, 'Hand over to the customer', async (dialog) => {
    await expect(dialog.getByRole('checkbox', { name: 'The receipt was shown' })).not.toBeChecked();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('The signature is missing: sign in the field above.');
    await dialog.getByRole('checkbox', { name: 'The receipt was shown' }).check();
    await sign(page, dialog);
    await expect(dialog.getByRole('alert')).toBeHidden();
  });
  await expect(page.getByText('The customer holds it').first()).toBeVisible();
  await expect(page.getByText(/Repair warranty until/)).toBeVisible();
  const { closed } = await tell(page, 'promises.forCustomer', { customerId });
  expect(closed.map(({ status }) => status)).toEqual(['kept']);
  const { ended } = await tell(page, 'jobs.forCustomer', { customerId });
  expect(ended.map((job) => job.itemId)).toEqual([itemId]);
  await close();
});

test('V2 an intake survives a lock with its photographs, and stays with whoever began it', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const { id: customerId } = await tell(page, 'customers.create', {
    familyName: 'Locke',
    language: 'en',
    contacts: [],
  });
  await beginIntake(page, customerId);
  await page.getByRole('textbox', { name: 'What it is' }).fill('Carriage clock');
  await fillIntake(page, 'It strikes thirteen');
  const photo = page.getByRole('img', { name: /^Photograph: / });
  await expect(photo).toHaveCount(2);

  const people = await tell(page, 'session.people', {});
  const comeAs = async (role: 'advisor' | 'manager') => {
    await tell(page, 'session.lock', {});
    await unlock(page, people.find((one) => one.role === role)?.name ?? '', SAMPLE_PINS[role]);
    await tell(page, 'session.setLook', { language: 'en' });
    await beginIntake(page, customerId);
    await expect(page.getByRole('textbox', { name: 'What it is' })).toBeVisible();
  };
  await comeAs('manager');
  await expect(photo).toHaveCount(0);
  await comeAs('advisor');
  await expect(page.getByText('What you had typed before is still here.')).toBeVisible();
  await expect(photo).toHaveCount(2);

  // What is missing is said, not guessed at from a grey button.
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByText('The signature is missing: sign in the field above.')).toBeVisible();
  await sign(page, page.locator('form').filter({ has: page.getByText('The customer signs for') }));
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^J.*Carriage clock/ })).toBeVisible();
  await beginIntake(page, customerId);
  await expect(page.getByRole('textbox', { name: 'What it is' })).toHaveValue('');
  await expect(photo).toHaveCount(0);
  await close();
});

test('A6 any serial-numbered item is taken in as a watch is, and goes back unrepaired to a proxy', async () => {
  test.slow();
  const { page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const { id: customerId } = await tell(page, 'customers.create', {
    familyName: 'Driver',
    givenName: 'Ann',
    contacts: [],
  });
  await beginIntake(page, customerId);
  await page.getByRole('textbox', { name: 'What it is' }).fill('City car, grey');
  await page.getByRole('textbox', { name: 'Serial as read off the item' }).fill('JTDBR32E720123456');
  await page.getByText('Other item', { exact: true }).click();
  await fillIntake(page, 'The door does not close');
  await page.getByRole('button', { name: 'Take it in' }).click();
  await step(page, 'Give back unrepaired');
  await step(page, 'Hand over to the customer', async (dialog) => {
    await dialog.getByText('Somebody for them').click();
    const proxy = dialog.getByRole('textbox', { name: 'Name of whoever collects it' });
    await proxy.fill(' ');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('Say who collects it.');
    await proxy.fill('Ben Driver');
    await sign(page, dialog);
  });
  await expect(page.getByRole('heading', { level: 2, name: 'Returned unrepaired' })).toBeVisible();
  await expect(page.getByText('Ben Driver')).toBeVisible();
  await expect(page.getByText('without the receipt')).toBeVisible();
  const [item] = await tell(page, 'items.forCustomer', { customerId });
  expect(item).toMatchObject({ description: 'City car, grey', serial: 'JTDBR32E720123456' });
  await close();
});
