import { readFileSync } from 'node:fs';
import { importFile } from '@main/features/imports/import-job';
import type { ImportJobInput } from '@main/features/imports/import-job-types';

// The importer in a process of its own, to be killed: says on its output which step it is at.
const input = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ImportJobInput;
let last = '';
const { report } = await importFile(input, {
  progress: (step) => {
    if (step === last) return;
    last = step;
    process.stdout.write(`${step}\n`);
  },
  isCancelled: () => false,
});
process.stdout.write(`done ${report.rowsImported}\n`);
