import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAsManager } from '@main/cli/open';
import { Output } from '@main/cli/output';
import Database from 'better-sqlite3';
import { median, ms, quantile, type Row } from './result';
import { copyOfSample, manager } from './shops';

const ROUNDS = 300;

/** Saving a note through everything that a note goes through, beside the least a database and a disk can do. */
export async function benchSaving(say: (line: string) => void): Promise<Row[]> {
  say('saving a record');
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
  const shop = await openSample(await copyOfSample(2000, join(folder, 'sample'), say));
  const bare = new Database(join(folder, 'bare.sqlite'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE notes (id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID');
  const insert = bare.prepare('INSERT INTO notes VALUES (?, ?)');
  const file = openSync(join(folder, 'appended'), 'a');
  const { rows } = await shop.call('customers.list', { limit: 1 });
  const customerId = rows[0]?.id ?? '';
  const times = { ours: [] as number[], insert: [] as number[], append: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const body = `round ${round}: came in to have the strap changed and looked at the blue dials again`;
    // In turns, so that what else the machine does falls on all of them.
    times.ours.push(await timed(() => shop.call('customers.addNote', { customerId, body })));
    times.insert.push(await timed(() => insert.run(String(round), body)));
    times.append.push(
      await timed(() => {
        writeSync(file, body);
        fsyncSync(file);
      }),
    );
  }
  closeSync(file);
  bare.close();
  shop.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      measure: 'saving a note: checked, indexed, logged, committed with `synchronous=FULL`',
      ours: `${ms(median(times.ours))} median, ${ms(quantile(times.ours, 0.95))} p95`,
      beside: `bare INSERT, plain SQLite, \`synchronous=FULL\`: ${ms(median(times.insert))} (append + fsync: ${ms(median(times.append))})`,
      value: median(times.ours) / median(times.insert),
      bar: 1.5,
      unit: '×',
    },
  ];
}

const CUSTOMERS = 200;

/** The shortlist for customers of all kinds, as the counter asks for it. */
export async function benchRecommendations(say: (line: string) => void): Promise<Row[]> {
  say('recommendations');
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
  const shop = await openSample(await copyOfSample(2000, join(folder, 'sample'), say));
  const { rows } = await shop.call('customers.list', { sort: 'spend', limit: CUSTOMERS });
  const times: number[] = [];
  for (const { id } of rows)
    times.push(await timed(() => shop.call('recommendations.forCustomer', { customerId: id, needId: null })));
  shop.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      measure: `recommendations for a customer (the ${CUSTOMERS} with the longest histories, 400 products), p95`,
      ours: `${ms(median(times))} median, ${ms(quantile(times, 0.95))} p95, ${ms(Math.max(...times))} worst`,
      beside: null,
      value: quantile(times, 0.95),
      bar: 20,
      unit: 'ms',
    },
  ];
}

function openSample(folder: string) {
  process.env.VITRINE_PIN = manager.pin;
  return openAsManager({ home: folder, folder, output: new Output(true), staff: manager.name });
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
