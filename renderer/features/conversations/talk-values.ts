import type { Conversation } from '@shared/contract/conversations';
import { GOODS_CLASSES, type GoodsClass } from '@shared/domain/consent-events';
import {
  type ConversationChannel,
  type ConversationOutcome,
  type ConversationPurpose,
  type Direction,
  isSellingContact,
} from '@shared/domain/conversations';

/** What the form holds. */
export interface TalkValues {
  readonly channel: ConversationChannel;
  readonly direction: Direction;
  readonly purpose: ConversationPurpose;
  readonly goodsClass: GoodsClass;
  readonly subject: string;
  readonly words: string;
  readonly outcome: ConversationOutcome | null;
  /** As the field shows it; empty: just now. */
  readonly when: string;
  readonly isDiscreet: boolean;
  readonly gateReason: string;
  readonly reason: string;
  readonly nextWhat: string;
  readonly nextDue: string;
  readonly hasNext: boolean;
}

/** What a new note begins with: a customer who came in and was spoken to. */
export function newTalk(tomorrow: string): TalkValues {
  return {
    channel: 'visit',
    direction: 'in',
    purpose: 'service',
    goodsClass: GOODS_CLASSES[0],
    subject: '',
    words: '',
    outcome: 'talked',
    when: '',
    isDiscreet: false,
    gateReason: '',
    reason: '',
    nextWhat: '',
    nextDue: tomorrow,
    hasNext: false,
  };
}

/** What is on the record, to be corrected. */
export function talkOf(conversation: Conversation, tomorrow: string): TalkValues {
  const { channel, direction, purpose, goodsClass, subject, words, outcome, at, isDiscreet } = conversation;
  return {
    ...newTalk(tomorrow),
    channel,
    direction,
    purpose,
    goodsClass: goodsClass ?? GOODS_CLASSES[0],
    subject: subject ?? '',
    words,
    outcome,
    when: fieldOf(at),
    isDiscreet,
  };
}

/** The values as the operations take them. */
export function saidOf(values: TalkValues) {
  const { channel, direction, purpose, goodsClass, subject, words, outcome, isDiscreet } = values;
  return {
    channel,
    direction,
    purpose,
    goodsClass: purpose === 'selling' ? goodsClass : null,
    subject,
    words,
    outcome,
    isDiscreet,
  };
}

/** True where the gate is asked: the reason may be needed. */
export function needsGate(values: TalkValues): boolean {
  return isSellingContact(values);
}

/** An instant as a `datetime-local` field shows it, on this machine's clock. */
export function fieldOf(at: number): string {
  const moment = new Date(at);
  return new Date(at - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
