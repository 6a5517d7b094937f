/** Names of the two columns that the refused rows file adds behind the original ones. */
export const REFUSAL_COLUMNS = ['line', 'reason'] as const;

/**
 * Column names a person can tell apart: white space tidied, a second 'name' becomes 'name (2)'. A column without a
 * name stays without one.
 */
export function uniqueHeader(cells: readonly string[]): string[] {
  const tidy = cells.map((cell) => cell.replace(/[\s\0]+/g, ' ').trim());
  const taken = new Set<string>();
  const given = new Set(tidy);
  return tidy.map((name) => {
    if (name === '' || !taken.has(name)) {
      taken.add(name);
      return name;
    }
    let count = 2;
    while (taken.has(`${name} (${count})`) || given.has(`${name} (${count})`)) count += 1;
    const unique = `${name} (${count})`;
    taken.add(unique);
    return unique;
  });
}

/** Where the 'line' and 'reason' columns of a refused rows file stand that is being read again, or null. */
export function refusalColumns(header: readonly string[]): { line: number; reason: number } | null {
  const line = header.length - 2;
  const matches = REFUSAL_COLUMNS.every((name, i) => {
    const cell = header[line + i] ?? '';
    return cell === name || (cell.startsWith(`${name} (`) && cell.endsWith(')'));
  });
  return line >= 1 && matches ? { line, reason: line + 1 } : null;
}
