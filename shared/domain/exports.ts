/** What takes personal data of customers out of the app as a file; the manager's review list reads the log by it. */

/**
 * Among the audited fields of an operation that wrote personal data to a file. One that only asked where to write, or only
 * prepared a page, does not have it.
 */
export const LEFT_AS_FILE = 'file';

/** The operations that can do so, and what the review list calls each: one line each. */
export const EXPORT_OPERATIONS = {
  'documents.savePdf': 'saved-pdf',
  'reports.customer': 'customer-report',
  'imports.saveRefused': 'refused-rows',
  'conversations.saveAttachment': 'attachment',
  'campaigns.exportMailing': 'campaign-files',
  'campaigns.exportAgain': 'campaign-files-again',
} as const;
export type ExportCause = (typeof EXPORT_OPERATIONS)[keyof typeof EXPORT_OPERATIONS];
export const EXPORT_CAUSES = Object.values(EXPORT_OPERATIONS) as ExportCause[];
