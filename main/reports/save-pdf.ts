import { writeFile } from 'node:fs/promises';
import type { PreparedDocument } from '../kernel/devices';
import { Failure } from '../kernel/errors';
import type { ActionContext } from '../kernel/handlers';

/**
 * Asks where and writes the document there as PDF; null when the person changed their mind. Fails with
 * FILE_NOT_WRITTEN, which the calling operation declares.
 */
export async function savePdf(
  { devices }: Pick<ActionContext, 'devices'>,
  document: PreparedDocument,
): Promise<string | null> {
  const file = await devices.chooseFileToSave({
    title: document.title,
    suggestedName: `${fileNameOf(document.title)}.pdf`,
    extensions: ['pdf'],
  });
  if (!file) return null;
  const bytes = await devices.toPdf(document);
  try {
    await writeFile(file, bytes);
  } catch (error) {
    throw new Failure('FILE_NOT_WRITTEN', { reason: String((error as { code?: string }).code ?? '') });
  }
  return file;
}

/** A title without what a file system refuses. */
function fileNameOf(title: string): string {
  return title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').slice(0, 120);
}
