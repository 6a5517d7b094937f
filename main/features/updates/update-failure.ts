const damaged = ['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE'];

/** Which of our codes says what the updater met: by its own codes, since its texts change. */
export function updateFailure(error: unknown): string {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (code === 'ENOSPC') return 'DISK_FULL';
  if (damaged.includes(code)) return 'UPDATE_DAMAGED';
  // The place answered, with something that is no list of versions for this system.
  if (code.startsWith('ERR_UPDATER_')) return 'UPDATE_LIST_WRONG';
  return 'UPDATE_UNREACHABLE';
}
