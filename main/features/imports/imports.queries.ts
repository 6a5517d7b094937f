import type { ImportKind, ImportOptions, ImportReport, importsContract } from '@shared/contract/imports';
import type { QueryHandlers } from '../../kernel/handlers';
import { findImport, type ImportRow, listImports } from './imports.sql';

export const importsQueries: QueryHandlers<typeof importsContract> = {
  'imports.list': ({ db }) => listImports(db).map(toImport),
  'imports.get': ({ db, fail }, { importId }) => {
    const row = findImport(db, importId) ?? fail('IMPORT_NOT_FOUND');
    return {
      ...toImport(row),
      options: JSON.parse(row.options) as ImportOptions,
      report: JSON.parse(row.report) as ImportReport,
    };
  },
};

function toImport(row: ImportRow & { staff_name: string | null }) {
  return {
    id: row.id,
    kind: row.kind as ImportKind,
    fileName: row.file_name,
    status: row.status as 'done' | 'undone',
    rowsRead: row.rows_read,
    rowsImported: row.rows_imported,
    rowsUnchanged: row.rows_unchanged,
    rowsRefused: row.rows_refused,
    staffName: row.staff_name,
    finishedAt: row.finished_at,
    undoneAt: row.undone_at,
  };
}
