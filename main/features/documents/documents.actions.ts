import type { documentsContract } from '@shared/contract/documents';
import { LEFT_AS_FILE } from '@shared/domain/exports';
import type { PageSize, PreparedDocument } from '../../kernel/devices';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { savePdf } from '../../reports/save-pdf';
import { logWritten } from '../conversations/written.sql';

export const documentsActions: ActionHandlers<typeof documentsContract> = {
  'documents.describe': ({ devices }, { documentId }) => {
    const document = devices.keptDocument(documentId) ?? fail('DOCUMENT_GONE');
    return { title: document.title, ...sizeOf(document.page) };
  },
  'documents.print': async (context, { documentId }) => {
    const document = findKept(context, documentId);
    const outcome = await context.devices.print(document);
    if (outcome === 'no-printer') fail('NO_PRINTER');
    if (outcome === 'printed') logLetter(context, document);
    return { outcome };
  },
  'documents.savePdf': async (context, { documentId }) => {
    const document = findKept(context, documentId);
    const file = await savePdf(context, document);
    if (file && document.holds) context.about(document.holds.kind, document.holds.id, [LEFT_AS_FILE]);
    if (file) logLetter(context, document);
    return { file };
  },
};

/** Letters that are in the log already: a second copy is no second letter. */
const logged = new WeakSet<PreparedDocument>();

function logLetter(context: ActionContext, document: PreparedDocument): void {
  const { letter } = document;
  if (!letter || logged.has(document)) return;
  context.transact((transaction) => {
    transaction.about('customer', letter.customerId, ['conversation']);
    logWritten(transaction, { ...letter, channel: 'letter', outcome: null });
  });
  logged.add(document);
}

function findKept({ devices }: ActionContext, id: string): PreparedDocument {
  return devices.keptDocument(id) ?? fail('DOCUMENT_GONE');
}

function sizeOf(page: PageSize): { widthMm: number; heightMm: number | null } {
  if (page === 'A4') return { widthMm: 210, heightMm: 297 };
  if (page === 'A5') return { widthMm: 148, heightMm: 210 };
  if (page === 'roll80') return { widthMm: 80, heightMm: null };
  return page;
}
