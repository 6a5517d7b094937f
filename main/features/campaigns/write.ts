import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CampaignTexts } from '@shared/contract/campaigns';
import type { MailingOutput } from '@shared/domain/campaigns';
import { asLanguage } from '@shared/domain/languages';
import { displayName } from '@shared/domain/names';
import type { ReadableDb } from '../../db/sql';
import type { PreparedDocument } from '../../kernel/devices';
import { Failure } from '../../kernel/errors';
import type { ActionContext } from '../../kernel/handlers';
import { letterShop, personNames } from '../../reports/letterhead';
import { callSheets } from '../../reports/mailing/call-sheets';
import { mailingLabels } from '../../reports/mailing/labels';
import { mailingLetters } from '../../reports/mailing/letters';
import { addressFor } from '../conversations/before-contact.sql';
import { findConversation } from '../conversations/conversations.sql';
import { noteOutcome } from '../conversations/outcome.sql';
import { type CustomerRow, findStandingCustomer } from '../customers/customers.sql';
import { isStillPermitted, type Wanted, wantedOf } from './audience';
import type { CampaignRow } from './campaigns.sql';
import { patiently } from './claim';
import { type EntryRow, updateEntry } from './entries.sql';
import { mailbag, mailFile, messagesCsv } from './files';

type Context = Pick<ActionContext, 'db' | 'now' | 'today' | 'signal' | 'progress' | 'transact' | 'devices'>;

/** One person as the files need them: the text is what the conversation says. */
export interface Addressee {
  readonly entry: EntryRow;
  readonly customer: CustomerRow;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly isNoticeDue: boolean;
}

/** People on one PDF; a longer one would fill the machine's memory. */
const lettersAFile = 300;

/**
 * Those of the entries who may still be written to, with their texts. Who said stop since, or lost their address, is left
 * out; of those not written yet the conversation then says that it was not sent.
 */
export async function addresseesOf(
  context: Context,
  campaign: CampaignRow,
  entries: readonly EntryRow[],
): Promise<Addressee[]> {
  const { db, now, signal } = context;
  const wanted = wantedOf(campaign);
  const found: Addressee[] = [];
  const lost: EntryRow[] = [];
  for (const [index, entry] of entries.entries()) {
    const addressee = addresseeOf(db, entry, wanted, now);
    if (addressee) found.push(addressee);
    else if (entry.written_at === null) lost.push(entry);
    if (index % 50 === 49) {
      await breathe();
      if (signal.aborted) throw new Failure('CANCELLED');
    }
  }
  if (lost.length > 0)
    await patiently(() =>
      context.transact((transaction) => {
        transaction.about('campaign', campaign.id);
        for (const { id, conversation_id } of lost) {
          updateEntry(transaction.db, id, { dropped_at: transaction.now });
          if (findConversation(transaction.db, conversation_id)?.outcome === null)
            noteOutcome(transaction, {
              conversationId: conversation_id,
              outcome: 'not-sent',
              words: '',
              wasNoticeSaid: false,
            });
        }
      }),
    );
  return found;
}

function addresseeOf(db: ReadableDb, entry: EntryRow, wanted: Wanted, now: number): Addressee | null {
  const customer = findStandingCustomer(db, entry.customer_id);
  if (!customer || customer.deleted_at !== null) return null;
  const { ok, isNoticeDue } = isStillPermitted(db, customer.id, wanted, now);
  const address = ok ? addressFor(db, customer, wanted.channel) : null;
  if (address === null) return null;
  const said = findConversation(db, entry.conversation_id);
  return { entry, customer, address, subject: said?.subject ?? '', text: said?.words ?? '', isNoticeDue };
}

interface Writing {
  readonly campaign: CampaignRow;
  readonly outputs: readonly MailingOutput[];
  readonly folder: string;
  /** Which making of the campaign it is, so that its files overwrite no others. */
  readonly ordinal: number;
}

/**
 * Writes the files into the folder; returns their names. Fails with FILE_NOT_WRITTEN or CANCELLED, and takes away again what it
 * had written: the next run writes the same letters, and nobody is to get two.
 */
export async function writeMailing(
  context: Context,
  writing: Writing,
  addressees: readonly Addressee[],
): Promise<string[]> {
  const files: string[] = [];
  const folders: string[] = [];
  try {
    await writeAll(context, writing, { addressees, files, folders });
  } catch (error) {
    const remove = (name: string) => rm(join(writing.folder, name), { recursive: true, force: true });
    await Promise.all([...files, ...folders].map(remove));
    throw error;
  }
  return files;
}

/** What was written so far, by name: filled while it is written. */
interface Written {
  readonly addressees: readonly Addressee[];
  readonly files: string[];
  readonly folders: string[];
}

async function writeAll(
  context: Context,
  writing: Writing,
  { addressees, files, folders }: Written,
): Promise<void> {
  const { campaign, outputs, folder, ordinal } = writing;
  const { db, today, devices, progress, signal } = context;
  // On call sheets one advisor's calls stand together, however many files they fill.
  const people = outputs.includes('call-sheets') ? byAdvisor(addressees) : addressees;
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      throw new Failure('FILE_NOT_WRITTEN', { reason: String((error as { code?: string }).code ?? '') });
    }
  };
  // Names of customers are for this person's eyes.
  const makeFolder = async (name: string) => {
    await attempt(() => mkdir(join(folder, name), { mode: 0o700 }));
    folders.push(name);
  };
  const put = async (name: string, bytes: string | Buffer) => {
    await attempt(() => writeFile(join(folder, name), bytes, { mode: 0o600 }));
    files.push(name);
  };
  const putPdf = async (name: string, makePage: (some: readonly Addressee[]) => PreparedDocument) => {
    for (let from = 0; from < people.length; from += lettersAFile) {
      progress('campaigns.step.writing', from, people.length);
      if (signal.aborted) throw new Failure('CANCELLED');
      const part = people.length > lettersAFile ? `-${from / lettersAFile + 1}` : '';
      const pdf = await devices.toPdf(makePage(people.slice(from, from + lettersAFile)));
      await put(`${campaign.number}-${ordinal}-${name}${part}.pdf`, pdf);
    }
  };
  for (const output of outputs) {
    if (output === 'letters') await putPdf('letters', (some) => mailingLetters(db, some, today));
    else if (output === 'labels') await putPdf('labels', mailingLabels);
    else if (output === 'call-sheets') {
      const texts = JSON.parse(campaign.texts) as CampaignTexts;
      await putPdf('calls', (some) => callSheets(db, { campaign, texts, people: some, today }));
    } else if (output === 'messages') {
      const rows = people.map(({ customer, address, text }) => ({
        number: customer.number,
        to: address,
        text,
      }));
      await put(`${campaign.number}-${ordinal}-messages.csv`, messagesCsv(rows));
    } else {
      // A folder of their own: hundreds of letters among somebody's other files would be found by nobody.
      const bag = `${campaign.number}-${ordinal}-emails`;
      await makeFolder(bag);
      const mails: string[] = [];
      for (const [index, addressee] of people.entries()) {
        if (index % 20 === 0) progress('campaigns.step.writing', index, people.length);
        if (signal.aborted) throw new Failure('CANCELLED');
        const mail = mailTo(context, addressee);
        await put(join(bag, `${campaign.number}-${addressee.customer.number}.eml`), mail);
        mails.push(mail);
      }
      await put(`${bag}.mbox`, mailbag(mails, context.now));
    }
  }
}

const byAdvisor = (people: readonly Addressee[]) =>
  [...people].sort((a, b) => a.entry.advisor_id.localeCompare(b.entry.advisor_id, 'en'));

function mailTo({ db, now }: Context, { customer, address, subject, text }: Addressee): string {
  const language = asLanguage(customer.language);
  const shop = letterShop(db, language);
  return mailFile({
    from: shop.email ? { name: shop.name, address: shop.email } : null,
    to: { name: displayName(personNames(customer), language), address },
    subject,
    text,
    at: now,
  });
}
