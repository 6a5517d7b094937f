import type { quotationsContract } from '@shared/contract/quotations';
import { asLanguage, type Language } from '@shared/domain/languages';
import type { QuotationSending } from '@shared/domain/quotations';
import type { PreparedDocument } from '../../kernel/devices';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers, CommandContext } from '../../kernel/handlers';
import { mailto } from '../../reports/mailto';
import { type QuotationFacts, quotationDocument, quotationEmail } from '../../reports/quotation/quotation';
import { savePdf } from '../../reports/save-pdf';
import { logWritten } from '../conversations/written.sql';
import { findCustomer } from '../customers/customers.sql';
import { listContacts } from '../customers/details.sql';
import { remember } from './quotations.commands';
import { findShownQuotation, listQuotationLines, type QuotationRow, updateQuotation } from './quotations.sql';
import { checkLimits } from './quote-lines';

export const quotationsActions: ActionHandlers<typeof quotationsContract> = {
  'quotations.document': (context, { quotationId, language }) => {
    const facts = factsOf(context, quotationId, language);
    const isDraft = facts.quotation.status === 'draft';
    return { documentId: context.devices.keepDocument(quotationDocument(context.db, { ...facts, isDraft })) };
  },

  'quotations.send': async (context, { quotationId, how, language }) => {
    const facts = factsOf(context, quotationId, language);
    const { quotation } = facts;
    needSendable(quotation, context.today);
    if (quotation.status === 'draft') checkLimits(context, listQuotationLines(context.db, quotationId));
    const isSent = await handOver(context, how, facts);
    if (isSent) context.transact((transaction) => markSent(transaction, facts, how));
    return { isSent };
  },
};

function factsOf(
  context: ActionContext,
  quotationId: string,
  language: Language | undefined,
): QuotationFacts {
  const { db, shop, about } = context;
  const quotation = findShownQuotation(db, quotationId) ?? fail('QUOTATION_NOT_FOUND');
  const customer = findCustomer(db, quotation.customer_id) ?? fail('QUOTATION_NOT_FOUND');
  about('quotation', quotationId);
  return {
    quotation,
    lines: listQuotationLines(db, quotationId),
    customer,
    language: language ?? asLanguage(customer.language),
    timeZone: shop?.timeZone ?? 'Asia/Hong_Kong',
    today: context.today,
    isDraft: false,
  };
}

/** What was answered, replaced or given up is not handed out as an offer any more, nor what has run out. */
function needSendable(quotation: QuotationRow, today: string): void {
  const isOffer = quotation.status === 'draft' || quotation.status === 'sent';
  if (!isOffer || quotation.superseded_by_id !== null) fail('QUOTATION_CLOSED');
  if (quotation.expires_on < today) fail('EXPIRY_IN_THE_PAST');
}

/** Gives the page to the customer; false where the person changed their mind at the dialog. */
async function handOver(
  context: ActionContext,
  how: QuotationSending,
  facts: QuotationFacts,
): Promise<boolean> {
  const { db, devices } = context;
  if (how === 'email') return openMail(context, facts);
  const document: PreparedDocument = quotationDocument(db, facts);
  if (how === 'pdf') return (await savePdf(context, document)) !== null;
  const outcome = await devices.print(document);
  if (outcome === 'no-printer') fail('NO_PRINTER');
  return outcome === 'printed';
}

/** The offer as a text in the machine's own mail program, where it is read once more before it goes. */
async function openMail({ db, devices }: ActionContext, facts: QuotationFacts): Promise<boolean> {
  const email = listContacts(db, facts.customer.id).find(({ kind }) => kind === 'email');
  if (!email) return fail('NO_EMAIL');
  if (!(await devices.openExternal(mailto(email.value, quotationEmail(db, facts))))) fail('MAIL_NOT_OPENED');
  return true;
}

/** A second copy of what was sent changes nothing about when it was sent first. */
function markSent(context: CommandContext, facts: QuotationFacts, how: QuotationSending): void {
  const handed = facts.quotation;
  const { db, now, staff, about } = context;
  const before = findShownQuotation(db, handed.id) ?? fail('QUOTATION_NOT_FOUND');
  // Somebody changed the draft while the dialog stood open: what the customer holds is not what is recorded.
  if (before.version !== handed.version) fail('QUOTATION_CHANGED');
  about('quotation', handed.id, ['sent']);
  if (before.status === 'draft')
    updateQuotation(db, handed.id, {
      status: 'sent',
      sent_at: now,
      sent_by: staff.staffId,
      sent_how: how,
      version: before.version + 1,
      updated_at: now,
    });
  remember(context, handed.id, 'sent', how);
  const { subject, body } = quotationEmail(db, facts);
  logWritten(context, {
    customerId: facts.customer.id,
    channel: how === 'email' ? 'email' : 'letter',
    subject,
    words: body,
    outcome: 'sent',
    origin: { kind: 'quotation', id: handed.id },
  });
}
