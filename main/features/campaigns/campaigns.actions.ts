import type { Output } from '@shared/contract';
import { type CampaignTexts, type campaignsContract, shownOfAudience } from '@shared/contract/campaigns';
import {
  EXCLUSIONS,
  gapsIn,
  MAILING_OUTPUTS,
  type MailingOutput,
  outputsFor,
} from '@shared/domain/campaigns';
import { LEFT_AS_FILE } from '@shared/domain/exports';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { noteOutcome } from '../conversations/outcome.sql';
import { customerOf } from '../customers/cards.sql';
import type { CustomerRow } from '../customers/customers.sql';
import { findProgramme } from '../programmes/programmes.sql';
import { findSegment, ruleOf } from '../segments/segments.sql';
import { wantedOf } from './audience';
import {
  type CampaignRow,
  findCampaign,
  findMaking,
  finishMaking,
  listMakings,
  type MakingRow,
  updateCampaign,
} from './campaigns.sql';
import { beginMaking, claimAll, judgeAll, patiently } from './claim';
import { type EntryRow, listMade, listToWrite, listUnsent, updateEntry } from './entries.sql';
import { addresseesOf, writeMailing } from './write';

/** Rows changed in one transaction: few, so that nobody at the counter waits for it. */
const changedAtOnce = 50;

export const campaignsActions: ActionHandlers<typeof campaignsContract> = {
  'campaigns.audience': async (context, { campaignId }) => {
    const campaign = needCampaign(context, campaignId);
    const blank = () => ({ total: 0, people: [] as Group['people'] });
    const receive = blank();
    const excluded = EXCLUSIONS.map((exclusion) => ({ exclusion, ...blank() }));
    const compared = blank();
    let members = 0;
    const count = (group: Group, customer: CustomerRow, why: string | null) => {
      group.total += 1;
      if (group.people.length < shownOfAudience) group.people.push({ customer: personOf(customer), why });
    };
    for await (const { customer, exclusion, why, comparedIn } of judgeAll(
      context,
      campaign,
      ruleFor(context, campaign),
    )) {
      members += 1;
      count(excluded.find((one) => one.exclusion === exclusion) ?? receive, customer, why);
      if (comparedIn !== null) count(compared, customer, comparedIn);
    }
    return { members, receive, compared, excluded: excluded.filter(({ total }) => total > 0) };
  },

  'campaigns.exportMailing': async (context, { campaignId, outputs }) => {
    const campaign = needCampaign(context, campaignId);
    if (campaign.status === 'closed') fail('CAMPAIGN_IS_CLOSED');
    const kinds = needOutputs(campaign, outputs);
    needText(campaign);
    needLot(context, campaign);
    const folder = await context.devices.chooseFolder(campaign.name);
    if (folder === null) return { folder, people: 0, files: [] };
    const making = { id: context.newId(), kind: kinds.join('+') };
    const rule = ruleFor(context, campaign);
    const claimed = await claimAll(context, campaign, making, rule);
    const waiting = listToWrite(context.db, campaign.id);
    if (waiting.length === 0) fail('CAMPAIGN_NOBODY');
    // Everybody was claimed by a run that was stopped: this one only writes their files.
    if (claimed === 0)
      await patiently(() =>
        context.transact((transaction) => beginMaking(transaction, campaign, making, rule)),
      );
    return await makeFiles(context, { campaign, making, kinds, folder, entries: waiting });
  },

  'campaigns.exportAgain': async (context, { makingId }) => {
    const before = findMaking(context.db, makingId) ?? fail('MAKING_NOT_FOUND');
    const campaign = needCampaign(context, before.campaign_id);
    const kinds = needOutputs(campaign, before.kind.split('+') as MailingOutput[]);
    const entries = listMade(context.db, campaign.id, before.id);
    if (entries.length === 0) fail('CAMPAIGN_NOBODY');
    const folder = await context.devices.chooseFolder(campaign.name);
    if (folder === null) return { folder, people: 0, files: [] };
    const making = { id: context.newId(), kind: before.kind };
    const rule = JSON.parse(before.rule) as Parameters<typeof beginMaking>[3];
    await patiently(() =>
      context.transact((transaction) => beginMaking(transaction, campaign, making, rule, true)),
    );
    return await makeFiles(context, { campaign, making, kinds, folder, entries });
  },

  'campaigns.noteSent': async (context, { campaignId }) => {
    const campaign = needCampaign(context, campaignId);
    if (campaign.status === 'closed') fail('CAMPAIGN_IS_CLOSED');
    // Of a call somebody says what came of it, one by one.
    const unsent = campaign.channel === 'phone' ? [] : listUnsent(context.db, campaign.id);
    await inPieces(context, campaign, unsent, (transaction, { conversation_id }) =>
      noteOutcome(transaction, {
        conversationId: conversation_id,
        outcome: 'sent',
        words: '',
        wasNoticeSaid: false,
      }),
    );
    if (unsent.length > 0)
      await patiently(() =>
        context.transact(({ db, now, about }) => {
          about('campaign', campaign.id);
          const fresh = findCampaign(db, campaign.id);
          if (fresh) updateCampaign(db, fresh, { sent_at: now, updated_at: now });
        }),
      );
    return { people: unsent.length };
  },
};

type Group = Output<'campaigns.audience'>['receive'];

function personOf(customer: CustomerRow): Group['people'][number]['customer'] {
  return customerOf({ ...customer, customer_id: customer.id, customer_number: customer.number });
}

function needCampaign({ db, about }: ActionContext, id: string): CampaignRow {
  const campaign = findCampaign(db, id) ?? fail('CAMPAIGN_NOT_FOUND');
  about('campaign', campaign.id);
  return campaign;
}

function ruleFor({ db }: ActionContext, { segment_id }: CampaignRow) {
  return ruleOf(findSegment(db, segment_id) ?? fail('CAMPAIGN_NOT_FOUND'));
}

/** What is to be made, in its usual order; refused where this way makes something else. */
function needOutputs(campaign: CampaignRow, wanted: readonly MailingOutput[]): MailingOutput[] {
  const possible = outputsFor(wantedOf(campaign).channel);
  const kinds = MAILING_OUTPUTS.filter((output) => wanted.includes(output) && possible.includes(output));
  if (kinds.length === 0 || kinds.length !== new Set(wanted).size) fail('MAILING_OUTPUT');
  return kinds;
}

/** Nothing goes out empty, or with words that were to be filled in by hand. */
function needText({ texts, channel }: CampaignRow): void {
  for (const { subject, body } of Object.values(JSON.parse(texts) as CampaignTexts)) {
    if (body === '' || (channel === 'email' && subject === '')) fail('CAMPAIGN_TEXT_EMPTY');
    const [gap] = gapsIn(`${subject}\n${body}`);
    if (gap !== undefined) fail('CAMPAIGN_TEXT_GAPS', { gap });
  }
}

/** Before a programme starts nobody knows whom it holds out, and whoever is written to could not be held out any more. */
function needLot({ db }: ActionContext, { programme_id }: CampaignRow): void {
  if (programme_id !== null && findProgramme(db, programme_id)?.status === 'draft') fail('LOT_NOT_DRAWN');
}

interface Files {
  readonly campaign: CampaignRow;
  readonly making: Pick<MakingRow, 'id' | 'kind'>;
  readonly kinds: readonly MailingOutput[];
  readonly folder: string;
  readonly entries: readonly EntryRow[];
}

/** Writes the files, and then notes who is in them: until then they count as claimed only, and the next run writes them. */
async function makeFiles(context: ActionContext, { campaign, making, kinds, folder, entries }: Files) {
  const people = await addresseesOf(context, campaign, entries);
  if (people.length === 0) fail('CAMPAIGN_NOBODY');
  const ordinal = listMakings(context.db, campaign.id).length;
  // Before the first file: a run that is stopped half-way has taken names out, too.
  context.about('campaign', campaign.id, ['campaign', LEFT_AS_FILE]);
  const files = await writeMailing(context, { campaign, outputs: kinds, folder, ordinal }, people);
  const fresh = people.map(({ entry }) => entry).filter(({ written_at }) => written_at === null);
  await inPieces(context, campaign, fresh, ({ db, now }, { id }) => updateEntry(db, id, { written_at: now }));
  await patiently(() =>
    context.transact(({ db, now, about }) => {
      about('campaign', campaign.id);
      finishMaking(db, making.id, { people: people.length, files: files.length, finished_at: now });
    }),
  );
  return { folder, people: people.length, files };
}

/** One change for each entry, in short transactions. */
async function inPieces(
  context: ActionContext,
  campaign: CampaignRow,
  entries: readonly EntryRow[],
  change: (transaction: Parameters<Parameters<ActionContext['transact']>[0]>[0], entry: EntryRow) => unknown,
): Promise<void> {
  for (let from = 0; from < entries.length; from += changedAtOnce) {
    context.progress('campaigns.step.noting', from, entries.length);
    await patiently(() =>
      context.transact((transaction) => {
        transaction.about('campaign', campaign.id);
        for (const entry of entries.slice(from, from + changedAtOnce)) change(transaction, entry);
      }),
    );
  }
}
