import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSample } from '@main/features/sample/generator';
import type { SampleCustomer } from '@main/features/sample/generator/types';
import { renewStaleIndex } from '@main/features/search/renew.sql';
import { rebuildIndex } from '@main/features/search/search.sql';
import { newKeyHex } from '@main/kernel/key-file';
import { closeShop, createShop, databaseName, openShop } from '@main/kernel/open-shop';
import type { ShopHandle } from '@main/kernel/shop-handle';
import { updateDatabase } from '@main/kernel/update-database';
import type Database from 'better-sqlite3';

/** Raise when what is generated or how it is stored changes: shops of an older version are made anew. */
const VERSION = 1;
const SEED = 7;
const TODAY = Date.UTC(2026, 10, 20);
const CUSTOMERS_A_TRANSACTION = 5000;

/** How long a shop took to make. */
export interface Making {
  readonly customers: number;
  readonly loadSeconds: number;
  readonly indexSeconds: number;
  /** Of these, spent computing: the rest waited for the disk or for other programs. */
  readonly indexCpuSeconds: number;
  /** Highest resident memory of the process while the index was written. */
  readonly indexPeakMb: number;
  readonly databaseMb: number;
  readonly indexMb: number;
  readonly rows: Record<string, number>;
}

/** The customers of a shop of this size, the same in every run. */
export function sampleCustomers(customers: number): Iterable<SampleCustomer> {
  return generateSample({ customers, seed: SEED, today: TODAY }).customers();
}

/** Opens the encrypted shop of this size, making it first where the folder holds none of this version. */
export function openShopOfSize(
  cache: string,
  customers: number,
  say: (line: string) => void,
  { reindex = false }: { reindex?: boolean } = {},
) {
  const folder = join(cache, `v${VERSION}-${customers}`);
  const keyFile = join(folder, 'bench.key');
  const madeFile = join(folder, 'made.json');
  if (!existsSync(madeFile)) {
    rmSync(folder, { recursive: true, force: true });
    const keyHex = newKeyHex();
    const made = makeShop(`${folder}.part`, keyHex, customers, say);
    renameSync(`${folder}.part`, folder);
    writeFileSync(keyFile, keyHex);
    writeFileSync(madeFile, JSON.stringify(made, null, 2));
  }
  const keyHex = readFileSync(keyFile, 'utf8');
  // A shop that was kept by an older version; nobody misses a copy of it.
  updateDatabase({ file: join(folder, databaseName), keyHex }, { keepsCopy: false, derive: renewStaleIndex });
  if (reindex) {
    const shop = openShop(folder, keyHex);
    const made = JSON.parse(readFileSync(madeFile, 'utf8')) as Omit<Making, 'databaseMb'>;
    const indexed = index(shop, customers, say);
    closeShop(shop);
    writeFileSync(madeFile, JSON.stringify({ ...made, ...indexed }, null, 2));
  }
  return {
    folder,
    // The size as it is now: a new index may be larger than the one the shop was made with.
    making: {
      ...(JSON.parse(readFileSync(madeFile, 'utf8')) as Omit<Making, 'databaseMb'>),
      databaseMb: statSync(join(folder, databaseName)).size / 2 ** 20,
    },
    open: (): ShopHandle => openShop(folder, keyHex),
  };
}

function makeShop(
  folder: string,
  keyHex: string,
  customers: number,
  say: (line: string) => void,
): Omit<Making, 'databaseMb'> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const empty = createShop(folder, keyHex, {
    shopId: 'bench',
    counter: 'A',
    timeZone: 'Asia/Hong_Kong',
    currency: 'HKD',
    isSample: true,
    now: TODAY,
  });
  const started = performance.now();
  const rows = load(empty, customers, say);
  const loaded = performance.now();
  closeShop(empty);
  // Opened anew, so that the index is written under the settings of the app.
  const shop = openShop(folder, keyHex);
  const indexed = index(shop, customers, say);
  closeShop(shop);
  return {
    customers,
    loadSeconds: (loaded - started) / 1000,
    rows,
    ...indexed,
  };
}

type Indexed = Pick<Making, 'indexSeconds' | 'indexCpuSeconds' | 'indexPeakMb' | 'indexMb'>;

const indexTables = ['search_docs', 'search_receipts', 'search_words'];

/** Writes the whole index from the rows, as the doctor does. */
function index(shop: ShopHandle, customers: number, say: (line: string) => void): Indexed {
  const db = shop.writer;
  for (const table of indexTables) db.exec(`DELETE FROM ${table}`);
  for (const kind of ['customers', 'products', 'items'])
    db.exec(`INSERT INTO search_${kind}_fts (search_${kind}_fts) VALUES ('delete-all')`);
  const before = pages(shop);
  const started = performance.now();
  const cpu = process.cpuUsage();
  let peak = 0;
  let said = started;
  rebuildIndex(db, (done, total) => {
    peak = Math.max(peak, process.memoryUsage.rss());
    if (performance.now() - said < 5000) return;
    said = performance.now();
    say(`indexing ${customers}: ${Math.round((done / total) * 100)} %`);
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  db.pragma('wal_checkpoint(TRUNCATE)');
  return {
    indexSeconds: seconds,
    indexCpuSeconds: (user + system) / 1e6,
    indexPeakMb: peak / 2 ** 20,
    indexMb: (pages(shop) - before) / 256,
  };
}

/** Pages of 4 KiB in use. */
function pages({ writer }: ShopHandle): number {
  const count = writer.pragma('page_count', { simple: true }) as number;
  return count - (writer.pragma('freelist_count', { simple: true }) as number);
}

function load(shop: ShopHandle, customers: number, say: (line: string) => void): Record<string, number> {
  const db = shop.writer;
  // Nothing here is measured, and what a power cut tears is made anew.
  for (const setting of [
    'foreign_keys = OFF',
    'synchronous = OFF',
    'cache_size = -1048576',
    'wal_autocheckpoint = 20000',
  ])
    db.pragma(setting);
  const counts: Record<string, number> = {};
  const sample = generateSample({ customers, seed: SEED, today: TODAY });
  const insert = (table: string, row: Record<string, string | number | null>) => {
    const columns = Object.keys(row);
    const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    let statement = statements.get(text);
    if (!statement) {
      statement = db.prepare(text);
      statements.set(text, statement);
    }
    statement.run(...Object.values(row));
    counts[table] = (counts[table] ?? 0) + 1;
  };
  const statements = new Map<string, Database.Statement<unknown[]>>();
  for (const person of sample.staff)
    insert('staff', {
      id: person.id,
      name: person.nameEn,
      role: 'advisor',
      pin_salt: '',
      pin_hash: '',
      created_at: TODAY,
      updated_at: TODAY,
    });
  for (const product of sample.products)
    insert('products', {
      id: product.id,
      code: product.sku,
      brand: product.brand,
      reference: product.reference,
      barcode: product.barcode,
      name: product.nameEn,
      chinese_name: product.nameZhHant,
      category: product.category,
      attributes: JSON.stringify(product.attributes),
      currency: 'HKD',
      created_at: TODAY,
      updated_at: TODAY,
    });
  db.exec('BEGIN');
  let done = 0;
  for (const customer of sample.customers()) {
    for (const [table, row] of rowsOf(customer)) insert(table, row);
    done += 1;
    if (done % CUSTOMERS_A_TRANSACTION === 0) {
      db.exec('COMMIT; BEGIN');
      if (done % 50_000 === 0) say(`loading ${customers}: ${Math.round((done / customers) * 100)} %`);
    }
  }
  db.exec('COMMIT');
  return counts;
}

type Row = [table: string, row: Record<string, string | number | null>];

/** The rows that search reads: everything of a customer but the lines of the receipts. */
function* rowsOf(customer: SampleCustomer): Generator<Row> {
  const { id } = customer;
  yield [
    'customers',
    {
      id,
      number: customer.memberNo,
      title: customer.title.toLowerCase(),
      family_name: [customer.marriedFamilyName, customer.familyName].filter(Boolean).join(' ') || null,
      given_name: customer.givenName || null,
      english_name: customer.englishName,
      chinese_name: customer.chineseName,
      preferred_name: customer.preferredName || null,
      language: customer.language,
      created_at: customer.createdAt,
      updated_at: customer.updatedAt,
    },
  ];
  for (const { id: contactId, kind, value, normalised } of customer.contacts)
    yield ['customer_contacts', { id: contactId, customer_id: id, kind, value, normalised }];
  for (const note of customer.notes)
    yield [
      'customer_notes',
      {
        id: note.id,
        customer_id: id,
        author_id: note.staffId,
        at: note.at,
        body: note.text,
        is_discreet: note.internal ? 1 : 0,
      },
    ];
  const { membership } = customer.vip;
  if (membership)
    yield [
      'vip_memberships',
      {
        id: membership.id,
        customer_id: id,
        card_number: membership.cardNo,
        tier: membership.tier,
        since: '2024-01-01',
        created_at: membership.joinedAt,
      },
    ];
  yield* purchasesOf(customer);
}

function* purchasesOf(customer: SampleCustomer): Generator<Row> {
  for (const sale of customer.sales)
    yield [
      'sales',
      {
        id: sale.id,
        receipt_number: sale.receiptNo,
        kind: sale.kind,
        customer_id: customer.id,
        staff_id: sale.staffId,
        sold_at: sale.at,
        sold_on: new Date(sale.at).toISOString().slice(0, 10),
        currency: sale.currency,
        total_minor: sale.total,
        created_at: sale.at,
      },
    ];
  for (const item of customer.items)
    yield [
      'items',
      {
        id: item.id,
        customer_id: customer.id,
        product_id: item.productId,
        brand: item.brand,
        family: item.family,
        reference: item.reference,
        description: `${item.brand} ${item.family}`,
        serial: item.serial,
        movement_number: item.movementNo,
        created_at: customer.updatedAt,
        updated_at: customer.updatedAt,
      },
    ];
  const last = customer.sales.at(-1);
  if (last)
    yield [
      'customer_totals',
      {
        customer_id: customer.id,
        currency: 'HKD',
        lifetime_minor: customer.sales.reduce((sum, { total }) => sum + total, 0),
        receipts: customer.sales.length,
        units: customer.sales.length,
        first_sale_at: customer.sales[0]?.at ?? null,
        last_sale_at: last.at,
      },
    ];
}
