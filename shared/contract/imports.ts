import { z } from 'zod';
import { languages } from '../domain/languages';
import { action, query } from './define';

export const importKinds = ['customers', 'products', 'purchases'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a column can be read into, by kind of file, in the order the mapping screen shows. */
export const importFields = {
  customers: [
    'externalId',
    'memberNumber',
    'familyName',
    'givenName',
    'englishName',
    'chineseName',
    'fullName',
    'title',
    'phone',
    'phone2',
    'email',
    'wechat',
    'address',
    'language',
    'birthday',
    'note',
    'advisor',
    'acceptsEmail',
    'acceptsSms',
    'tags',
  ],
  products: [
    'code',
    'brand',
    'family',
    'reference',
    'barcode',
    'name',
    'chineseName',
    'category',
    'price',
    'currency',
    'status',
    'stock',
  ],
  purchases: [
    'receiptNumber',
    'date',
    'customerId',
    'productCode',
    'description',
    'quantity',
    'unitPrice',
    'lineTotal',
    'discount',
    'currency',
    'serial',
    'staff',
    'country',
  ],
} as const satisfies Record<ImportKind, readonly string[]>;

/** What a mapping must have: of each group one field is enough. */
export const requiredFields: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  customers: [['fullName', 'familyName', 'givenName', 'englishName', 'chineseName']],
  products: [['code'], ['name', 'chineseName']],
  purchases: [['receiptNumber'], ['date'], ['productCode', 'description'], ['unitPrice', 'lineTotal']],
};

export const fileEncodings = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16be',
  'big5',
  'gb18030',
  'windows-1252',
] as const;

const unknowns = z.enum(['create', 'refuse']);

/** How the cells are to be understood; guessed from the file, decided by a person. */
export const importOptions = z.object({
  /** ISO 4217 code of amounts that name none. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  decimalMark: z.enum(['.', ',']),
  /** Needed only for dates that can be read two ways. */
  dateOrder: z.enum(['dmy', 'mdy']).nullable(),
  /** Whose clock the file's times are on. */
  timeZone: z.string().min(1).max(60),
  unknownProducts: unknowns,
  unknownCustomers: unknowns,
  /** What a receipt is on which everything is negative; `by-number` takes numbers that start with C for cancellations. */
  negativeReceipts: z.enum(['by-number', 'return', 'cancellation']),
  /** Records that exist: only fill what is empty, or let the file's values win. */
  existing: z.enum(['fill', 'replace']),
  /** Language of new customers whose row names none. */
  language: z.enum(languages),
  /** Category of new products whose row names none. */
  category: z.string().trim().min(1).max(60),
  /** Keep columns that no field takes as attributes of a product. */
  keepOtherColumns: z.boolean(),
  /** A product whose price cannot be read: refuse the row, or bring it in without a price. */
  unreadablePrices: z.enum(['refuse', 'leave-out']),
});
export type ImportOptions = z.output<typeof importOptions>;

const mapping = z.record(z.string().max(40), z.number().int().min(0).max(2000).nullable());
export type ImportMapping = z.output<typeof mapping>;

const token = z.string().min(1).max(64);
/** What an import is about: the opened file, its columns, and how to read them. */
const plan = z.object({ token, mapping, options: importOptions });

const inspection = z.object({
  /** Stands for the opened file; the page never learns its path. */
  token: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  encoding: z.enum(fileEncodings),
  encodingCertainty: z.enum(['certain', 'likely', 'guess']),
  isCompressed: z.boolean(),
  totalBytes: z.number(),
  delimiter: z.string(),
  quote: z.string().nullable(),
  preambleLines: z.number(),
  header: z.array(z.string()),
  sampleRows: z.array(z.array(z.string())),
  mapping,
  /** The columns were mapped before, by a person, in a file with the same header. */
  isRemembered: z.boolean(),
  options: importOptions,
  /** Columns that no field takes. */
  leftover: z.array(z.number()),
});
export type ImportInspection = z.output<typeof inspection>;

const report = z.object({
  rowsRead: z.number(),
  rowsImported: z.number(),
  rowsUnchanged: z.number(),
  rowsRefused: z.number(),
  /** Why rows were refused, the most frequent first; `lines` are the first few lines of the file. */
  refusals: z.array(
    z.object({
      code: z.string(),
      /** The field it is about; '' where it is the whole row. */
      field: z.string(),
      rows: z.number(),
      lines: z.array(z.number()),
    }),
  ),
  /** What was settled without refusing: said, so that nobody is surprised. `examples` name no person. */
  findings: z.array(z.object({ code: z.string(), count: z.number(), examples: z.array(z.string()) })),
  created: z.object({
    customers: z.number(),
    products: z.number(),
    receipts: z.number(),
    lines: z.number(),
    items: z.number(),
  }),
  changed: z.object({ customers: z.number(), products: z.number(), receipts: z.number() }),
  /** Of the lines this import brings, by currency; minor units. */
  totals: z.array(
    z.object({
      currency: z.string(),
      soldMinor: z.number(),
      givenBackMinor: z.number(),
      netMinor: z.number(),
      receipts: z.number(),
    }),
  ),
});
export type ImportReport = z.output<typeof report>;

const imported = z.object({
  id: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  status: z.enum(['done', 'undone']),
  rowsRead: z.number(),
  rowsImported: z.number(),
  rowsUnchanged: z.number(),
  rowsRefused: z.number(),
  staffName: z.string().nullable(),
  finishedAt: z.number(),
  undoneAt: z.number().nullable(),
});

const undoReport = z.object({
  removed: z.object({ customers: z.number(), products: z.number(), receipts: z.number() }),
  restored: z.number(),
  /** What was used or changed since, and stays. */
  kept: z.array(
    z.object({
      kind: z.enum(['customer', 'product', 'receipt', 'change']),
      id: z.string(),
      /** Member number, product code or receipt number. */
      label: z.string(),
      /** `USED`, `CHANGED` or `CONSENT`. */
      reason: z.enum(['USED', 'CHANGED', 'CONSENT']),
    }),
  ),
  /** How many stay in all: `kept` names the first few hundred. */
  keptCount: z.number(),
});
export type ImportUndoReport = z.output<typeof undoReport>;

const fileErrors = [
  'FILE_NOT_FOUND',
  'FILE_NOT_READABLE',
  'FILE_EMPTY',
  'FILE_TRUNCATED',
  'FILE_CORRUPT',
  'FILE_NOT_TEXT',
  'ENCODING_UNKNOWN',
  'DELIMITER_INVALID',
] as const;
const planErrors = [
  'IMPORT_FILE_GONE',
  'IMPORT_FILE_CHANGED',
  'IMPORT_COLUMNS_MISSING',
  ...fileErrors,
] as const;

/** Moving in: other systems' files become customers, products and purchases. */
export const importsContract = {
  /** Asks for a file (or takes `path`) and says how it is written; null when the person changed their mind. */
  'imports.inspect': action({
    permission: 'imports.run',
    input: z.object({ kind: z.enum(importKinds), path: z.string().max(4096).optional() }),
    output: inspection.nullable(),
    errors: fileErrors,
    audit: ['file opened'],
    touches: [],
  }),
  /** The same file read as a person says. */
  'imports.redetect': action({
    permission: 'imports.run',
    input: z.object({
      token,
      kind: z.enum(importKinds),
      encoding: z.enum(fileEncodings).optional(),
      delimiter: z.string().length(1).optional(),
      quote: z.string().length(1).nullable().optional(),
      preambleLines: z.number().int().min(0).max(1000).optional(),
    }),
    output: inspection,
    errors: ['IMPORT_FILE_GONE', ...fileErrors],
    audit: [],
    touches: [],
  }),
  /** Does everything an import does but the last step; changes nothing. */
  'imports.dryRun': action({
    permission: 'imports.run',
    input: plan,
    output: report,
    errors: planErrors,
    audit: ['dry run'],
    touches: [],
  }),
  'imports.run': action({
    permission: 'imports.run',
    input: plan,
    output: z.object({ importId: z.string(), report }),
    errors: planErrors,
    audit: ['import'],
    touches: ['imports', 'customers', 'products', 'sales', 'items', 'consents', 'audit'],
  }),
  /** Takes a whole import back; what was used or changed since stays and is named. */
  'imports.undo': action({
    permission: 'imports.run',
    input: z.object({ importId: z.string() }),
    output: undoReport,
    errors: ['IMPORT_NOT_FOUND', 'IMPORT_ALREADY_UNDONE'],
    audit: ['import'],
    touches: ['imports', 'customers', 'products', 'sales', 'items', 'consents', 'audit'],
    confirm: true,
  }),
  /** Writes the refused rows of the last dry run or import of this file, each with its reason, to be corrected and fed back. */
  'imports.saveRefused': action({
    permission: 'imports.run',
    input: z.object({ token, language: z.enum(languages), path: z.string().max(4096).optional() }),
    output: z.object({ rows: z.number() }).nullable(),
    errors: ['IMPORT_FILE_GONE', 'FILE_NOT_WRITABLE'],
    audit: ['refused rows'],
    touches: ['oversight'],
  }),
  'imports.list': query({
    permission: 'imports.run',
    input: z.object({}),
    output: z.array(imported),
    errors: [],
  }),
  'imports.get': query({
    permission: 'imports.run',
    input: z.object({ importId: z.string() }),
    output: imported.extend({ options: importOptions, report }),
    errors: ['IMPORT_NOT_FOUND'],
  }),
};
