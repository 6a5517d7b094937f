import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PreparedDocument } from '../kernel/devices';
import { CliError } from './output';

/**
 * A document as PDF: made by the same runtime as the window's, started for this one page and without showing anything.
 * The page waits in a folder only this user can read and is deleted at once. Fails with PDF_NOT_MADE where the
 * runtime cannot start (no screen, not installed): the HTML is always possible.
 */
export async function documentToPdf(document: PreparedDocument): Promise<Buffer> {
  const runtime = process.env.ELECTRON_EXEC_PATH;
  if (!runtime) throw new CliError('PDF_NOT_MADE');
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-pdf-'));
  try {
    const job = join(folder, 'job.json');
    const target = join(folder, 'page.pdf');
    await writeFile(job, JSON.stringify({ document, target }), { mode: 0o600 });
    await runHidden(runtime, [pdfEntry(), job, `--user-data-dir=${join(folder, 'profile')}`]);
    return await readFile(target);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError('PDF_NOT_MADE');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const pdfEntry = () => join(dirname(fileURLToPath(import.meta.url)), 'pdf.js');

function runHidden(runtime: string, args: string[]): Promise<void> {
  const needsScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  // As root Chromium does not start inside its own sandbox.
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const [program, rest] = needsScreen ? ['xvfb-run', ['-a', runtime]] : [runtime, []];
  const child = spawn(program, [...rest, ...flags, ...args], { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new CliError('PDF_NOT_MADE'))));
  });
}
