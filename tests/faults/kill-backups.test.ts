import { bundleScript } from '@tests/fixtures/kill';
import {
  killBackups,
  killRestores,
  killRestoresAtEveryStep,
  makeVictim,
  type Victim,
} from '@tests/fixtures/kill-backups';
import { afterAll, beforeAll, expect, it } from 'vitest';

const kills = process.env.VITRINE_THOROUGH ? 1000 : 30;
let victim: Victim;

beforeAll(async () => {
  victim = await makeVictim(bundleScript('tests/faults/child-backup.ts', 'child-backup'));
}, 60_000);
afterAll(() => victim.remove());

it(`survives ${kills} kills in the middle of a backup: none corrupt, no half copy listed`, async () => {
  const tally = await killBackups(victim, kills);
  process.stdout.write(`backup: ${JSON.stringify(tally)}\n`);
  expect(tally.struck).toBeGreaterThan(kills / 3);
});

it(`survives ${kills} kills in the middle of a restore: none corrupt, the database before always kept`, async () => {
  const tally = await killRestores(victim, kills);
  process.stdout.write(`restore: ${JSON.stringify(tally)}\n`);
  expect(tally.struck).toBeGreaterThan(kills / 3);
});

it('survives a kill before each single step of a restore on the disk', async () => {
  const tally = await killRestoresAtEveryStep(victim);
  process.stdout.write(`restore, every step: ${JSON.stringify(tally)}\n`);
  expect(tally.settled?.finished).toBeGreaterThan(0);
});
