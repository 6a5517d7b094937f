import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_PINS } from '@shared/domain/sample';

/** Raise when the sample or its database changes: shops of an older version are made anew. */
const VERSION = 3;

/** Where made shops are kept between runs; everybody in them is invented. */
export const cache = () => process.env.VITRINE_BENCH_CACHE ?? join(tmpdir(), 'vitrine-bench');

/** Who signs in: the first manager of every sample. */
export const manager = { name: 'Cheung Wing Yan, Winnie', pin: SAMPLE_PINS.manager };

/** What a command of ours took. */
export interface Ran {
  readonly out: string;
  readonly seconds: number;
  /** Processor time of all its threads; on a busy machine the only figure that can be compared. */
  readonly computing: number;
  /** Highest resident memory of the process. */
  readonly peakMb: number;
}

/** Runs the built command line as a process of its own. Throws what it said where it failed. */
export function runShop(args: readonly string[]): Promise<Ran> {
  return runMeasured(process.execPath, [join('out', 'main', 'shop.js'), ...args]);
}

/** Runs a program and watches its memory. */
export function runMeasured(program: string, args: readonly string[], input = ''): Promise<Ran> {
  const env = { ...process.env, VITRINE_STAFF: manager.name, VITRINE_PIN: manager.pin };
  const started = performance.now();
  const computedBefore = computedByChildren();
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  let out = '';
  let err = '';
  let peakKb = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += String(chunk);
  });
  const timer = setInterval(() => {
    peakKb = Math.max(peakKb, highWaterKb(child.pid ?? 0));
  }, 100);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      const computing = computedByChildren() - computedBefore;
      if (code === 0) resolve({ out, seconds, computing, peakMb: peakKb / 1024 });
      else reject(new Error(`${program} ${args[0]} ended with ${code}: ${err || out}`));
    });
  });
}

/** Processor seconds of the children that have ended: one runs at a time, so the difference is the last one's. */
function computedByChildren(): number {
  // The fields after the name, which may hold spaces: cutime and cstime, in hundredths of a second.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function highWaterKb(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The folder of a sample of this size, made the first time. Nobody writes into it: see `copyOfSample`. */
export async function sampleOf(customers: number, say: (line: string) => void): Promise<string> {
  const folder = join(cache(), `sample-${VERSION}-${customers}`);
  if (existsSync(folder)) return folder;
  say(`making a sample of ${customers} customers, once`);
  rmSync(`${folder}.part`, { recursive: true, force: true });
  await runShop(['sample', '--out', `${folder}.part`, '--customers', String(customers)]);
  renameSync(`${folder}.part`, folder);
  return folder;
}

/** A sample of its own for work that writes. */
export async function copyOfSample(
  customers: number,
  target: string,
  say: (line: string) => void,
): Promise<string> {
  cpSync(await sampleOf(customers, say), target, { recursive: true });
  return target;
}
