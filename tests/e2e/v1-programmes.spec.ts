import { expect, type Page, test } from '@playwright/test';
import { SAMPLE_PINS } from '@shared/domain/sample';
import {
  enterSample,
  expectNoAxeViolations,
  goToMore,
  inEveryLook,
  launchApp,
  type RunningApp,
  tell,
  tryTell,
} from './app';

let running: RunningApp;
test.afterEach(() => running?.close());

async function begin(): Promise<Page> {
  running = await launchApp();
  const { page } = running;
  await enterSample(page, 'manager');
  await tell(page, 'session.setLook', { language: 'en' });
  return page;
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, path);
}

test('V1 a programme is planned, started by lot, acted on, and closed with its lesson', async () => {
  const page = await begin();
  await goToMore(page, 'Programmes');
  await page.getByRole('button', { name: 'Plan a programme' }).click();
  const form = page.getByRole('dialog', { name: 'Plan a programme' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Ring the quiet ones');
  await form.getByRole('combobox', { name: /^Audience/ }).click();
  await page.getByRole('option', { name: 'Bought at least twice' }).click();
  await form.getByRole('textbox', { name: 'Budget' }).fill('20000');
  await form.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ring the quiet ones' })).toBeVisible();

  await page.getByRole('button', { name: 'Add an action' }).click();
  const adding = page.getByRole('dialog', { name: 'Add an action' });
  await adding.getByRole('textbox', { name: 'What is done' }).fill('Ring everybody');
  await adding.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Calls' }).click();
  const { today } = await tell(page, 'today.list', {});
  await adding.getByLabel('By when').fill(today);
  await adding.getByRole('button', { name: 'Save the action' }).click();

  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Start the programme?' })
    .getByRole('button', { name: 'Start', exact: true })
    .click();
  await expect(page.getByText(/^Seed \d+: /)).toBeVisible();
  await expect(page.getByText(/held out by lot$/).last()).toBeVisible();
  await page.getByRole('button', { name: 'Draw the lot again' }).click();
  await expect(page.getByText('Drawn again with the same seed: the same people are held out.')).toBeVisible();
  await page.getByRole('button', { name: 'Show the customers' }).click();
  await page.getByText('Held out', { exact: true }).last().click();
  await expect(page.getByText('Held out: not to be contacted for this programme')).toBeVisible();

  // Nothing of the assignment can be changed any more.
  const [programme] = await tell(page, 'programmes.list', { show: 'running' });
  if (!programme) throw new Error('nothing runs');
  const { name, words, segment, budgetMinor, endsOn, owner, version } = programme;
  const answer = await tryTell(page, 'programmes.change', {
    ...{ name, words, budgetMinor, endsOn, version, segmentId: segment.id, ownerId: owner.id },
    programmeId: programme.id,
    goal: { ...programme.goal, target: 1 },
    heldOutPercent: programme.heldOutPercent,
  });
  expect(answer).toMatchObject({ ok: false, code: 'PROGRAMME_STARTED' });

  // The action stands on Today until it is ticked off with its cost.
  await page.getByRole('link', { name: 'Today' }).click();
  const due = page.getByRole('region', { name: 'Actions of programmes' });
  await expect(due.getByText('Ring everybody')).toBeVisible();
  await due.getByRole('link', { name: /Ring everybody/ }).click();
  await page.getByRole('checkbox', { name: 'Done: Ring everybody' }).click();
  const tick = page.getByRole('dialog', { name: 'Done: what came of it?' });
  await tick.getByRole('textbox', { name: /^What came of it/ }).fill('Reached sixty');
  await tick.getByRole('textbox', { name: /^What it cost/ }).fill('1500');
  await tick.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByText(/HK\$1,500 spent of HK\$20,000/)).toBeVisible();

  await page.getByRole('main').getByRole('button', { name: 'Close', exact: true }).click();
  const closing = page.getByRole('dialog', { name: 'Close the programme' });
  await closing.getByRole('button', { name: 'Close', exact: true }).last().click();
  // No lesson, no end.
  await expect(closing).toBeVisible();
  await closing.getByRole('textbox', { name: 'What we learned' }).fill('Ring in the evening');
  await closing.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(closing).toBeHidden();
  await page.getByRole('button', { name: 'Copy and adjust' }).click();
  await expect(page.getByText(/^Made from PRA-\d+, Ring the quiet ones\. Learned there:$/)).toBeVisible();
  await expect(page.getByText('Ring in the evening')).toBeVisible();
  await expect(page.getByText('Ring everybody')).toBeVisible();
});

test('V1 a result is shown against those who were held out, with its uncertainty, and printed on one page', async () => {
  const page = await begin();
  const [closed] = await tell(page, 'programmes.list', { show: 'closed' });
  await goTo(page, `#/programmes/${closed?.id}`);
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result.getByText(/^Between [\d.]+ and [\d.]+ percentage points more/)).toBeVisible();
  await expect(
    result.getByText(/^Bought again: \d+% of those in the programme, \d+% of those held out\./),
  ).toBeVisible();
  await expect(result.getByRole('img')).toHaveAccessibleName(/In the programme: \d+%, between \d+% and \d+%/);
  await expect(page.getByText(/The call did it, not the letter/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Result on paper' }).click();
  const paper = page.frameLocator('iframe');
  await expect(paper.getByText(/Newcombe \(1998, method 10\)/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  // One that has only begun says what it cannot say yet.
  const [begun] = await tell(page, 'programmes.list', { show: 'running' });
  await goTo(page, `#/programmes/${begun?.id}`);
  await expect(page.getByText(/^So far: purchases count until/)).toBeVisible();
  await goTo(page, `#/programmes/${closed?.id}`);
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: test.info().outputPath(`programme-${look}.png`), fullPage: true });
    await expectNoAxeViolations(page);
  });
});

test('V1 an event of a programme marks whom the lot left out, and refuses to invite them', async () => {
  const page = await begin();
  const [programme] = await tell(page, 'programmes.list', { show: 'running' });
  const programmeId = programme?.id ?? '';
  const { actions } = await tell(page, 'programmes.get', { programmeId });
  const eventId = actions.find(({ event }) => event)?.event?.id ?? '';
  const { members } = await tell(page, 'programmes.members', { programmeId, group: 'held-out', limit: 200 });
  const { guests } = await tell(page, 'events.get', { eventId });
  const [held] = members.filter(({ id }) => !guests.some(({ customer }) => customer.id === id));
  const { guestId } = await tell(page, 'events.addGuest', { eventId, customerId: held?.id ?? '' });
  await goTo(page, `#/events/${eventId}`);
  const row = page.getByRole('listitem').filter({ hasText: held?.number ?? '' });
  await expect(row.getByText(/^Held out for comparison: Spring, one by one/)).toBeVisible();
  await expect(row.getByRole('button', { name: /^(Invite|Asked in person)/ })).toHaveCount(0);
  expect(await tryTell(page, 'events.askInPerson', { guestId })).toMatchObject({
    ok: false,
    code: 'HELD_OUT',
  });
});

test('V1 a campaign is begun from a programme, leaves out whom the lot holds out, and is counted there', async () => {
  const page = await begin();
  const [programme] = await tell(page, 'programmes.list', { show: 'running' });
  const programmeId = programme?.id ?? '';
  await goTo(page, `#/programmes/${programmeId}`);
  // What was sent for it already stands with its state and what came of it.
  const sent = page.getByRole('region', { name: 'Campaigns' });
  await expect(sent.getByText(/^\d+ written to, \d+ answered, \d+ bought$/)).toBeVisible();
  await expect(sent.getByText(/^They spent HK\$/)).toBeVisible();

  await page.getByRole('button', { name: 'Add an action' }).click();
  const adding = page.getByRole('dialog', { name: 'Add an action' });
  await adding.getByRole('textbox', { name: 'What is done' }).fill('A second card 第二張賀卡');
  await adding.getByRole('button', { name: 'Save the action' }).click();
  await page.getByRole('button', { name: 'Begin the campaign: A second card 第二張賀卡' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'A second card 第二張賀卡' })).toBeVisible();
  await expect(page.getByRole('link', { name: programme?.name ?? '' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Segment' })).toHaveValue(programme?.segment.name ?? '');
  await page.getByRole('combobox', { name: 'By' }).click();
  await page.getByRole('option', { name: 'E-mail' }).click();
  await page.getByRole('button', { name: 'Save campaign' }).click();
  await expect(page.getByText(/^Campaign KA-\d+ saved$/)).toBeVisible();

  // Everybody whom the lot holds out is named, with the programme as the reason.
  await page.getByRole('tab', { name: 'Audience' }).click();
  await page.getByRole('button', { name: 'See who gets it' }).click();
  const held = page.getByText(`Held out for comparison ${programme?.start?.heldOut}`, { exact: true });
  await expect(held).toBeVisible({ timeout: 30_000 });
  await held.click();
  const { members } = await tell(page, 'programmes.members', { programmeId, group: 'held-out', limit: 200 });
  const listed = page.getByRole('tabpanel').getByRole('listitem');
  await expect(listed).toHaveCount(members.length);
  for (const { number } of members.slice(0, 5))
    await expect(listed.filter({ hasText: number })).toContainText(
      `Held out for comparison: ${programme?.name}`,
    );
  await page.screenshot({ path: test.info().outputPath('held-out.png') });
  await inEveryLook(page, async () => expectNoAxeViolations(page), ['dark']);
  await tell(page, 'session.setLook', { language: 'en' });

  // Back in the programme it stands as a draft, at its action and in the list.
  await page.getByRole('link', { name: programme?.name ?? '' }).click();
  await expect(page.getByRole('link', { name: 'A second card 第二張賀卡 · Draft' })).toBeVisible();
  await expect(sent.getByRole('link', { name: 'A second card 第二張賀卡' })).toBeVisible();
  await inEveryLook(page, async (look) => {
    await page.screenshot({ path: test.info().outputPath(`campaigns-${look}.png`) });
    await expectNoAxeViolations(page);
  });
});

test('V1 a draft campaign is tied to a programme, and cannot be made before the lot is drawn', async () => {
  const page = await begin();
  const [draft] = (await tell(page, 'campaigns.list', {})).filter(({ status }) => status === 'draft');
  const { programmeId } = await tell(page, 'programmes.plan', {
    name: 'Quiet VIPs',
    goal: { kind: 'repeat', days: 90, target: 2000 },
    segmentId: draft?.segment.id ?? '',
    heldOutPercent: 20,
    budgetMinor: null,
    endsOn: '2031-01-01',
    ownerId: draft?.owner.id ?? '',
  });
  await goTo(page, `#/campaigns/${draft?.id}`);
  await page.getByRole('combobox', { name: 'Programme (optional)' }).click();
  await page.getByRole('option', { name: /^Quiet VIPs/ }).click();
  await page.getByRole('button', { name: 'Save campaign' }).click();
  await expect(page.getByRole('link', { name: 'Quiet VIPs' })).toBeVisible();
  await page.getByRole('tab', { name: 'Audience' }).click();
  await expect(page.getByText(/^The programme “Quiet VIPs” has not started/)).toBeVisible();
  await tell(page, 'session.confirm', { pin: SAMPLE_PINS.manager });
  const text = { subject: 'Come by', body: 'Dear {{name}}, come by.' };
  const { campaign } = await tell(page, 'campaigns.get', { campaignId: draft?.id ?? '' });
  await tell(page, 'campaigns.save', {
    ...campaign,
    campaignId: campaign.id,
    ownerId: campaign.owner.id,
    segmentId: campaign.segment.id,
    programmeId,
    texts: { en: text, 'zh-Hant': text, 'zh-Hans': text },
  });
  expect(
    await tryTell(page, 'campaigns.exportMailing', { campaignId: campaign.id, outputs: ['emails'] }),
  ).toMatchObject({ ok: false, code: 'LOT_NOT_DRAWN' });
  // Untied again, the programme lists nothing.
  await page.getByRole('tab', { name: 'Plan' }).click();
  await page.getByRole('link', { name: 'Quiet VIPs' }).click();
  const list = page.getByRole('region', { name: 'Campaigns' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await list.getByRole('link').click();
  await page.getByRole('tab', { name: 'Plan' }).click();
  // Chosen once more it is chosen no longer.
  await page.getByRole('combobox', { name: 'Programme (optional)' }).click();
  await page.getByRole('option', { name: /^Quiet VIPs/ }).click();
  await page.getByRole('button', { name: 'Save campaign' }).click();
  await expect(page.getByRole('link', { name: 'Quiet VIPs' })).toHaveCount(0);
  expect(await tell(page, 'campaigns.forProgramme', { programmeId })).toEqual([]);
});
