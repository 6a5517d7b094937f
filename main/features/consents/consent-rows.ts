import {
  CHANNELS,
  type Channel,
  type ConsentEvent,
  type ConsentForm,
  DATA_KINDS,
  GOODS_CLASSES,
  PURPOSES,
  type Purpose,
  REGIMES,
} from '@shared/domain/consent-events';
import { asLanguage } from '@shared/domain/languages';
import type { Insertable, Selectable } from 'kysely';
import type { ConsentEvents } from '../../db/rows';

export type ConsentRow = Selectable<ConsentEvents>;
export type NewConsentRow = Omit<Insertable<ConsentEvents>, 'seq' | 'recorded_at'>;

/** What a row leaves out unless the event says otherwise. */
export const blankEvent = {
  channels: '[]',
  data_kinds: '[]',
  goods_classes: '[]',
  recipients: '[]',
  for_gain: 0,
  form: null,
  notice_id: null,
  notice_version: null,
  language: null,
  signature: null,
  notice_hash: null,
  parent_name: null,
  is_minor: 0,
  refers_to_id: null,
  confirmation_due_at: null,
  note: null,
} as const;

function known<T extends string>(all: readonly T[], json: string): T[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? all.filter((entry) => parsed.includes(entry)) : [];
}

function scoped<T extends string>(all: readonly T[], json: string): T[] | 'all' {
  return JSON.parse(json) === 'all' ? 'all' : known(all, json);
}

/**
 * A row as the event the rules know. A row of an unknown kind is null; an unknown word in a list is left out, so that
 * a refusal written by a newer version narrows nothing it names here.
 */
export function eventOf(row: ConsentRow): ConsentEvent | null {
  const base = {
    id: row.id,
    sequence: row.seq,
    customerId: row.customer_id,
    regime: REGIMES.find((regime) => regime === row.regime) ?? 'hk-pdpo',
    at: row.at,
    staffId: row.staff_id,
    note: row.note,
  };
  const purpose: Purpose | null = PURPOSES.find((candidate) => candidate === row.purpose) ?? null;
  switch (row.kind) {
    case 'given':
      return purpose === null ? null : { ...base, kind: 'given', purpose, ...grantOf(row) };
    case 'declined':
    case 'thinking':
    case 'withdrawn':
    case 'imported-claim':
      return {
        ...base,
        kind: row.kind,
        purpose: purpose ?? 'all',
        channels: scoped(CHANNELS, row.channels),
        classes: scoped(GOODS_CLASSES, row.goods_classes),
      };
    case 'confirmation-sent':
      return {
        ...base,
        kind: 'confirmation-sent',
        givenEventId: row.refers_to_id ?? '',
        channel: firstChannel(row),
      };
    case 'first-use-notice':
      return purpose === null
        ? null
        : { ...base, kind: 'first-use-notice', purpose, channel: firstChannel(row) };
    default:
      return null;
  }
}

function grantOf(row: ConsentRow) {
  return {
    channels: known(CHANNELS, row.channels),
    classes: known(GOODS_CLASSES, row.goods_classes),
    dataKinds: known(DATA_KINDS, row.data_kinds),
    recipients: JSON.parse(row.recipients) as string[],
    forGain: row.for_gain === 1,
    form: (row.form ?? 'electronic') as ConsentForm,
    noticeId: row.notice_id,
    noticeVersion: row.notice_version,
    noticeLanguage: row.language === null ? null : asLanguage(row.language),
    evidence: { signature: row.signature, noticeHash: row.notice_hash },
    confirmationDueAt: row.confirmation_due_at,
    parentName: row.parent_name,
    minorAtTheTime: row.is_minor === 1,
  };
}

function firstChannel(row: ConsentRow): Channel {
  return known(CHANNELS, row.channels)[0] ?? 'post';
}
