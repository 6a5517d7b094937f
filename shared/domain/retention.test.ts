import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import { copiesToDelete, type KeptCopy } from './retention';

const everyDay = (days: number): KeptCopy[] =>
  Array.from({ length: days }, (_, index) => ({
    id: `c${index}`,
    day: addDays('2025-01-01', index),
    sequence: index,
    isVerified: true,
  }));

describe('which copies may go', () => {
  it('keeps 7 days, 5 weeks and 12 months of a copy every day for two years', () => {
    const copies = everyDay(730);
    const kept = copies.length - copiesToDelete(copies).length;
    expect(kept).toBeGreaterThanOrEqual(12 + 4);
    expect(kept).toBeLessThanOrEqual(7 + 5 + 12);
  });

  it('keeps everything while there is no verified copy', () => {
    expect(copiesToDelete(everyDay(3).map((copy) => ({ ...copy, isVerified: false })))).toEqual([]);
  });

  it('deletes a failed copy only once a newer verified one exists', () => {
    const failed = { id: 'x', day: '2025-01-01', sequence: 1, isVerified: false };
    const good = { id: 'y', day: '2025-01-01', sequence: 2, isVerified: true };
    expect(copiesToDelete([failed, good])).toEqual(['x']);
    expect(copiesToDelete([{ ...failed, sequence: 3 }, good])).toEqual([]);
  });

  const anyCopies = fc
    .array(fc.record({ offset: fc.integer({ min: -400, max: 400 }), isVerified: fc.boolean() }), {
      maxLength: 80,
    })
    .map((rows) =>
      rows.map((row, index) => ({
        id: `c${index}`,
        day: addDays('2025-06-01', row.offset),
        sequence: index,
        isVerified: row.isVerified,
      })),
    );

  it('never deletes the newest verified copy, whatever the clock said', () => {
    fc.assert(
      fc.property(anyCopies, (copies) => {
        const newest = copies.filter((copy) => copy.isVerified).at(-1);
        if (newest) expect(copiesToDelete(copies)).not.toContain(newest.id);
      }),
    );
  });

  it('is settled: deleting what may go leaves nothing more to delete', () => {
    fc.assert(
      fc.property(anyCopies, (copies) => {
        const gone = new Set(copiesToDelete(copies));
        expect(copiesToDelete(copies.filter((copy) => !gone.has(copy.id)))).toEqual([]);
      }),
    );
  });
});
