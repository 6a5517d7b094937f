import type { conversationsContract } from '@shared/contract/conversations';
import { consentChannelOf, preferredChannelOf, responseRates } from '@shared/domain/conversations';
import { endOfDay, startOfDay } from '@shared/domain/dates';
import { asLanguage } from '@shared/domain/languages';
import { fillTemplate } from '@shared/domain/templates';
import type { ReadableDb } from '../../db/sql';
import type { QueryHandlers } from '../../kernel/handlers';
import { findStandingCustomer } from '../customers/customers.sql';
import { mergeValues, waysTo } from './before-contact.sql';
import { conversationOf } from './conversation-view';
import {
  type ConversationFilter,
  countConversations,
  findShownConversation,
  lastContactOf,
  listConversations,
  listCountedTalks,
  listRevisions,
} from './conversations.sql';
import { gateOf, pausesOf, pressureFor } from './gate.sql';
import { optOutNotice } from './opt-out.sql';

const everything = { staffId: null, customerId: null, channel: null, isPastGate: false } as const;

export const conversationsQueries: QueryHandlers<typeof conversationsContract> = {
  'conversations.list': ({ db, staff }, { scope, channel, limit }) => {
    const staffId = scope === 'mine' ? staff.staffId : null;
    return pageOf(db, { ...everything, staffId, channel, limit });
  },

  'conversations.pastGate': ({ db }, { limit }) => pageOf(db, { ...everything, isPastGate: true, limit }),

  'conversations.forCustomer': ({ db, shop, today, fail }, { customerId, limit }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    return {
      ...pageOf(db, { ...everything, customerId: customer.id, limit }),
      lastContact: lastContactOf(db, customer.id, { today, timeZone: shop.timeZone }),
    };
  },

  'conversations.history': ({ db, fail }, { conversationId }) => {
    const row = findShownConversation(db, conversationId) ?? fail('CONVERSATION_NOT_FOUND');
    return {
      conversation: conversationOf(row),
      revisions: listRevisions(db, conversationId).map((revision) => ({
        id: revision.id,
        version: revision.version,
        at: revision.at,
        by: { id: revision.staff_id, name: revision.staff_name },
        kind: revision.kind as 'corrected',
        reason: revision.reason,
        before: JSON.parse(revision.before),
      })),
    };
  },

  'conversations.responseRates': ({ db, shop }, { from, to }) =>
    responseRates(listCountedTalks(db, startOfDay(from, shop.timeZone), endOfDay(to, shop.timeZone))),

  'conversations.beforeContact': ({ db, shop, now, today, fail }, { customerId }) => {
    const customer = findStandingCustomer(db, customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const [last] = listConversations(db, { ...everything, customerId: customer.id, limit: 1 });
    return {
      language: asLanguage(customer.language),
      preferredChannel: preferredChannelOf(customer.preferred_channel),
      contactHours: customer.contact_hours,
      discretion: customer.discretion,
      lastContact: lastContactOf(db, customer.id, { today, timeZone: shop.timeZone }),
      last: last ? conversationOf(last) : null,
      pauses: pausesOf(db, customer.id, now),
      pressure: pressureFor(db, customer.id, now),
      ways: waysTo(db, customer, now),
    };
  },

  'conversations.preview': ({ db, staff, now, today, fail }, wanted) => {
    const { channel, language, purpose, goodsClass } = wanted;
    const customer = findStandingCustomer(db, wanted.customerId) ?? fail('CUSTOMER_NOT_FOUND');
    const values = mergeValues(db, customer, { staffId: staff.staffId, language, today });
    const subject = fillTemplate(wanted.subject, values);
    const body = fillTemplate(wanted.body, values);
    const way = consentChannelOf(channel);
    const gate =
      purpose === 'selling'
        ? gateOf(db, customer.id, { channel: way, goodsClass: goodsClass ?? fail('GOODS_CLASS_NEEDED'), now })
        : null;
    return {
      subject: subject.text,
      body: body.text,
      missing: [...new Set([...subject.missing, ...body.missing])],
      gate: gate && { ...gate, obstacles: [...gate.obstacles] },
      notice: gate?.firstUseNoticeDue ? optOutNotice(db, language) : null,
    };
  },
};

function pageOf(db: ReadableDb, filter: ConversationFilter) {
  return {
    total: countConversations(db, filter),
    conversations: listConversations(db, filter).map(conversationOf),
  };
}
