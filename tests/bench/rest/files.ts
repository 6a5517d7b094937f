import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { BackupResult } from '@shared/contract/backups';
import type { ImportReport } from '@shared/contract/imports';
import { median, type Row } from './result';
import { copyOfSample, type Ran, runMeasured, runShop } from './shops';

const seconds = (value: number) => `${value.toFixed(1)} s`;
const timeOf = (ran: Ran) => `${seconds(ran.seconds)} (${seconds(ran.computing)} computing)`;

/** The whole invoice file into a shop, and that shop backed up, each beside the plainest program that does half of it. */
export async function benchFiles(source: string, say: (line: string) => void): Promise<Row[]> {
  if (!existsSync(source)) {
    say(`not measured: import and copy (${source} is missing)`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
  try {
    const plain = join(folder, 'invoices.csv');
    await pipeline(createReadStream(source), createGunzip(), createWriteStream(plain));
    const shop = await copyOfSample(1, join(folder, 'home', 'sample'), say);
    return [...(await importing(folder, shop, plain, say)), ...(await copying(folder, shop, say))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both by turns, so that a hiccup of the machine meets either of them. */
const TURNS = 5;

async function importing(
  folder: string,
  shop: string,
  plain: string,
  say: (line: string) => void,
): Promise<Row[]> {
  const turns: { readonly ours: Ran; readonly peer: Ran | null }[] = [];
  const empty = join(folder, 'empty', 'sample');
  cpSync(shop, empty, { recursive: true });
  for (let turn = 1; turn <= TURNS; turn += 1) {
    say(`importing 541,909 lines, and the same with sqlite3: ${turn} of ${TURNS}`);
    rmSync(shop, { recursive: true });
    cpSync(empty, shop, { recursive: true });
    const ours = await runShop([...at(shop), 'import', 'purchases', plain, '--set', 'currency=GBP']);
    const table = join(folder, 'peer.sqlite');
    rmSync(table, { force: true });
    const order = `.import --csv '${plain}' invoices\n`;
    const peer = await runMeasured('sqlite3', [table], order).catch(() => null);
    turns.push({ ours, peer });
  }
  const search = await runShop([...at(shop), 'search', 'chan']);
  const ours = middle(turns.map((turn) => turn.ours));
  const report = JSON.parse(ours.out) as ImportReport;
  const took = `${timeOf(ours)} for ${report.rowsRead.toLocaleString('en')} rows (${report.rowsRefused.toLocaleString('en')} refused with their reason), peak memory ${Math.round(ours.peakMb)} MB`;
  const beside = turns.flatMap(({ peer, ours: { seconds } }) =>
    peer ? [{ peer, ratio: seconds / peer.seconds }] : [],
  );
  if (beside.length === 0) {
    say(`not measured: import (no sqlite3 here). Ours: ${took}`);
    return [];
  }
  const peer = middle(beside.map((turn) => turn.peer));
  const ratios = beside.map(({ ratio }) => ratio).sort((one, two) => one - two);
  return [
    {
      measure: `import of the invoice file, from CSV to searchable history, encrypted; median of ${TURNS}`,
      ours: took,
      beside: `\`sqlite3 .import\` into one plain table: ${timeOf(peer)}, ${Math.round(peer.peakMb)} MB`,
      value: median(ratios),
      bar: 4,
      unit: '×',
      note: `each turn: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}; ${(ours.computing / peer.computing).toFixed(1)}× by processor time; a command that only starts, signs in and looks somebody up: ${seconds(search.seconds)}`,
    },
  ];
}

const at = (shop: string) => ['--shop', shop, '--json'];

/** The run that took the median time. */
const middle = (runs: readonly Ran[]): Ran =>
  [...runs].sort((one, two) => one.seconds - two.seconds)[Math.floor(runs.length / 2)] as Ran;

async function copying(folder: string, shop: string, say: (line: string) => void): Promise<Row[]> {
  say('the verified copy');
  const place = join(folder, 'place');
  mkdirSync(place);
  const { out } = await runShop([...at(shop), 'backup', '--place', place]);
  const [made] = JSON.parse(out) as BackupResult[];
  if (made?.outcome !== 'verified') throw new Error(`the copy failed: ${made?.error}`);
  const database = join(resolve(shop), 'vitrine.db');
  const started = performance.now();
  await copyAndHash(database, join(folder, 'plain-copy'));
  const plain = (performance.now() - started) / 1000;
  return [
    {
      measure:
        'end-of-day copy: encrypted, reopened with its key, every page and the log checked, counts compared',
      ours: `${seconds(made.durationMs / 1000)} for ${Math.round((made.sizeBytes ?? 0) / 2 ** 20)} MB`,
      beside: `copy + fsync + sha256 of both: ${seconds(plain)}`,
      value: made.durationMs / 1000 / plain,
      bar: 3,
      unit: '×',
    },
  ];
}

async function copyAndHash(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const handle = openSync(to, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  const hashes = [];
  for (const file of [from, to]) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    hashes.push(hash.digest('hex'));
  }
  if (hashes[0] !== hashes[1] || statSync(from).size !== statSync(to).size)
    throw new Error('the plain copy differs');
}
