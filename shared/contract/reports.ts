import { z } from 'zod';
import { languages } from '../domain/languages';
import { action } from './define';

/** Designed pages about a customer. */
export const reportsContract = {
  /** A4: the customer's copy leaves out whatever is the shop's own or somebody else's. */
  'reports.customer': action({
    permission: 'reports.customer',
    input: z.object({
      customerId: z.string().min(1).max(64),
      copy: z.enum(['customer', 'shop']),
      language: z.enum(languages),
      /** True where whoever asks writes it to a file without a preview: the command line. */
      isForFile: z.boolean().default(false),
    }),
    output: z.object({ documentId: z.string() }),
    errors: ['CUSTOMER_NOT_FOUND'],
    audit: ['customer report'],
    touches: [],
  }),
};
