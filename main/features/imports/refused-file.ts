import type { ErrorParams } from '@shared/contract/errors';
import type { Language } from '@shared/domain/languages';
import { importFieldWord, importReasonWords } from '@shared/words/import-reasons';
import { type DatabaseLocation, openForWriting } from '../../db/open';
import { createRefusedRowsFile } from './files/write-rows';
import { attachStage } from './stage';
import { eachStaged } from './staged-rows';

interface Refused {
  readonly no: number;
  readonly code: string;
  readonly params: string;
  readonly cells: string;
}

const ROWS_AT_ONCE = 500;

/** Writes the refused rows in a stage, with their line and reason in words; returns how many. */
export async function saveRefusedRows(
  location: DatabaseLocation,
  stageFile: string,
  target: string,
  language: Language,
): Promise<number> {
  const db = openForWriting(location);
  try {
    attachStage(db, location.keyHex, stageFile);
    const header = db.prepare("SELECT value FROM stage.meta WHERE key = 'header'").pluck().get() as string;
    const staged = db.prepare(
      `SELECT line AS no, code, params, cells FROM stage.refused WHERE line > ? ORDER BY line LIMIT ${ROWS_AT_ONCE}`,
    );
    const file = await createRefusedRowsFile(target, JSON.parse(header) as string[]);
    try {
      for (const row of eachStaged<Refused>(staged)) {
        const reason = reasonText(row.code, JSON.parse(row.params) as ErrorParams, language);
        await file.write([{ line: row.no, cells: JSON.parse(row.cells) as string[], reason }]);
      }
    } catch (error) {
      await file.discard();
      throw error;
    }
    return await file.close();
  } finally {
    db.close();
  }
}

/** Why a row was refused, for a person to read. */
export function reasonText(code: string, params: ErrorParams, language: Language): string {
  const reasons: Readonly<Record<string, string>> = importReasonWords[language];
  const field = typeof params.field === 'string' ? importFieldWord(params.field, language) : '';
  const values: ErrorParams = { ...params, field };
  return (reasons[code] ?? code).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
