import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type {
  ImportInspection,
  ImportKind,
  ImportMapping,
  ImportOptions,
  importsContract,
} from '@shared/contract/imports';
import { LEFT_AS_FILE } from '@shared/domain/exports';
import { asLanguage, type Language } from '@shared/domain/languages';
import { words } from '@shared/words';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { type ShopHandle, writeHeadFile } from '../../kernel/shop-handle';
import { followedBy, runJob } from '../../workers/run-job';
import { findShop } from '../shop/shop.sql';
import { detect } from './detect-ahead';
import type { FileOverrides } from './files/detect';
import { leftoverColumns } from './files/guess-columns';
import { FileProblem } from './files/problems';
import type { Mapping } from './files/targets';
import type { ImportJobInput, ImportJobOutput } from './import-job-types';
import { findImport, findMapping } from './imports.sql';
import { guessColumns, guessOptions, missingFields, tidyMapping } from './mapping';
import { findOpened, keepOpened, type OpenedFile } from './opened-files';
import { saveRefusedRows } from './refused-file';
import { signatureOf } from './signature';

export const importsActions: ActionHandlers<typeof importsContract> = {
  'imports.inspect': async (context, { kind, path }) => {
    const shop = openShop(context);
    const chosen = path ?? (await chooseFile(context));
    if (chosen === null) return null;
    const detected = await orRefuse(() => detect(chosen));
    const fileName = basename(chosen);
    return describe(context, keepOpened({ path: chosen, fileName, folder: shop.folder, kind, detected }));
  },
  'imports.redetect': async (context, { token, kind, ...given }) => {
    const file = findFile(context, token);
    const overrides: FileOverrides = {};
    if (given.encoding !== undefined) overrides.encoding = given.encoding;
    if (given.delimiter !== undefined) overrides.delimiter = given.delimiter;
    if (given.quote !== undefined) overrides.quote = given.quote;
    if (given.preambleLines !== undefined) overrides.preambleLines = given.preambleLines;
    file.detected = await orRefuse(() => detect(file.path, overrides));
    file.kind = kind;
    return describe(context, file);
  },
  'imports.dryRun': async (context, plan) => {
    const file = findFile(context, plan.token);
    file.checkedHash = null;
    const { report, fileHash } = await runImport(context, file, plan, false);
    file.checkedHash = fileHash;
    return report;
  },
  'imports.run': async (context, plan) => {
    const shop = openShop(context);
    const file = findFile(context, plan.token);
    const importId = context.newId();
    context.about('import', importId, [file.kind]);
    const { report, head } = await runImport(context, file, plan, true, importId);
    if (head) writeHeadFile(shop, head);
    return { importId, report };
  },
  'imports.undo': async (context, { importId }) => {
    const shop = openShop(context);
    const row = findImport(context.db, importId) ?? fail('IMPORT_NOT_FOUND');
    if (row.status === 'undone') fail('IMPORT_ALREADY_UNDONE');
    context.about('import', importId, [row.kind]);
    const { location, counter } = shop;
    const { report, head } = await runJob(
      'undoImport',
      {
        location,
        counter,
        importId,
        requestId: context.requestId,
        staffId: context.staff.staffId,
        now: context.now,
      },
      followedBy(context),
    );
    writeHeadFile(shop, head);
    return report;
  },
  'imports.saveRefused': async (context, { token, language, path }) => {
    const shop = openShop(context);
    const file = findFile(context, token);
    if (!existsSync(file.stageFile)) fail('IMPORT_FILE_GONE');
    const target = path ?? (await chooseTarget(context, file, language));
    if (target === null) return null;
    const rows = await orRefuse(() => saveRefusedRows(shop.location, file.stageFile, target, language));
    context.about('import', token, [LEFT_AS_FILE]);
    return { rows };
  },
};

function openShop(context: ActionContext): ShopHandle {
  return context.shop ?? fail('NO_SHOP');
}

function findFile(context: ActionContext, token: string): OpenedFile {
  return findOpened(token, openShop(context).folder) ?? fail('IMPORT_FILE_GONE');
}

function chooseFile({ devices, staff }: ActionContext): Promise<string | null> {
  const { chooseFile: title } = words[asLanguage(staff.language)].imports;
  return devices.chooseFileToOpen({ title, extensions: ['csv', 'txt', 'tsv', 'gz'] });
}

function chooseTarget(
  { devices }: ActionContext,
  file: OpenedFile,
  language: Language,
): Promise<string | null> {
  const text = words[language].imports;
  const bare = file.fileName.replace(/\.gz$/i, '').replace(/\.[^.]*$/, '');
  return devices.chooseFileToSave({
    title: text.saveRefused,
    suggestedName: `${bare} - ${text.refusedFile}.csv`,
    extensions: ['csv'],
  });
}

/** What is wrong with a whole file, as a declared refusal. */
async function orRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileProblem) fail(error.code, error.params);
    throw error;
  }
}

function describe(context: ActionContext, file: OpenedFile): ImportInspection {
  const { detected, kind } = file;
  const shop = openShop(context);
  const remembered = findMapping(context.db, kind, signatureOf(detected.header));
  const mapping = tidyMapping(
    kind,
    remembered?.mapping ?? guessColumns(kind, detected.header, detected.sampleRows),
    detected.header.length,
  );
  const guessed = guessOptions(kind, mapping, detected.sampleRows, {
    currency: shop.currency,
    timeZone: shop.timeZone,
    language: asLanguage(findShop(context.db)?.default_language),
  });
  return {
    token: file.token,
    kind,
    fileName: file.fileName,
    encoding: detected.encoding,
    encodingCertainty: detected.encodingCertainty,
    isCompressed: detected.compressed,
    totalBytes: detected.totalBytes,
    delimiter: detected.delimiter,
    quote: detected.quote,
    preambleLines: detected.preambleLines,
    header: detected.header,
    sampleRows: detected.sampleRows.slice(0, 20),
    mapping,
    isRemembered: remembered !== null,
    options: { ...guessed, ...remembered?.options },
    leftover: leftoverColumns(detected.header, mapping as Mapping<ImportKind>),
  };
}

interface Plan {
  readonly mapping: ImportMapping;
  readonly options: ImportOptions;
}

async function runImport(
  context: ActionContext,
  file: OpenedFile,
  plan: Plan,
  publish: boolean,
  importId: string = context.newId(),
): Promise<ImportJobOutput> {
  const shop = openShop(context);
  const mapping = tidyMapping(file.kind, plan.mapping, file.detected.header.length);
  const [missing] = missingFields(file.kind, mapping);
  if (missing) fail('IMPORT_COLUMNS_MISSING', { fields: missing.join(' / ') });
  const input: ImportJobInput = {
    location: shop.location,
    stageFile: file.stageFile,
    path: file.path,
    fileName: file.fileName,
    detected: file.detected,
    kind: file.kind,
    mapping,
    options: plan.options,
    publish,
    importId,
    expectedHash: publish ? file.checkedHash : null,
    requestId: context.requestId,
    staffId: context.staff.staffId,
    counter: shop.counter,
    timeZone: shop.timeZone,
    now: context.now,
  };
  return runJob('importFile', input, followedBy(context));
}
