import { readFileSync, writeFileSync } from 'node:fs';
import { app } from 'electron';
import { documentToPdf } from '../devices/printing';
import type { PreparedDocument } from '../kernel/devices';
import { declareProtocol, serveApp } from './protocol';
import { guardEverything } from './security';

/** A second entry of the program, for the command line: one document in, one PDF out, no window shown. */
declareProtocol();
void app.whenReady().then(async () => {
  guardEverything();
  serveApp();
  const file = process.argv.find((argument) => argument.endsWith('job.json')) ?? '';
  const { document, target } = JSON.parse(readFileSync(file, 'utf8')) as {
    document: PreparedDocument;
    target: string;
  };
  writeFileSync(target, await documentToPdf(document), { mode: 0o600 });
  app.exit(0);
});
app.on('window-all-closed', () => {
  // Stay until the file is written.
});
