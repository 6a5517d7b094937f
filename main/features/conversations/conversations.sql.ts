import type { GoodsClass } from '@shared/domain/consent-events';
import {
  type ConversationChannel,
  type ConversationOutcome,
  type ConversationPurpose,
  type CountedTalk,
  consentChannelOf,
  type Direction,
  isSellingContact,
} from '@shared/domain/conversations';
import { civilDateOf, daysBetween } from '@shared/domain/dates';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ConversationAttachments, ConversationRevisions, Conversations } from '../../db/rows';
import { one, prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { fail } from '../../kernel/errors';
import type { CommandContext } from '../../kernel/handlers';
import { type CustomerOfRow, customerColumns } from '../customers/cards.sql';
import { findStandingCustomer, findTotals } from '../customers/customers.sql';
import { indexCustomer } from '../search/search.sql';
import { gateOf } from './gate.sql';

export type ConversationRow = Selectable<Conversations>;

/** A clock of another counter may be a little ahead. */
const clockToleranceMs = 5 * 60_000;

/** What was said, as every feature that speaks with a customer hands it over. */
export interface NewConversation {
  readonly customerId: string;
  /** Absent: now. */
  readonly at?: number | undefined;
  readonly channel: ConversationChannel;
  readonly direction: Direction;
  readonly purpose: ConversationPurpose;
  /** What was offered; needed for selling. */
  readonly goodsClass?: GoodsClass | null;
  readonly subject?: string;
  readonly words: string;
  readonly outcome: ConversationOutcome | null;
  readonly isDiscreet?: boolean;
  /** Why a selling contact of ours goes past the gate. */
  readonly gateReason?: string;
  /** True for what this app prepares: without permission it is refused instead of recorded as unpermitted. */
  readonly isPrepared?: boolean;
  /** It tells of the right to opt out. */
  readonly hasNotice?: boolean;
  readonly template?: { readonly id: string; readonly version: number } | null;
  readonly origin?: { readonly kind: string; readonly id: string };
}

type Context = Pick<CommandContext, 'db' | 'now' | 'staff' | 'newId' | 'nextNumber'>;

/**
 * Writes a conversation into the log, inside the caller's transaction; returns its id and number. A selling contact of
 * ours passes the gate here, whoever begins it. Fails with `conversationErrors`, and for what is prepared without
 * permission with SELLING_NOT_PERMITTED; the calling operation declares them.
 */
export function logConversation(
  { db, now, staff, newId, nextNumber }: Context,
  said: NewConversation,
): { conversationId: string; number: string } {
  const customer = findStandingCustomer(db, said.customerId);
  if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
  const at = needPast(said.at ?? now, now);
  const gate = gateColumns(db, customer.id, said, at);
  const conversationId = newId();
  const number = `T${nextNumber('conversation')}`;
  const row: Insertable<Conversations> = {
    id: conversationId,
    number,
    customer_id: customer.id,
    at,
    channel: said.channel,
    direction: said.direction,
    purpose: said.purpose,
    goods_class: said.purpose === 'selling' ? (said.goodsClass ?? null) : null,
    staff_id: staff.staffId,
    subject: said.subject || null,
    words: said.words,
    outcome: said.outcome,
    is_discreet: said.isDiscreet ? 1 : 0,
    template_id: said.template?.id ?? null,
    template_version: said.template?.version ?? null,
    ...gate,
    has_notice: said.hasNotice ? 1 : 0,
    origin_kind: said.origin?.kind ?? 'counter',
    origin_id: said.origin?.id ?? null,
    made_by: staff.staffId,
    made_at: now,
    updated_at: now,
  };
  run(db, sqlBuilder.insertInto('conversations').values(row));
  indexCustomer(db, customer.id);
  return { conversationId, number };
}

/** The moment, refused where it has not come yet. */
export function needPast(at: number, now: number): number {
  if (at > now + clockToleranceMs) fail('CONVERSATION_IN_THE_FUTURE');
  return at;
}

type GateInput = Pick<
  NewConversation,
  'channel' | 'direction' | 'purpose' | 'goodsClass' | 'gateReason' | 'isPrepared'
> & {
  /** The conversation itself, where it is on the record already. */
  readonly exceptId?: string;
};

/** What the gate says of a conversation, as its columns; nothing where the gate has nothing to say. */
export function gateColumns(db: ReadableDb, customerId: string, said: GateInput, at: number) {
  if (said.purpose === 'selling' && !said.goodsClass) return fail('GOODS_CLASS_NEEDED');
  if (!isSellingContact(said) || !said.goodsClass)
    return { gate: null, gate_obstacles: '[]', gate_reason: null };
  const verdict = gateOf(db, customerId, {
    channel: consentChannelOf(said.channel),
    goodsClass: said.goodsClass,
    now: at,
    exceptId: said.exceptId,
  });
  if (verdict.state === 'closed' && said.isPrepared) fail('SELLING_NOT_PERMITTED');
  if (verdict.state !== 'open' && !said.gateReason) fail('CONTACT_REASON_NEEDED');
  const gate = { open: 'open', 'needs-reason': 'overridden', closed: 'unpermitted' }[verdict.state];
  return {
    gate,
    gate_obstacles: JSON.stringify(verdict.obstacles),
    gate_reason: verdict.state === 'open' ? null : (said.gateReason ?? null),
  };
}

/** One conversation as stored. */
export function findConversation(db: ReadableDb, id: string): ConversationRow | undefined {
  return one(db, sqlBuilder.selectFrom('conversations').selectAll().where('id', '=', id));
}

/** Keeps what stands now and puts something else in its place; the next version's number. */
export function replaceConversation(
  db: WritableDb,
  before: ConversationRow,
  columns: Updateable<Conversations>,
  revision: Pick<Insertable<ConversationRevisions>, 'id' | 'at' | 'staff_id' | 'kind' | 'reason'>,
): number {
  const { channel, direction, purpose, goods_class, subject, words, outcome, is_discreet } = before;
  const kept = {
    at: before.at,
    channel,
    direction,
    purpose,
    goodsClass: goods_class,
    subject: subject ?? '',
    words,
    outcome,
    isDiscreet: is_discreet === 1,
  };
  run(
    db,
    sqlBuilder.insertInto('conversation_revisions').values({
      ...revision,
      conversation_id: before.id,
      version: before.version,
      before: JSON.stringify(kept),
    }),
  );
  const version = before.version + 1;
  const changed = { ...columns, version, updated_at: revision.at };
  run(db, sqlBuilder.updateTable('conversations').set(changed).where('id', '=', before.id));
  if ('words' in changed || 'subject' in changed) indexCustomer(db, before.customer_id);
  return version;
}

/** What stood before each correction, oldest first. */
export function listRevisions(db: ReadableDb, conversationId: string) {
  return prepared(
    db,
    `SELECT r.*, s.name AS staff_name FROM conversation_revisions r JOIN staff s ON s.id = r.staff_id
     WHERE r.conversation_id = ? ORDER BY r.version`,
  ).all(conversationId) as (Selectable<ConversationRevisions> & { staff_name: string })[];
}

/** Keeps a file with its conversation. */
export function insertAttachment(db: WritableDb, row: Insertable<ConversationAttachments>): void {
  run(db, sqlBuilder.insertInto('conversation_attachments').values(row));
}

/** One kept file with its bytes. */
export function findAttachment(db: ReadableDb, id: string) {
  return one(db, sqlBuilder.selectFrom('conversation_attachments').selectAll().where('id', '=', id));
}

/** A conversation with the names it is shown with. */
export interface ShownConversationRow extends ConversationRow, CustomerOfRow {
  readonly staff_name: string;
  /** Its files without their bytes, as JSON. */
  readonly files: string;
  readonly is_corrected: number;
}

const shown = `SELECT v.*, s.name AS staff_name, ${customerColumns},
    (SELECT json_group_array(json_object('id', a.id, 'name', a.name, 'size', a.size, 'sha256', a.sha256))
     FROM conversation_attachments a WHERE a.conversation_id = v.id) AS files,
    EXISTS (SELECT 1 FROM conversation_revisions r WHERE r.conversation_id = v.id AND r.kind = 'corrected')
      AS is_corrected`;
const joined = `JOIN customers c ON c.id = v.customer_id JOIN staff s ON s.id = v.staff_id`;

/** Which conversations a list is about; null leaves a side open. */
export interface ConversationFilter {
  readonly staffId: string | null;
  readonly customerId: string | null;
  readonly channel: ConversationChannel | null;
  /** Only selling contacts that went past the gate. */
  readonly isPastGate: boolean;
  readonly limit: number;
}

/** The condition of a filter, and its values. */
function conditionOf({ staffId, customerId, channel, isPastGate }: Omit<ConversationFilter, 'limit'>) {
  const which = [
    staffId === null ? null : 'v.staff_id = @staffId',
    customerId === null ? null : 'v.customer_id = @customerId',
    channel === null ? null : 'v.channel = @channel',
    isPastGate ? `v.gate IN ('overridden', 'unpermitted')` : null,
  ].filter((part) => part !== null);
  return {
    where: which.length > 0 ? `WHERE ${which.join(' AND ')}` : '',
    values: {
      ...(staffId === null ? {} : { staffId }),
      ...(customerId === null ? {} : { customerId }),
      ...(channel === null ? {} : { channel }),
    },
  };
}

/** Conversations, the last first. */
export function listConversations(
  db: ReadableDb,
  { limit, ...filter }: ConversationFilter,
): ShownConversationRow[] {
  const { where, values } = conditionOf(filter);
  return prepared(
    db,
    `${shown} FROM conversations v ${joined} ${where} ORDER BY v.at DESC, v.id DESC LIMIT @limit`,
  ).all({ limit, ...values }) as ShownConversationRow[];
}

/** How many conversations there are, those beyond the limit, too: by index, without reading what was said in each. */
export function countConversations(db: ReadableDb, filter: Omit<ConversationFilter, 'limit'>): number {
  const { where, values } = conditionOf(filter);
  return prepared(db, `SELECT count(*) FROM conversations v ${where}`).pluck().get(values) as number;
}

/** One conversation with its names. */
export function findShownConversation(db: ReadableDb, id: string): ShownConversationRow | undefined {
  return prepared(db, `${shown} FROM conversations v ${joined} WHERE v.id = ?`).get(id) as
    | ShownConversationRow
    | undefined;
}

/** When the customer last said something to us; null where nobody noted it. */
function findLastTalk(db: ReadableDb, customerId: string): number | null {
  const { at } = prepared(
    db,
    `SELECT max(at) AS at FROM conversations WHERE customer_id = ? AND (direction = 'in' OR outcome = 'talked')`,
  ).get(customerId) as { at: number | null };
  return at;
}

/** The last time the customer said something or bought, and the days since on the shop's calendar. */
export function lastContactOf(
  db: ReadableDb,
  customerId: string,
  { today, timeZone }: { today: string; timeZone: string },
): { at: number; days: number } | null {
  const at = Math.max(findLastTalk(db, customerId) ?? 0, findTotals(db, customerId)?.last_sale_at ?? 0);
  return at === 0 ? null : { at, days: Math.max(0, daysBetween(civilDateOf(at, timeZone), today)) };
}

/** What the response rate counts: everything said from one instant to another, in the order it was said. */
export function listCountedTalks(db: ReadableDb, from: number, to: number): CountedTalk[] {
  // A year has tens of thousands: as arrays, and the few dozen ways of a talk as one text each, they are read in less
  // than half the time. The index has them by time; those of one instant are put in the order they were written in here.
  const rows = prepared(
    db,
    `SELECT rowid, at, customer_id, direction || ' ' || channel || ' ' || coalesce(outcome, '') FROM conversations
     WHERE at BETWEEN ? AND ? ORDER BY at`,
  )
    .raw()
    .all(from, to) as [row: number, at: number, customerId: string, way: string][];
  const ways = new Map<string, Omit<CountedTalk, 'customerId' | 'at'>>();
  return rows
    .sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .map(([, at, customerId, text]) => {
      const way = ways.get(text) ?? wayOf(text);
      ways.set(text, way);
      return { customerId, at, direction: way.direction, channel: way.channel, outcome: way.outcome };
    });
}

function wayOf(text: string): Omit<CountedTalk, 'customerId' | 'at'> {
  const [direction, channel, outcome] = text.split(' ');
  return {
    direction: direction as Direction,
    channel: channel as ConversationChannel,
    outcome: (outcome || null) as ConversationOutcome | null,
  };
}
