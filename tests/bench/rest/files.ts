import { createHash } from 'node:crypto';
import {
  closeSync,
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
import type { Row } from './result';
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

async function importing(
  folder: string,
  shop: string,
  plain: string,
  say: (line: string) => void,
): Promise<Row[]> {
  say('importing 541,909 lines');
  const ours = await runShop([
    '--shop',
    shop,
    '--json',
    'import',
    'purchases',
    plain,
    '--set',
    'currency=GBP',
  ]);
  const report = JSON.parse(ours.out) as ImportReport;
  say('the same with sqlite3');
  const table = join(folder, 'peer.sqlite');
  const peer = await runMeasured('sqlite3', [table], `.import --csv '${plain}' invoices\n`).catch(() => null);
  const took = `${timeOf(ours)} for ${report.rowsRead.toLocaleString('en')} rows (${report.rowsRefused.toLocaleString('en')} refused with their reason), peak memory ${Math.round(ours.peakMb)} MB`;
  if (!peer) {
    say(`not measured: import (no sqlite3 here). Ours: ${took}`);
    return [];
  }
  return [
    {
      measure: 'import of the invoice file, from CSV to searchable history, encrypted',
      ours: took,
      beside: `\`sqlite3 .import\` into one plain table: ${timeOf(peer)}, ${Math.round(peer.peakMb)} MB`,
      value: ours.seconds / peer.seconds,
      bar: 4,
      unit: '×',
      note: `${(ours.computing / peer.computing).toFixed(1)}× by processor time`,
    },
  ];
}

async function copying(folder: string, shop: string, say: (line: string) => void): Promise<Row[]> {
  say('the verified copy');
  const place = join(folder, 'place');
  mkdirSync(place);
  const { out } = await runShop(['--shop', shop, '--json', 'backup', '--place', place]);
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
