import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aloneForMs, LoneKeys, ScannedCode, scannedGapMs } from './key-bursts';

/** What a window does: it handles keys in order, not before they went down and not while it is busy; timers wait, too. */
function actedOn(keys: readonly { key: string; at: number }[], busy: readonly [number, number][]): string[] {
  const free = (time: number) => busy.reduce((now, [from, to]) => (now >= from && now < to ? to : now), time);
  const lone = new LoneKeys();
  const acted: string[] = [];
  let waiting: { key: string; dueAt: number } | null = null;
  const runTimersUntil = (now: number) => {
    while (waiting && free(waiting.dueAt) < now) {
      const more = lone.stillToWait(waiting.dueAt, free(waiting.dueAt));
      if (more === null) acted.push(waiting.key);
      waiting = more === null ? null : { key: waiting.key, dueAt: free(waiting.dueAt) + more };
    }
  };
  for (const pressed of keys) {
    const now = free(pressed.at);
    runTimersUntil(now);
    const wait = lone.press(pressed, now);
    waiting = wait === null ? null : { key: pressed.key, dueAt: now + wait };
  }
  runTimersUntil(Number.POSITIVE_INFINITY);
  return acted;
}

const scan = (code: string, gaps: readonly number[], from = 1000) => {
  let at = from;
  return [...code].map((key, index) => {
    at += index === 0 ? 0 : (gaps[(index - 1) % gaps.length] ?? 0);
    return { key, at };
  });
};

describe('a key pressed alone', () => {
  it('counts once nothing came after it for a moment', () => {
    expect(actedOn([{ key: '1', at: 1000 }], [])).toEqual(['1']);
    expect(
      actedOn(
        [
          { key: '1', at: 1000 },
          { key: '2', at: 1000 + aloneForMs + 1 },
        ],
        [],
      ),
    ).toEqual(['1', '2']);
  });

  it('counts right after Enter, which ended what was typed before', () => {
    expect(
      actedOn(
        [
          { key: 'n', at: 900 },
          { key: 'Enter', at: 960 },
          { key: '1', at: 1000 },
        ],
        [],
      ),
    ).toEqual(['1']);
  });

  it('counts on a machine whose every timer is late, only later', () => {
    expect(actedOn([{ key: '1', at: 1000 }], [[1010, 4000]])).toEqual(['1']);
  });
});

describe('a scanned code', () => {
  it('is never a shortcut, however slow its scanner and however busy the window', () => {
    const gap = fc.integer({ min: 0, max: aloneForMs - 1 });
    const pause = fc.tuple(fc.integer({ min: 900, max: 3000 }), fc.integer({ min: 1, max: 2000 }));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z]{2,20}$/),
        fc.array(gap, { minLength: 1 }),
        fc.option(pause),
        (code, gaps, paused) => {
          const busy: [number, number][] = paused ? [[paused[0], paused[0] + paused[1]]] : [];
          expect(actedOn(scan(code, gaps), busy)).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('putting a code together', () => {
  const codeOf = (text: string, gapMs: number) => {
    const scanned = new ScannedCode();
    const keys = [...scan(text, [gapMs]), { key: 'Enter', at: 1000 + text.length * gapMs }];
    return keys.map((key) => scanned.press(key).code).at(-1);
  };
  it('takes what came without a pause and ended with Enter', () => {
    expect(codeOf('4891234567890', 2)).toBe('4891234567890');
    expect(codeOf('4891234567890', scannedGapMs - 1)).toBe('4891234567890');
  });
  it('takes nothing that a hand typed, and nothing too short', () => {
    expect(codeOf('4891234567890', scannedGapMs)).toBeNull();
    expect(codeOf('w3b', 2)).toBeNull();
  });
  it('says which key may begin one', () => {
    const scanned = new ScannedCode();
    expect(scanned.press({ key: '4', at: 1000 }).isFirst).toBe(true);
    expect(scanned.press({ key: '8', at: 1005 }).isFirst).toBe(false);
    expect(scanned.press({ key: '/', at: 2000 }).isFirst).toBe(true);
  });
});
