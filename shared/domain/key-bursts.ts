/**
 * A barcode scanner types like a keyboard. What tells it from a hand is time alone: the events' own (when the key went
 * down), never when the window came round to them, because a busy machine hands over a quick code slowly.
 */

/** Keys closer together than this were sent by a scanner; no hand presses them so fast. */
export const scannedGapMs = 60;
/** A key is somebody's own choice when no other letter or digit was pressed for this long before it and after it. */
export const aloneForMs = 150;
const shortestCode = 4;

/** A window that is this late with an event or a timer has been busy: more keys may be waiting behind. */
const lateMs = 50;
const mostWaitMs = 1500;
const mostRounds = 5;

/** A key as an event tells it. */
export interface PressedKey {
  /** As `KeyboardEvent.key`: letters, digits and signs are one character, all others have a name. */
  readonly key: string;
  /** When it went down, in milliseconds of the clock that `now` reads, too. */
  readonly at: number;
}

const isCharacter = ({ key }: PressedKey) => key.length === 1;

/** Finds the keys that were pressed alone, among whatever scanners and hands send. Sees every key that is pressed. */
export class LoneKeys {
  #lastAt = Number.NEGATIVE_INFINITY;
  #rounds = 0;

  /**
   * Notes a key. Returns how long from `now` to wait for the next one before this one may count, or null where it cannot:
   * it came right after another. A key with a name (Enter, Escape) ends whatever was typed before it.
   */
  press(pressed: PressedKey, now: number): number | null {
    const isClose = pressed.at - this.#lastAt < aloneForMs;
    this.#lastAt = isCharacter(pressed) ? pressed.at : Number.NEGATIVE_INFINITY;
    this.#rounds = 0;
    return isClose ? null : waitFor(now - pressed.at);
  }

  /**
   * To be asked when the wait is over: null where the key counts now, otherwise how much longer to wait, because the
   * window was busy meanwhile and may not have come to the next key yet.
   */
  stillToWait(dueAt: number, now: number): number | null {
    this.#rounds += 1;
    return now - dueAt > lateMs && this.#rounds < mostRounds ? waitFor(now - dueAt) : null;
  }
}

const waitFor = (behindMs: number) => Math.min(mostWaitMs, aloneForMs + 2 * Math.max(0, behindMs));

/** Puts together what a scanner sends: characters without a pause, and Enter. Sees every key that is pressed. */
export class ScannedCode {
  #typed = '';
  #lastAt = Number.NEGATIVE_INFINITY;

  /** Notes a key. Returns the code that it ends, or null; `isFirst` where it may begin one. */
  press(pressed: PressedKey): { readonly code: string | null; readonly isFirst: boolean } {
    const isQuick = pressed.at - this.#lastAt < scannedGapMs;
    this.#lastAt = pressed.at;
    const before = isQuick ? this.#typed : '';
    this.#typed = isCharacter(pressed) ? before + pressed.key : '';
    const isWhole = pressed.key === 'Enter' && before.length >= shortestCode;
    return { code: isWhole ? before : null, isFirst: before === '' };
  }
}
