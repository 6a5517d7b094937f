import { randomInt } from 'node:crypto';
import type { programmesContract } from '@shared/contract/programmes';
import { drawHeldOut, largestAudience, lotMethod } from '@shared/domain/programmes';
import { fail } from '../../kernel/errors';
import type { ActionHandlers } from '../../kernel/handlers';
import { letterShop } from '../../reports/letterhead';
import { programmeResult } from '../../reports/programme-result/programme-result';
import { listCampaignsOf } from '../campaigns/campaigns.sql';
import { sumBought } from '../campaigns/entries.sql';
import { findSegment } from '../segments/segments.sql';
import { walkSegment } from '../segments/walk-segment.sql';
import { insertMembers } from './members.sql';
import { actionOf, programmeOf, resultOf } from './programme-view';
import { findProgramme, findShownProgramme, listActions, updateProgramme } from './programmes.sql';

/** Seeds are numbers of 32 bits. */
const seeds = 2 ** 32;

export const programmesActions: ActionHandlers<typeof programmesContract> = {
  'programmes.start': async (context, { programmeId, version }) => {
    const { db, about } = context;
    const programme = findProgramme(db, programmeId) ?? fail('PROGRAMME_NOT_FOUND');
    if (programme.status !== 'draft') fail('PROGRAMME_STARTED');
    if (programme.version !== version) fail('PROGRAMME_CHANGED');
    const segment = findSegment(db, programme.segment_id) ?? fail('SEGMENT_NOT_FOUND');
    about('programme', programmeId, ['status', 'members']);
    const members: string[] = [];
    for await (const ids of walkSegment(context, segment, 'programmes.step.freeze')) {
      members.push(...ids);
      if (members.length > largestAudience) fail('AUDIENCE_TOO_LARGE');
    }
    if (members.length < 2) fail('AUDIENCE_TOO_SMALL');
    const seed = randomInt(seeds);
    const heldOut = drawHeldOut(members, programme.held_out_percent, seed);
    context.transact((transaction) => {
      const standing = findProgramme(transaction.db, programmeId);
      if (standing?.status !== 'draft') fail('PROGRAMME_STARTED');
      if (standing?.version !== version) fail('PROGRAMME_CHANGED');
      transaction.about('programme', programmeId, ['status', 'members']);
      insertMembers(transaction.db, programmeId, members, heldOut);
      updateProgramme(transaction.db, programmeId, {
        status: 'running',
        segment_name: segment.name,
        segment_rule: segment.rule,
        seed,
        method: lotMethod,
        starts_on: transaction.today,
        started_at: transaction.now,
        started_by: transaction.staff.staffId,
        version: version + 1,
        updated_at: transaction.now,
      });
    });
    return { audience: members.length, heldOut: heldOut.size };
  },

  'programmes.sheet': ({ db, shop, today, devices, about }, { programmeId, language }) => {
    const row = findShownProgramme(db, programmeId, today) ?? fail('PROGRAMME_NOT_FOUND');
    about('programme', programmeId, ['programme result']);
    const document = programmeResult({
      programme: programmeOf(db, row, today),
      actions: listActions(db, programmeId).map((action) => actionOf(action, today)),
      campaigns: listCampaignsOf(db, programmeId).map((campaign) => ({
        ...campaign,
        ...sumBought(db, campaign.id, row.currency),
      })),
      result: resultOf(db, row),
      shop: letterShop(db, language),
      today,
      timeZone: shop?.timeZone ?? 'Asia/Hong_Kong',
      language,
    });
    return { documentId: devices.keepDocument(document) };
  },
};
