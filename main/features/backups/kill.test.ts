import { bundleScript } from '@tests/fixtures/kill';
import { killBackups, killRestores, makeVictim, type Victim } from '@tests/fixtures/kill-backups';
import { afterAll, beforeAll, expect, it } from 'vitest';

// A few of the kills that `npm run test:faults` deals out by the dozen.
const kills = 4;
let victim: Victim;

beforeAll(async () => {
  victim = await makeVictim(bundleScript('tests/faults/child-backup.ts', 'child-backup'));
}, 60_000);
afterAll(() => victim.remove());

it('leaves a whole shop and whole copies when it is killed in the middle of a backup', {
  timeout: 90_000,
}, async () => {
  expect((await killBackups(victim, kills)).struck).toBeGreaterThan(0);
});

it('leaves a whole shop and the one before when it is killed in the middle of a restore', {
  timeout: 90_000,
}, async () => {
  expect((await killRestores(victim, kills)).struck).toBeGreaterThan(0);
});
