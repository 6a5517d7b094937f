/**
 * Where operational messages go. Messages carry operation names, codes, counts and references,
 * never names, phones or notes: a log file may leave the shop with a support request.
 */
export interface Log {
  info(message: string, facts?: Record<string, string | number | boolean | null>): void;
  error(message: string, error: unknown, facts?: Record<string, string | number | boolean | null>): void;
}

/** Drops everything. */
export const silentLog: Log = { info: () => {}, error: () => {} };
