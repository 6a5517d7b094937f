import { resolve } from 'node:path';
import type { ImportMapping, ImportOptions, ImportReport } from '@shared/contract/imports';
import { importFields, importKinds, importOptions, requiredFields } from '@shared/contract/imports';
import { formatMoney } from '@shared/domain/money';
import { words } from '@shared/words';
import { Argument, type Command, Option } from 'commander';
import { detectAhead } from '../../features/imports/detect-ahead';
import { prepareJob } from '../../workers/run-job';
import { CliError, exitCodes } from '../output';
import { withShop } from '../with-shop';

interface ImportArguments {
  readonly dryRun?: boolean;
  readonly map?: string[];
  readonly set?: string[];
  readonly refused?: string;
}

type Kind = (typeof importKinds)[number];

/** `shop import <kind> <file>`: the same steps as the window's, with its guesses where nothing else is said. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('bring customers, products or purchases in from a CSV file (also .gz)')
    .addArgument(new Argument('<kind>', 'what the file holds').choices([...importKinds]))
    .argument('<file>', 'CSV in any encoding and with any delimiter, also .gz')
    .option('--dry-run', 'say what the import would do, and change nothing')
    .option('--map <field=column...>', 'take a field from this column (its name, or its number from 1)')
    .option('--set <option=value...>', 'decide an option, such as currency=GBP or unknownProducts=refuse')
    .addOption(new Option('--refused <file>', 'write the refused rows here, to be corrected and fed back'))
    .addHelpText(
      'after',
      () => `
Fields for --map (those that are needed first):
${importKinds.map((one) => `  ${one}: ${fieldsOf(one)}`).join('\n')}
Options for --set: ${Object.keys(importOptions.shape).join(', ')}`,
    )
    .action(
      (kind: (typeof importKinds)[number], file: string, options: ImportArguments, command: Command) => {
        // Beside the check of the PIN it costs nothing to start the threads and to look at the file, which nobody is told about.
        if (kind === 'purchases') prepareJob('importFile');
        detectAhead(resolve(file));
        return withShop(command, async ({ call, output }) => {
          const seen = await call('imports.inspect', { kind, path: resolve(file) });
          if (!seen) return;
          const plan = {
            token: seen.token,
            mapping: withColumns(kind, seen.mapping, seen.header, options.map ?? []),
            options: withOptions(seen.options, options.set ?? []),
          };
          const report = options.dryRun
            ? await call('imports.dryRun', plan)
            : (await call('imports.run', plan)).report;
          if (options.refused && report.rowsRefused > 0)
            await call('imports.saveRefused', {
              token: seen.token,
              language: 'en',
              path: resolve(options.refused),
            });
          output.answer({ encoding: seen.encoding, delimiter: seen.delimiter, ...report }, linesOf(report));
          if (report.rowsRefused > 0 && report.rowsImported + report.rowsUnchanged === 0)
            process.exitCode = exitCodes.refused;
        });
      },
    );
}

function withColumns(
  kind: Kind,
  mapping: ImportMapping,
  header: readonly string[],
  pairs: readonly string[],
): ImportMapping {
  const changed = { ...mapping };
  for (const pair of pairs) {
    const [field = '', column = ''] = splitPair(pair);
    const fields: readonly string[] = importFields[kind];
    if (!fields.includes(field))
      throw new CliError('FIELD_UNKNOWN', { field, fields: fields.join(', ') }, exitCodes.usage);
    const index = header.indexOf(column);
    const number = index >= 0 ? index : Number(column) - 1;
    if (column !== '' && !header[number]) throw new CliError('COLUMN_UNKNOWN', { column }, exitCodes.usage);
    changed[field] = column === '' ? null : number;
  }
  const missing = requiredFields[kind].filter((group) =>
    group.every((field) => (changed[field] ?? null) === null),
  );
  if (missing.length > 0) {
    const fields = missing.map((group) => group.join(' or ')).join(', ');
    throw new CliError('COLUMNS_NEEDED', { fields }, exitCodes.usage);
  }
  return changed;
}

/** What stands in an option is checked by the contract in main, like everything else. */
function withOptions(options: ImportOptions, pairs: readonly string[]): ImportOptions {
  const changed: Record<string, unknown> = { ...options };
  for (const pair of pairs) {
    const [name = '', value = ''] = splitPair(pair);
    if (!(name in importOptions.shape)) {
      const names = Object.keys(importOptions.shape).join(', ');
      throw new CliError('OPTION_UNKNOWN', { option: name, options: names }, exitCodes.usage);
    }
    changed[name] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return changed as ImportOptions;
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

const { reasons, findings, fields } = words.en.imports;

function linesOf(report: ImportReport): string[] {
  return [
    `${report.rowsRead} rows read: ${report.rowsImported} imported, ${report.rowsUnchanged} unchanged, ${report.rowsRefused} refused`,
    ...report.refusals.map(
      ({ code, field, rows, lines }) =>
        `  refused ${rows}: ${reasonOf(code, field)} (line ${lines.join(', ')})`,
    ),
    ...report.findings.map(({ code, count }) => `  noted ${count}: ${wordOf(findings, code)}`),
    ...report.totals.map(
      ({ currency, netMinor, receipts }) =>
        `  ${formatMoney({ minor: netMinor, currency }, 'en')} net on ${receipts} receipts`,
    ),
  ];
}

/** For all rows refused for this reason together: what stood in each is in the file of refused rows. */
function reasonOf(code: string, field: string): string {
  return wordOf(reasons, code).replace(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
    name === 'field' ? wordOf(fields, field) : '…',
  );
}

const wordOf = (table: Readonly<Record<string, string>>, code: string) => table[code] ?? code;

function fieldsOf(kind: Kind): string {
  const needed = new Set<string>(requiredFields[kind].flat());
  const fields: readonly string[] = importFields[kind];
  return [...fields].sort((one, two) => Number(needed.has(two)) - Number(needed.has(one))).join(', ');
}
