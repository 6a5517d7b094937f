/** One line of the table: what was measured, beside what, and the bar. */
export interface Row {
  readonly measure: string;
  /** With its unit. */
  readonly ours: string;
  /** What it is compared with in the same run, with its figure; null where a person's eye is the limit. */
  readonly beside: string | null;
  /** What is held against the bar: milliseconds, or a ratio. */
  readonly value: number;
  readonly bar: number;
  readonly unit: 'ms' | '×';
  readonly note?: string;
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Milliseconds as people read them. */
export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The rows as a Markdown table. */
export function restReport(rows: readonly Row[]): string {
  const head = ['measure', 'ours', 'beside, in the same run', 'measured', 'bar', ''];
  return [
    rowOf(head),
    rowOf(head.map(() => '---')),
    ...rows.map(({ measure, ours, beside, value, bar, unit, note }) => {
      const shown = (figure: number) => (unit === '×' ? `${figure.toFixed(2)}×` : ms(figure));
      const verdict = value <= bar ? 'within' : 'OVER';
      return rowOf([
        measure,
        ours,
        beside ?? '–',
        shown(value),
        unit === '×' ? `≤ ${bar}×` : `≤ ${bar} ms`,
        note ? `${verdict}: ${note}` : verdict,
      ]);
    }),
  ].join('\n');
}
