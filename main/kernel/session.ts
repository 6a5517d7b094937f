import type { Role } from '@shared/contract/permissions';

/** Who is working at this counter now. */
export interface StaffSession {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  readonly language: string;
}

/** How long a PIN typed again is good for. */
const confirmationMs = 2 * 60_000;

/** The one session of this counter: locked, or unlocked by one member of staff. Lives in memory only. */
export class Session {
  #staff: StaffSession | null = null;
  #confirmedAt: number | null = null;
  #lastUsedAt = 0;

  get staff(): StaffSession | null {
    return this.#staff;
  }

  unlock(staff: StaffSession, now: number): void {
    this.#staff = staff;
    this.#lastUsedAt = now;
    this.#confirmedAt = null;
  }

  lock(): void {
    this.#staff = null;
    this.#confirmedAt = null;
  }

  /** Changes what is shown of the person (language, name) without unlocking anew. */
  refresh(staff: StaffSession): void {
    if (this.#staff?.staffId === staff.staffId) this.#staff = staff;
  }

  /** The PIN was typed again just now. */
  confirm(now: number): void {
    this.#confirmedAt = now;
  }

  isConfirmed(now: number): boolean {
    // A clock set back must not lengthen a confirmation.
    return this.#confirmedAt !== null && now >= this.#confirmedAt && now - this.#confirmedAt < confirmationMs;
  }

  touch(now: number): void {
    this.#lastUsedAt = now;
  }

  /** Milliseconds since a person last did something. */
  idleFor(now: number): number {
    return Math.abs(now - this.#lastUsedAt);
  }
}
