import { BATCH_ROWS } from './purchase-columns';

/**
 * Where what one line of a new receipt says stands among its values on the way into the shop. Numbers are as they are staged
 * (`inShop`), 0 for no product.
 */
export const lineColumn = {
  sale: 0,
  position: 1,
  product: 2,
  description: 3,
  quantity: 4,
  unit: 5,
  discount: 6,
} as const;

/** Values that one line takes. */
export const VALUES_A_LINE = Object.keys(lineColumn).length;

/** Values of a batch of which every row is such a line. */
export const BATCH_LINE_VALUES = BATCH_ROWS * VALUES_A_LINE;
