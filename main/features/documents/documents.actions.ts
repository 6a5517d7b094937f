import type { documentsContract } from '@shared/contract/documents';
import { LEFT_AS_FILE } from '@shared/domain/exports';
import type { PageSize, PreparedDocument } from '../../kernel/devices';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { savePdf } from '../../reports/save-pdf';

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
    const file = await savePdf(context, document);
    if (file && document.holds) context.about(document.holds.kind, document.holds.id, [LEFT_AS_FILE]);
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
