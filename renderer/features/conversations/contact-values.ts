import type { Output } from '@shared/contract';
import type { Template } from '@shared/contract/templates';
import { GOODS_CLASSES, type GoodsClass } from '@shared/domain/consent-events';
import type { ContactChannel } from '@shared/domain/contact-channels';
import type { ConversationPurpose } from '@shared/domain/conversations';
import type { Language } from '@shared/domain/languages';

/** What the dialog holds while a message is written. */
export interface ContactValues {
  readonly channel: ContactChannel;
  readonly purpose: ConversationPurpose;
  readonly goodsClass: GoodsClass;
  readonly template: { readonly id: string; readonly version: number } | null;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly gateReason: string;
}

type Before = Output<'conversations.beforeContact'>;

/** The preferred way where there is a number for it, else the first for which there is one. */
export function newContact({ ways, language }: Before): ContactValues {
  const reachable = ways.filter(({ address }) => address !== null);
  const first = reachable.find(({ isPreferred }) => isPreferred) ?? reachable[0] ?? ways[0];
  return {
    channel: first?.channel ?? 'phone',
    purpose: 'service',
    goodsClass: GOODS_CLASSES[0],
    template: null,
    language,
    subject: '',
    body: '',
    gateReason: '',
  };
}

/** The values with a template's text in their language; null takes it away. */
export function withTemplate(values: ContactValues, template: Template | null): ContactValues {
  if (!template) return { ...values, template: null, subject: '', body: '' };
  const { subject, body } = template.texts[values.language];
  return {
    ...values,
    template: { id: template.id, version: template.version },
    purpose: template.purpose,
    goodsClass: template.goodsClass ?? values.goodsClass,
    subject,
    body,
  };
}

/** What somebody still has to fill in by hand: "[day and time]". */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\[[^[\]]+\]/g)].map(([whole]) => whole))];
}

/** The values as the operations take them. */
export function wantedOf(customerId: string, values: ContactValues) {
  const { channel, purpose, goodsClass, language, subject, body } = values;
  return {
    customerId,
    channel,
    purpose,
    goodsClass: purpose === 'selling' ? goodsClass : null,
    language,
    subject,
    body,
  };
}
