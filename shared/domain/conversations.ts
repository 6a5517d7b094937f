/** Conversations with customers: the ways in which they happen, what counts as real contact, and which ways are answered. */

import { CHANNELS, type Channel } from './consent-events';
import { CONTACT_CHANNELS, type ContactChannel } from './contact-channels';
import type { Instant } from './dates';

/** Every way in which shop and customer speak. */
export const CONVERSATION_CHANNELS = ['visit', ...CONTACT_CHANNELS, 'form'] as const;
export type ConversationChannel = (typeof CONVERSATION_CHANNELS)[number];

export const DIRECTIONS = ['in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** `service` is about what the customer has, asked for or bought; everything that offers something is `selling`. */
export const CONVERSATION_PURPOSES = ['service', 'selling'] as const;
export type ConversationPurpose = (typeof CONVERSATION_PURPOSES)[number];

/** What came of it. `not-sent`: it was prepared and given up; `not-delivered`: it went out and came back. */
export const CONVERSATION_OUTCOMES = [
  'talked',
  'sent',
  'message-left',
  'no-answer',
  'not-delivered',
  'not-sent',
] as const;
export type ConversationOutcome = (typeof CONVERSATION_OUTCOMES)[number];

/**
 * The channel of the consent rules; null where none is needed. What is said to somebody who stands at the counter, or on
 * the shop's own form, is not sent to anybody (Cap. 486 s.35A: "direct marketing means").
 */
export function consentChannelOf(channel: ConversationChannel): Channel | null {
  if (channel === 'visit' || channel === 'form') return null;
  return channel === 'letter' ? 'post' : channel;
}

/** The conversation's channel for one of the consent rules. */
export function contactChannelOf(channel: Channel): ContactChannel {
  return channel === 'post' ? 'letter' : channel;
}

/** The way a customer prefers, as their record says it; null where it says nothing that is known. */
export function preferredChannelOf(recorded: string | null): ContactChannel | null {
  const channel = CHANNELS.find((one) => one === recorded);
  return channel ? contactChannelOf(channel) : null;
}

export interface Talk {
  readonly channel: ConversationChannel;
  readonly direction: Direction;
  readonly purpose: ConversationPurpose;
  readonly outcome: ConversationOutcome | null;
}

/** True for what the pressure of selling counts: the shop begins, to sell, by a way that reaches into somebody's day. */
export function isSellingContact({ channel, direction, purpose }: Omit<Talk, 'outcome'>): boolean {
  return direction === 'out' && purpose === 'selling' && consentChannelOf(channel) !== null;
}

/** Real contact: the customer said something. A message that went out and was not answered is none. */
export function isRealContact({ direction, outcome }: Pick<Talk, 'direction' | 'outcome'>): boolean {
  return direction === 'in' || outcome === 'talked';
}

/** One conversation as the response rate needs it. */
export interface CountedTalk extends Omit<Talk, 'purpose'> {
  readonly customerId: string;
  readonly at: Instant;
}

export interface ChannelRate {
  readonly channel: ContactChannel;
  readonly sent: number;
  readonly answered: number;
}

const dayMs = 86_400_000;
/** Within this time whatever the customer says, by any way, answers the last thing we sent. */
export const answerDays = 14;

/**
 * How often each way was answered. A contact of ours is answered when the two talked at once, or when it was the last one
 * before the customer spoke to us by any way within two weeks; one word of the customer answers one contact.
 */
export function responseRates(talks: readonly CountedTalk[]): ChannelRate[] {
  const sent = new Map<ContactChannel, number>();
  const answered = new Map<ContactChannel, number>();
  const add = (counts: Map<ContactChannel, number>, channel: ContactChannel) =>
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
  const waiting = new Map<string, { at: Instant; channel: ContactChannel }>();
  // At one instant what we sent stands before what came back.
  const inOrder = [...talks].sort((a, b) => a.at - b.at || (a.direction < b.direction ? 1 : -1));
  for (const talk of inOrder) {
    const channel = CONTACT_CHANNELS.find((one) => one === talk.channel);
    if (talk.outcome === 'not-sent') continue;
    if (talk.direction === 'in') {
      const last = waiting.get(talk.customerId);
      if (last && talk.at - last.at <= answerDays * dayMs) add(answered, last.channel);
      waiting.delete(talk.customerId);
    } else if (channel) {
      add(sent, channel);
      waiting.delete(talk.customerId);
      if (talk.outcome === 'talked') add(answered, channel);
      else waiting.set(talk.customerId, { at: talk.at, channel });
    }
  }
  return CONTACT_CHANNELS.filter((channel) => sent.has(channel)).map((channel) => ({
    channel,
    sent: sent.get(channel) ?? 0,
    answered: answered.get(channel) ?? 0,
  }));
}
