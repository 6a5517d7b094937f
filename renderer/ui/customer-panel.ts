import type { ComponentType } from 'react';

/**
 * A part of the customer's screen that another feature provides (purchases, items, needs, consent, VIP).
 * The app puts them together; no feature imports another.
 */
export type CustomerPanel = ComponentType<{ readonly customerId: string }>;
