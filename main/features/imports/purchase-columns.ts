/** Where what one row of a purchase file says stands among its values. Texts stand by their numbers, 0 for none. */
export const purchaseColumn = {
  line: 0,
  receiptNumber: 1,
  soldAt: 2,
  customer: 3,
  productCode: 4,
  description: 5,
  quantity: 6,
  unitMinor: 7,
  discountMinor: 8,
  currency: 9,
  serial: 10,
  staff: 11,
  country: 12,
  origin: 13,
} as const;

/** Values that one row takes. */
export const VALUES_A_ROW = Object.keys(purchaseColumn).length;

/** Rows in a batch at most: enough that sending one costs nothing, few enough that several are nothing in memory. */
export const BATCH_ROWS = 3000;

/** Values of a full batch. */
export const BATCH_VALUES = BATCH_ROWS * VALUES_A_ROW;
