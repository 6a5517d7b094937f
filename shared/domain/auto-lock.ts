/** Minutes without a key or a touch after which the counter locks itself: the choice a manager has, and the usual. */
export const AUTO_LOCK = { least: 2, most: 5, usual: 3 } as const;

/** The minutes as they were kept; the usual ones where nobody changed them or they cannot be read. */
export function autoLockMinutesOf(stored: string | undefined): number {
  const minutes = Number(stored ?? Number.NaN);
  const isChoice = Number.isInteger(minutes) && minutes >= AUTO_LOCK.least && minutes <= AUTO_LOCK.most;
  return isChoice ? minutes : AUTO_LOCK.usual;
}
