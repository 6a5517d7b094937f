import { expect, test } from '@playwright/test';
import { launchApp, setUpShop, tell, unlock } from './app';

test('R6: recommend products that meet the need, with reasons, and record what came of it', async () => {
  const { page, close } = await launchApp();
  const staff = await setUpShop(page);
  await unlock(page, staff.manager.name, staff.manager.pin);
  const add = async (code: string, fields: object) =>
    (await tell(page, 'products.create', { code, name: code, category: 'watch', stockCount: 2, ...fields }))
      .productId;
  const owned = await add('W-1', {
    name: 'Datejust 36',
    family: 'Datejust 36',
    brand: 'Rolex',
    priceMinor: 70_000_00,
    isSerialised: true,
    attributes: { lug_mm: 20 },
  });
  await add('S-1', {
    name: 'Blue alligator strap 20 mm',
    category: 'strap',
    priceMinor: 3_200_00,
    attributes: { width_mm: 20 },
  });
  await add('W-2', { name: 'Explorer 36', brand: 'Rolex', priceMinor: 62_000_00 });
  await add('W-3', { name: 'Daytona', brand: 'Rolex', priceMinor: 280_000_00 });
  const { id } = await tell(page, 'customers.create', { familyName: 'Cheung', givenName: 'Mei Ling' });
  await tell(page, 'sales.record', {
    customerId: id,
    lines: [{ productId: owned, quantity: 1, serial: 'D36-0001' }],
  });
  await tell(page, 'needs.note', {
    customerId: id,
    category: 'watch',
    brand: 'Rolex',
    budgetMaxMinor: 65_000_00,
  });
  await page.evaluate((to) => {
    location.hash = `#/customers/${to}`;
  }, id);
  const shown = page.getByRole('region', { name: 'To show' });

  await test.step('the need comes first; too dear and already owned stay away', async () => {
    await expect(shown).toContainText('Explorer 36');
    await expect(shown).toContainText('Answers what was asked for; fits the budget of HK$65,000');
    await expect(shown).not.toContainText('Daytona');
    await expect(shown).not.toContainText('Datejust 36 ');
  });

  await test.step('without a need, what goes with what they own', async () => {
    await shown.getByRole('combobox').click();
    await page.getByRole('option', { name: 'For this customer, without a need' }).click();
    await expect(shown).toContainText('Goes with their Rolex Datejust 36');
    await expect(page.getByRole('region', { name: 'Next best thing' })).toContainText('Blue alligator strap');
  });

  await test.step('tried, then declined, then both taken back', async () => {
    await shown.getByRole('button', { name: 'Tried: Blue alligator strap 20 mm' }).click();
    await expect(shown).toContainText(/tried \d/);
    await shown.getByRole('button', { name: 'Declined: Blue alligator strap 20 mm' }).click();
    await expect(shown.getByText('Blue alligator strap 20 mm')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(shown).toContainText(/tried \d/);
  });

  await test.step('bought opens the sale with product and customer, and the sale closes the loop', async () => {
    await shown.getByRole('combobox').click();
    await page.getByRole('option', { name: /Watch Rolex/ }).click();
    await shown.getByRole('button', { name: 'Bought: Rolex Explorer 36' }).click();
    await expect(page).toHaveURL(/\/sale\?.*needId=/);
    await expect(page.getByRole('main')).toContainText('Explorer 36');
    await expect(page.getByRole('main')).toContainText(/CHEUNG/);
  });
  await close();
});
