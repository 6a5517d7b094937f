import type { campaignsContract } from '@shared/contract/campaigns';
import type { ReadableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { findShop } from '../shop/shop.sql';
import { verdictOn } from './audience';
import { campaignOf, entryOf, makingOf } from './campaign-view';
import {
  findCampaign,
  findShownCampaign,
  listCampaigns,
  listCampaignsOf,
  listMakings,
} from './campaigns.sql';
import { advisorFor, composeFor } from './compose';
import { countToWrite, listEntries, listEntriesOf, sumBought } from './entries.sql';

const currencyOf = (db: ReadableDb) => findShop(db)?.currency ?? 'HKD';

export const campaignsQueries: QueryHandlers<typeof campaignsContract> = {
  'campaigns.list': ({ db }, { show }) => {
    const currency = currencyOf(db);
    return listCampaigns(db, show).map((row) => campaignOf(row, currency, sumBought(db, row.id, currency)));
  },

  'campaigns.forProgramme': ({ db }, { programmeId }) => {
    const currency = currencyOf(db);
    return listCampaignsOf(db, programmeId).map((row) =>
      campaignOf(row, currency, sumBought(db, row.id, currency)),
    );
  },

  'campaigns.get': ({ db }, { campaignId }) => {
    const row = findShownCampaign(db, campaignId) ?? fail('CAMPAIGN_NOT_FOUND');
    const currency = currencyOf(db);
    return {
      campaign: campaignOf(row, currency, sumBought(db, row.id, currency)),
      makings: listMakings(db, row.id).map(makingOf),
      toWrite: countToWrite(db, row.id),
    };
  },

  'campaigns.entries': ({ db, staff }, { campaignId, show, limit }) => {
    if (!findCampaign(db, campaignId)) fail('CAMPAIGN_NOT_FOUND');
    const rows = listEntries(db, {
      campaignId,
      show,
      limit,
      staffId: staff.role === 'manager' ? null : staff.staffId,
      currency: currencyOf(db),
    });
    return { total: rows[0]?.found ?? 0, entries: rows.map(entryOf) };
  },

  'campaigns.forCustomer': ({ db }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    return listEntriesOf(db, customer.id, currencyOf(db)).map(entryOf);
  },

  'campaigns.preview': ({ db, now, today }, { customerId, texts, ownerId, ...terms }) => {
    const { channel } = terms;
    const wanted = { ...terms, campaignId: null };
    const verdict =
      verdictOn(db, customerId, wanted, { now, households: new Set() }) ?? fail('CUSTOMER_NOT_FOUND');
    const { customer, address, exclusion, why, isNoticeDue } = verdict;
    const advisorId = advisorFor(customer, ownerId);
    const composed = composeFor(db, { customer, channel, texts, advisorId, isNoticeDue, today });
    return { ...composed, address, exclusion, why };
  },
};
