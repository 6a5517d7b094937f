import type { Permission } from '@shared/contract/permissions';
import type { ComponentType } from 'react';

/**
 * A part of the customer's screen that another feature provides (purchases, items, needs, consent, VIP).
 * The app puts them together; no feature imports another. One about which there is nothing to say renders nothing.
 */
export type CustomerPanel = ComponentType<{ readonly customerId: string }>;

/** What another feature says of one item a customer owns. */
export type ItemMore = ComponentType<{
  readonly customerId: string;
  readonly itemId: string;
  /** As the card calls it. */
  readonly itemName: string;
}>;

/** Something that can be begun with this customer: a line of the "New" menu, and the dialog it opens. */
export interface CustomerStart {
  /** The line's text is `start.<name>`. */
  readonly name: StartName;
  readonly permission: Permission;
  readonly Form: ComponentType<{ readonly customerId: string; readonly onClose: () => void }>;
}

export const startNames = [
  'need',
  'promise',
  'conversation',
  'complaint',
  'feedback',
  'enquiry',
  'quotation',
  'interest',
  'resale',
  'job',
  'handover',
  'gift',
  'review',
  'event',
  'privacyRequest',
  'receipt',
  'sale',
] as const;
export type StartName = (typeof startNames)[number];

/** Panels by name, in the order in which they are shown. */
export type CustomerPanels = Readonly<Record<string, CustomerPanel>>;

/** Everything other features put on the customer's screen. */
export interface CustomerParts {
  /** What must be known before anything is said: above everything, and only while it holds. */
  readonly banners: CustomerPanels;
  /** Buttons beside the name. */
  readonly actions: CustomerPanels;
  /** What is open, owned and bought. */
  readonly things: CustomerPanels;
  /** What to do next, what is permitted, which card they hold. */
  readonly side: CustomerPanels;
  readonly starts: readonly CustomerStart[];
}
