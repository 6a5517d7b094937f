import type { LookupResult } from './index';
import type { Times } from './measure';

const ms = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** Misses have a bar of their own. */
const barOf = (kind: string) => (/typo|miss/.test(kind) ? 20 : 5);

/** The measured tables as Markdown. */
export function lookupReport(result: LookupResult): string {
  const { making } = result;
  return [
    `### ${making.customers.toLocaleString('en')} customers, encrypted`,
    `Database ${Math.round(making.databaseMb)} MB, of which search index ${Math.round(making.indexMb)} MB; index written from the rows in ${Math.round(making.indexSeconds)} s (${Math.round(making.indexCpuSeconds)} s of it computing; peak memory ${Math.round(making.indexPeakMb)} MB). Rows: ${Object.entries(
      making.rows,
    )
      .map(([name, count]) => `${name} ${count.toLocaleString('en')}`)
      .join(', ')}.`,
    timesTable(result),
    recallTable(result),
    ...(result.peers.length > 0 ? [peersTable(result)] : ['Peers: not measured in this run.']),
  ].join('\n\n');
}

function timesTable({ kinds }: LookupResult): string {
  const growth = (warm: Times, small: Times | null) =>
    small ? `${(warm.p50 / small.p50).toFixed(1)}×` : '–';
  return table(
    [
      'query',
      'asked',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'computing, p99 ms',
      'bar',
      'cold p50 ms',
      'cold worst ms',
      'growth from 10,000',
    ],
    Object.entries(kinds).map(([kind, { warm, cold, small }]) => [
      kind,
      String(warm.count),
      ms(warm.p50),
      ms(warm.p95),
      ms(warm.p99),
      ms(warm.cpuP99),
      `${warm.p99 <= barOf(kind) ? 'within' : 'OVER'} ${barOf(kind)}`,
      ms(cold.p50),
      ms(cold.p99),
      growth(warm, small),
    ]),
  );
}

function recallTable({ recall }: LookupResult): string {
  return table(
    ['typed as', 'asked', 'found in the first 5', 'of these only the person themselves', 'found'],
    Object.entries(recall).map(([form, { asked, found, plain, plainFound }]) => [
      form,
      String(asked),
      percent(found, asked),
      String(plain),
      percent(plainFound, plain),
    ]),
  );
}

function peersTable({ peers }: LookupResult): string {
  return table(
    ['query', 'peer', 'peer p50 ms', 'ours p50 ms', 'times faster'],
    peers.map(({ kind, peer, theirs, ours }) => [
      kind,
      peer,
      theirs ? ms(theirs.p50) : 'not measured',
      ms(ours.p50),
      theirs ? `${(theirs.p50 / ours.p50).toFixed(0)}×` : '–',
    ]),
  );
}
