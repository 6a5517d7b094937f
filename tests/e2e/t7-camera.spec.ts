import { expect, type Page, test } from '@playwright/test';
import { enterSample, expectNoAxeViolations, launchApp, type RunningApp, tell } from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

/** The sample shop's intake for a customer of whom nothing is known yet. */
async function openIntake(args: readonly string[]): Promise<Page> {
  running = await launchApp({ args });
  const { page } = running;
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const { id } = await tell(page, 'customers.create', {
    familyName: 'Featherstone',
    givenName: 'Max',
    contacts: [],
  });
  await page.evaluate((customerId) => {
    location.hash = `#/jobs/new?customerId=${customerId}`;
  }, id);
  await expect(page.getByRole('heading', { level: 1, name: 'Take an item in' })).toBeVisible();
  return page;
}

test('T7 front and back are photographed with the camera, by the space bar, at the intake', async () => {
  // Two pretended cameras; whether the page may use them, the app itself answers.
  const page = await openIntake(['--use-fake-device-for-media-stream=device-count=2']);
  await page.getByRole('button', { name: 'Take with the camera' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take photographs' });
  const shutter = dialog.getByRole('button', { name: 'Take', exact: true });
  await expect(shutter).toBeEnabled();
  await expect(shutter).toBeFocused();
  await expect
    .poll(() => dialog.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);
  await expectNoAxeViolations(page);
  await page.keyboard.press('Space');
  await expect(dialog.getByText('1 photograph taken')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Back' })).toBeChecked();

  await dialog.getByRole('combobox', { name: 'Camera' }).click();
  await page.getByRole('option').nth(1).click();
  await expect(shutter).toBeEnabled();
  await expect
    .poll(() => dialog.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0);
  await shutter.click();
  await expect(dialog.getByText('2 photographs taken')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  for (const side of ['Front', 'Back'])
    await expect(page.getByRole('img', { name: `Photograph: ${side}` })).toBeVisible();
  // With the dialog the permission ends.
  const after = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (error: DOMException) => error.name,
    ),
  );
  expect(after).toBe('NotAllowedError');
});

test('T7 a counter without a camera says so, and nothing that was typed is lost', async () => {
  const page = await openIntake(['--use-fake-device-for-media-stream=device-count=0']);
  const words = page.getByRole('textbox', { name: 'In the customer’s words' });
  await words.fill('It stopped on Sunday');
  await page.getByRole('button', { name: 'Take with the camera' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take photographs' });
  await expect(dialog.getByRole('alert')).toContainText('No camera is connected to this counter.');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(dialog).toBeHidden();
  await expect(words).toHaveValue('It stopped on Sunday');
});
