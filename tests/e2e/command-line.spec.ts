import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SAMPLE_PINS } from '@shared/domain/sample';
import { launchApp, recoveryKeyOn, setUpShop, tell, testPassphrase } from './app';

// The built command line as somebody's script runs it: a process, its output, its exit code.
const program = join(import.meta.dirname, '..', '..', 'out', 'main', 'shop.js');
const folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'));
const sample = join(folder, 'sample');
test.describe.configure({ mode: 'serial' });
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function shop(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const inherited = { ...process.env };
  // Node has the driver's own binary; the one compiled for an older Electron is not for it.
  delete inherited.VITRINE_NATIVE_BINDING;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { env: { ...inherited, ...env }, maxBuffer: 2 ** 26 },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
    child.stdin?.end();
  });
}

/** On the sample, as its first manager. */
const onSample = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  shop(['--shop', sample, ...args], {
    VITRINE_STAFF: 'Cheung Wing Yan, Winnie',
    VITRINE_PIN: SAMPLE_PINS.manager,
    ...env,
  });

test('every command explains itself, and a wrong call ends with 2', async () => {
  for (const command of ['import', 'search', 'report', 'backup', 'verify', 'restore', 'doctor', 'sample']) {
    const { code, out } = await shop([command, '--help']);
    expect([command, code]).toEqual([command, 0]);
    expect(out).toContain(`Usage: shop ${command}`);
    expect(out).toContain('--json');
    expect(out).toContain('Exit codes: 0 done');
  }
  expect((await shop(['dance'])).code).toBe(2);
  expect((await shop(['report', 'HH-100001'])).code).toBe(2);
  for (const customers of ['many', '0', '1.5', '-3'])
    expect((await shop(['sample', '--out', join(folder, 'none'), `--customers=${customers}`])).code).toBe(2);
  expect(existsSync(join(folder, 'none'))).toBe(false);
  expect((await shop(['--shop', join(folder, 'nowhere'), 'doctor'])).code).toBe(3);
});

test('no command takes a secret as an argument', async () => {
  for (const command of ['import', 'search', 'report', 'backup', 'verify', 'restore', 'doctor', 'sample']) {
    const { out } = await shop([command, '--help']);
    expect(out).not.toMatch(/--(pin|pass\w*|key|secret|recovery\w*)\b/i);
  }
  expect((await shop(['--pin', '24681357', 'doctor'])).code).toBe(2);
});

test('sample: equal seeds give equal shops', async () => {
  test.setTimeout(120_000);
  const made = await shop(['--json', 'sample', '--out', sample, '--customers', '200', '--seed', '7']);
  expect(made).toMatchObject({ code: 0 });
  expect(JSON.parse(made.out)).toMatchObject({ customers: 200 });
  const again = await shop(['sample', '--out', sample, '--customers', '200']);
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('--shop')]);

  writeFileSync(join(folder, 'a-file'), '');
  const inFile = await shop(['sample', '--out', join(folder, 'a-file', 'shop'), '--customers', '5']);
  expect([inFile.code, inFile.err]).toEqual([1, expect.stringMatching(/^\S*a-file\S* could not be used/)]);

  const twin = join(folder, 'twin');
  await shop(['sample', '--out', twin, '--customers', '200', '--seed', '7']);
  const asked = { VITRINE_STAFF: 'Cheung Wing Yan, Winnie', VITRINE_PIN: SAMPLE_PINS.manager };
  const [one, two] = await Promise.all([
    onSample(['--json', 'search', 'chan', '--limit', '20']),
    shop(['--shop', twin, '--json', 'search', 'chan', '--limit', '20'], asked),
  ]);
  expect(JSON.parse(one.out).length).toBeGreaterThan(0);
  expect(two.out).toBe(one.out);
});

test('signing in: a wrong PIN ends with 1, no PIN and no terminal with 2', async () => {
  const wrong = await onSample(['search', 'chan'], { VITRINE_PIN: '13572468' });
  expect(wrong.code).toBe(1);
  expect(wrong.err).toMatch(/PIN/);
  expect(wrong.out).toBe('');
  const none = await onSample(['search', 'chan'], { VITRINE_PIN: '' });
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('VITRINE_PIN')]);
  const nobody = await onSample(['search', 'chan'], { VITRINE_STAFF: '' });
  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('VITRINE_STAFF')]);
});

test('import: a dry run changes nothing, refusals are said in words, the import is found', async () => {
  const file = join(folder, 'customers.csv');
  writeFileSync(file, 'Full name,Phone,E-mail\n"ZEBRA Quentin",9876 1234,q.zebra@post.example\n,,\n');
  const dry = await onSample(['import', 'customers', file, '--dry-run']);
  expect(dry.code).toBe(0);
  expect(dry.out).toMatch(/rows read: 1 imported/);
  expect(dry.out).not.toMatch(/[A-Z]{4,}_[A-Z]+|\{\{/);
  expect((await onSample(['search', 'zebra'])).out).not.toContain('Zebra');
  const bad = await onSample(['import', 'customers', file, '--map', 'phone=Telephone']);
  expect([bad.code, bad.err]).toEqual([2, expect.stringContaining('Telephone')]);
  const done = await onSample(['--json', 'import', 'customers', file]);
  expect(JSON.parse(done.out)).toMatchObject({ rowsImported: 1 });
  expect((await onSample(['search', 'zebra'])).out).toMatch(/zebra/i);

  const wrong = [
    [['--map', 'telephone=Phone'], 'phone2'],
    [['--set', 'colour=red'], 'dateOrder'],
    [['--map', 'fullName='], 'fullName'],
  ] as const;
  for (const [options, named] of wrong) {
    const { code, err } = await onSample(['import', 'customers', file, '--dry-run', ...options]);
    expect([options, code, err]).toEqual([options, 2, expect.stringContaining(named)]);
  }
});

test('report: to .html and to .pdf', async () => {
  const found = await onSample(['--json', 'search', 'chan', '--limit', '1']);
  const number: string = JSON.parse(found.out)[0].facts.number;
  const html = join(folder, 'report.html');
  expect(await onSample(['report', number, '--out', html])).toMatchObject({ code: 0 });
  expect(readFileSync(html, 'utf8')).toContain(number);
  expect((await onSample(['report', number, '--out', join(folder, 'report.docx')])).code).toBe(1);
  expect((await onSample(['report', 'HH-0', '--out', html])).code).toBe(1);
  const nowhere = await onSample(['report', number, '--out', join(folder, 'not-there', 'report.html')]);
  expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringMatching(/not-there.*ENOENT.*folder exists/)]);
  const runtime = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  test.skip(!runtime, 'the PDF needs the runtime that the set-up found');
  const pdf = join(folder, 'report.pdf');
  const made = await onSample(['report', number, '--out', pdf], {
    ELECTRON_EXEC_PATH: join(runtime ?? '', process.platform === 'win32' ? 'electron.exe' : 'electron'),
  });
  expect(made).toMatchObject({ code: 0 });
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
});

test('import: many purchases pass from thread to thread, and what is there adds up', async () => {
  const file = join(folder, 'purchases.csv');
  const rows = ['Receipt,Date,Customer,Code,Description,Qty,Price'];
  let minor = 0;
  for (let row = 0; row < 30_000; row += 1) {
    const [receipt, quantity, price] = [Math.floor(row / 6), 1 + (row % 3), 100 + (row % 977)];
    minor += quantity * price * 100;
    const day = `2024-0${1 + (receipt % 9)}-1${receipt % 9}`;
    rows.push(`T${receipt},${day},9${receipt % 211},P${row % 307},Thing ${row % 307},${quantity},${price}`);
  }
  writeFileSync(file, rows.join('\n'));
  const done = JSON.parse((await onSample(['--json', 'import', 'purchases', file])).out);
  expect(done).toMatchObject({ rowsRead: 30_000, rowsImported: 30_000, rowsRefused: 0 });
  expect(done.totals).toMatchObject([{ receipts: 5000, netMinor: minor }]);
  // Row by row against the file: every line is there and says the same.
  const again = JSON.parse((await onSample(['--json', 'import', 'purchases', file, '--dry-run'])).out);
  expect(again).toMatchObject({ rowsImported: 0, rowsUnchanged: 30_000 });
});

test('doctor: all is well, and stays so after a rebuild', async () => {
  const { code, out } = await onSample(['--json', 'doctor', '--rebuild']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ isWell: true });
});

test('backup, verify, restore: over the shop, and on a clean home with the printed key', async () => {
  test.setTimeout(180_000);
  const [home, place, clean] = [join(folder, 'home'), join(folder, 'Stick'), join(folder, 'clean')];
  for (const made of [home, place, clean]) mkdirSync(made);
  const { recoveryKey, env } = await realShop(home);
  const file = join(folder, 'people.csv');
  writeFileSync(file, 'Full name,Phone\n"CHAN Tai Man",9123 4567\n');
  expect((await shop(['--home', home, 'import', 'customers', file], env)).code).toBe(0);

  const none = await shop(['--home', home, 'backup'], env);
  expect([none.code, none.out]).toEqual([1, '']);
  const made = await shop(['--home', home, '--json', 'backup', '--place', place], env);
  expect(made).toMatchObject({ code: 0 });
  const [{ folder: backup }] = JSON.parse(made.out);
  expect(await shop(['--home', home, 'verify', backup], env)).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 customers'),
  });
  expect((await shop(['--home', home, 'verify', place], env)).code).toBe(1);

  writeFileSync(file, 'Full name,Phone\n"WONG Siu Ling",6123 4567\n');
  expect((await shop(['--home', home, 'import', 'customers', file], env)).code).toBe(0);
  const dry = await shop(['--home', home, 'restore', backup, '--dry-run'], env);
  expect([dry.code, dry.out]).toEqual([0, expect.stringContaining('since')]);
  const restored = await shop(['--home', home, '--json', 'restore', backup], env);
  expect(restored).toMatchObject({ code: 0 });
  expect(existsSync(JSON.parse(restored.out).keptFolder)).toBe(true);
  const left = await shop(['--home', home, 'search', 'wong'], env);
  expect(left.out).toContain('Nothing was found');
  expect((await shop(['--home', home, 'search', 'chan'], env)).out).toMatch(/chan/i);

  for (const options of [[], ['--dry-run']]) {
    const empty = await shop(['--home', clean, 'restore', folder, ...options]);
    expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('no whole backup')]);
  }
  const wrong = { VITRINE_RECOVERY_KEY: recoveryKey.replace(/-./, '-'), VITRINE_PASSPHRASE: testPassphrase };
  expect((await shop(['--home', clean, 'restore', backup], wrong)).code).toBe(1);
  const right = { VITRINE_RECOVERY_KEY: recoveryKey, VITRINE_PASSPHRASE: 'violin harbour teapot lantern' };
  const here = await shop(['--home', clean, 'restore', backup], right);
  expect(here).toMatchObject({ code: 0 });
  const signIn = { ...env, VITRINE_PASSPHRASE: right.VITRINE_PASSPHRASE };
  expect((await shop(['--home', clean, 'search', 'chan'], signIn)).out).toMatch(/chan/i);
});

/** A shop set up in the window, and what a script needs to open it. */
async function realShop(home: string): Promise<{ recoveryKey: string; env: Record<string, string> }> {
  const { page, close } = await launchApp({ profile: home });
  // The same draft, so the same key as on the sheet that set-up makes.
  const { documentId } = await tell(page, 'setup.begin', {
    name: 'Test Counter',
    chineseName: null,
    language: 'en',
  });
  const recoveryKey = await recoveryKeyOn(page, documentId);
  const { manager } = await setUpShop(page);
  await close();
  return {
    recoveryKey,
    env: { VITRINE_PASSPHRASE: testPassphrase, VITRINE_RECOVERY_KEY: recoveryKey, VITRINE_PIN: manager.pin },
  };
}

test('the command of the README prints a report, with nothing in the environment that names a runtime', async () => {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    VITRINE_STAFF: '張詠茵',
    VITRINE_PIN: SAMPLE_PINS.manager,
  };
  for (const name of Object.keys(env)) if (name.startsWith('ELECTRON_')) delete env[name];
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'shop.mjs');
  const pdf = join(folder, 'by-script.pdf');
  const args = [script, '--shop', sample, 'report', 'HH-100001', '--out', pdf];
  await new Promise((resolve) => execFile(process.execPath, args, { env }, resolve));
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
});
