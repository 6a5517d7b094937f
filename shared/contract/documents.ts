import { z } from 'zod';
import { action } from './define';

const kept = z.object({ documentId: z.uuid() });

/** Designed pages that were prepared by some feature: preview, print, PDF. */
export const documentsContract = {
  /** Title and size of a kept document, for the preview's frame. */
  'documents.describe': action({
    permission: 'own.write',
    input: kept,
    output: z.object({ title: z.string(), widthMm: z.number(), heightMm: z.number().nullable() }),
    errors: ['DOCUMENT_GONE'],
    audit: [],
    touches: [],
  }),
  /** Opens the system's print dialog. */
  'documents.print': action({
    permission: 'own.write',
    input: kept,
    output: z.object({ outcome: z.enum(['printed', 'cancelled']) }),
    errors: ['DOCUMENT_GONE', 'NO_PRINTER'],
    audit: ['printed'],
    touches: ['conversations'],
  }),
  /** Asks where and saves the PDF there; null when the person changed their mind. */
  'documents.savePdf': action({
    permission: 'own.write',
    input: kept,
    output: z.object({ file: z.string().nullable() }),
    errors: ['DOCUMENT_GONE', 'FILE_NOT_WRITTEN'],
    audit: ['saved as PDF'],
    touches: ['conversations', 'oversight'],
  }),
};
