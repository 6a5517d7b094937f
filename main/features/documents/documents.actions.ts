import { writeFile } from 'node:fs/promises';
import type { documentsContract } from '@shared/contract/documents';
import type { PageSize, PreparedDocument } from '../../kernel/devices';
import { Failure, fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';

export const documentsActions: ActionHandlers<typeof documentsContract> = {
  'documents.describe': ({ devices }, { documentId }) => {
    const document = devices.keptDocument(documentId) ?? fail('DOCUMENT_GONE');
    return { title: document.title, ...sizeOf(document.page) };
  },
  'documents.print': async (context, { documentId }) => {
    const outcome = await context.devices.print(findKept(context, documentId));
    if (outcome === 'no-printer') fail('NO_PRINTER');
    return { outcome };
  },
  'documents.savePdf': async (context, { documentId }) => {
    const document = findKept(context, documentId);
    const file = await context.devices.chooseFileToSave({
      title: document.title,
      suggestedName: `${fileNameOf(document.title)}.pdf`,
      extensions: ['pdf'],
    });
    if (!file) return { file: null };
    const bytes = await context.devices.toPdf(document);
    try {
      await writeFile(file, bytes);
    } catch (error) {
      throw new Failure('FILE_NOT_WRITTEN', { reason: String((error as { code?: string }).code ?? '') });
    }
    return { file };
  },
};

function findKept({ devices }: ActionContext, id: string): PreparedDocument {
  return devices.keptDocument(id) ?? fail('DOCUMENT_GONE');
}

function sizeOf(page: PageSize): { widthMm: number; heightMm: number | null } {
  if (page === 'A4') return { widthMm: 210, heightMm: 297 };
  if (page === 'A5') return { widthMm: 148, heightMm: 210 };
  if (page === 'roll80') return { widthMm: 80, heightMm: null };
  return page;
}

/** A title without what a file system refuses. */
function fileNameOf(title: string): string {
  return title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').slice(0, 120);
}
