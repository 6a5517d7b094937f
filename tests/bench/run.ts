import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchLookup } from './lookup';
import { lookupReport } from './lookup/report';
import { type RestPart, restParts } from './rest';
import { type Row, restReport } from './rest/result';

const HELP = `npm run bench -- [part …] [options]

Parts (all of them where none is named)
  lookup                 every kind of query, who is found, growth, and other programs
  typing                 key press to painted, in the real window
  start                  cold start and memory, beside an empty window
  customer               a customer with 2,000 purchase lines
  saving                 saving a record, beside a bare INSERT
  recommend              recommendations at the counter
  files                  the 541,909-line import beside sqlite3, the verified copy beside copy and sha256
                         (VITRINE_BENCH_INVOICES: where online_retail.csv.gz is)

Options
  --customers <number>   size of the shop (default 100000; the design size is 1000000, which takes a while to make)
  --peers                also MariaDB and PostgreSQL where installed (Debian: mariadb-server, postgresql)
  --reindex              write the index of a kept shop anew before measuring
  --no-growth            leave out the comparison with 10,000 customers
  --help

Shops are kept under the system's temporary folder (or VITRINE_BENCH_CACHE) and used again.
Writes bench/results.json.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    customers: { type: 'string', default: '100000' },
    peers: { type: 'boolean', default: false },
    reindex: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string) => process.stderr.write(`${line}\n`);

const isRest = (part: string): part is RestPart => Object.hasOwn(restParts, part);
const parts = positionals.length > 0 ? positionals : ['lookup', ...Object.keys(restParts)];

if (values.help || parts.some((part) => part !== 'lookup' && !isRest(part))) {
  process.stdout.write(HELP);
  process.exitCode = values.help ? 0 : 2;
} else {
  const customers = Number(values.customers.replace(/[,_]/g, ''));
  if (!Number.isInteger(customers) || customers < 1000)
    throw new Error('--customers wants a whole number from 1000 on');
  leaveDriverToElectron();
  if (parts.includes('lookup')) {
    const { growth, peers, reindex } = values;
    const lookup = await benchLookup({ customers, growth, peers, reindex, say });
    process.stdout.write(`${lookupReport(lookup)}\n`);
    save({ lookup });
  }
  const rows: Row[] = [];
  for (const part of parts.filter(isRest)) {
    const measured = await restParts[part](customers, say);
    save({ [part]: { at: new Date().toISOString(), load: loadavg()[0], rows: measured } });
    rows.push(...measured);
  }
  if (rows.length > 0) process.stdout.write(`${restReport(rows)}\n`);
}

/** The binary compiled for an older Electron is for its windows; this process and the command line have the driver's own. */
function leaveDriverToElectron(): void {
  const binding = process.env.VITRINE_NATIVE_BINDING;
  if (!binding) return;
  process.env.VITRINE_BENCH_ELECTRON_BINDING = binding;
  delete process.env.VITRINE_NATIVE_BINDING;
}

/** Each part keeps its own place in the file, so that one can be run without the others. */
function save(parts: Record<string, unknown>): void {
  const file = 'bench/results.json';
  let earlier: Record<string, unknown> = {};
  try {
    earlier = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    // The first run.
  }
  mkdirSync('bench', { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...earlier, ...parts }, null, 2)}\n`);
  say(`written: ${file}`);
}
