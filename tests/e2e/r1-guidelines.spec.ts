import { expect, type Page, test } from '@playwright/test';
import type { Role } from '@shared/contract/permissions';
import { SAMPLE_PINS } from '@shared/domain/sample';
import { enterSample, goToMore, launchApp, tell, unlock } from './app';

test('R1 a policy is shown where consent is asked, found by word, and confirmed as read', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  const { guidelineId, number } = await tell(page, 'guidelines.publish', {
    guidelineId: null,
    shelf: 'house',
    topic: 'consent',
    effectiveOn: (await tell(page, 'today.list', {})).today,
    texts: [
      {
        language: 'en',
        title: 'Consent by telephone',
        body: 'Never on Sundays.\n\n- Ask for the zircon form',
      },
    ],
  });
  await enterAs(page, 'advisor');
  const unread = page.getByRole('region', { name: 'Guidelines' });
  await expect(unread).toContainText('wait');

  const [candidate] = await tell(page, 'vip.candidates', { limit: 1 });
  await page.evaluate((id) => {
    location.hash = `#/vip/${id}`;
  }, candidate?.person.id ?? '');
  await page.getByRole('button', { name: /^(Staff: guidelines|店員：守則|店员：守则)$/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Guidelines: Consent' });
  await expect(dialog.getByText('The house’s guideline wins.')).toBeVisible();
  await expect(dialog.getByText('Ask for the zircon form')).toBeVisible();
  await dialog.getByRole('button', { name: 'I have read this' }).click();
  await expect(dialog.getByRole('button', { name: 'I have read this' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.evaluate(() => {
    location.hash = '#/';
  });
  await goToMore(page, 'Guidelines');
  await page.getByRole('searchbox', { name: 'Search the guidelines' }).fill('zircon');
  await expect(page.getByRole('button', { name: /Consent by telephone/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Honest work/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  const paper = page.getByRole('dialog', { name: `${number} Consent by telephone` });
  await expect(paper.frameLocator('iframe').getByText('Ask for the zircon form')).toBeVisible();

  await enterAs(page, 'manager');
  const readers = await tell(page, 'guidelines.readers', { guidelineId });
  expect(readers.filter(({ readAt }) => readAt !== null)).toHaveLength(2);
  await close();
});

test('A1 the manager publishes a new version, states which shelf wins, and sees who has not read it', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  await goToMore(page, 'Guidelines');
  await page.getByRole('button', { name: /Scarce references/ }).click();
  await expect(page.getByText('Everybody has read it')).toBeVisible();
  await page.getByRole('button', { name: 'State it' }).click();
  const precedence = page.getByRole('dialog', { name: 'Which shelf wins: Allocation' });
  await precedence.getByText('Brand', { exact: true }).click();
  await precedence.getByRole('textbox', { name: 'Why' }).fill('The pieces are the maker’s to allot');
  await precedence.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The brand’s guideline wins.')).toBeVisible();

  await page.getByRole('button', { name: 'New version' }).click();
  const form = page.getByRole('dialog', { name: /^New version of GA-/ });
  await form.getByRole('textbox', { name: 'What is different' }).fill('Deposits named');
  await form.getByRole('textbox', { name: 'Text' }).fill('No deposit, no promise, no list for sale.');
  await form.getByRole('button', { name: 'Publish' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('No deposit, no promise, no list for sale.')).toBeVisible();
  await expect(page.getByText('What changed: Deposits named')).toBeVisible();
  const readers = page.getByRole('region', { name: 'Who has read it' });
  await expect(readers.getByText('Not read yet').first()).toBeVisible();
  await page.getByRole('button', { name: /version 1/ }).click();
  await expect(page.getByRole('dialog').getByText('Interest is registered, never sold.')).toBeVisible();
  await close();
});

test('R1 the policy stands where it applies: taking an item in, and writing a complaint down', async () => {
  const { page, close } = await launchApp();
  await enterSample(page, 'advisor');
  await tell(page, 'session.setLook', { language: 'en' });
  const [customer] = (await tell(page, 'customers.list', {})).rows;
  const goTo = (path: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, path);
  const guidelinesOn = async (topic: 'repair-intake' | 'complaints') =>
    (await tell(page, 'guidelines.list', { topic })).guidelines[0]?.texts.find(
      ({ language }) => language === 'en',
    );

  await goTo(`#/jobs/new?customerId=${customer?.id}`);
  await page.getByRole('button', { name: /^Guidelines?.*[Ii]ntake/ }).click();
  const intake = page.getByRole('dialog', { name: /[Ii]ntake/ });
  await expect(
    intake.getByText((await guidelinesOn('repair-intake'))?.title ?? 'none').first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(intake).toBeHidden();

  await goTo(`#/customers/${customer?.id}`);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Complaint' }).click();
  const form = page.getByRole('dialog', { name: 'New complaint' });
  await form.getByRole('textbox', { name: 'What the customer says' }).fill('The clasp scratched');
  await form.getByRole('button', { name: /omplaints/ }).click();
  const policy = page.getByRole('dialog', { name: /Guidelines?.*[Cc]omplaints/ });
  await expect(policy.getByText((await guidelinesOn('complaints'))?.title ?? 'none').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(policy).toBeHidden();
  await expect(form.getByRole('textbox', { name: 'What the customer says' })).toHaveValue(
    'The clasp scratched',
  );
  await close();
});

/** Somebody else takes the counter over, in English. */
async function enterAs(page: Page, role: Role): Promise<void> {
  await tell(page, 'session.lock', {});
  const person = (await tell(page, 'session.people', {})).find((candidate) => candidate.role === role);
  await unlock(page, person?.name ?? '', SAMPLE_PINS[role]);
  await tell(page, 'session.setLook', { language: 'en' });
}
