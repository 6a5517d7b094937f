import { newKeyHex } from '../../kernel/key-file';
import type { Session } from '../../kernel/session';

/** The keys of a shop that is being set up: in memory only, until `setup.finish` writes it. */
export interface SetupDraft {
  readonly keyHex: string;
  readonly recoveryKeyHex: string;
  documentId: string;
  /** True once the sheet was typed back. */
  isProved: boolean;
}

// One session a process; a map, so that two counters in one test do not share their keys.
const drafts = new WeakMap<Session, SetupDraft>();

/** The draft that was begun, or undefined. */
export function findDraft(session: Session): SetupDraft | undefined {
  return drafts.get(session);
}

/** The draft that was begun, or a new one with new keys. */
export function beginDraft(session: Session): SetupDraft {
  const known = drafts.get(session);
  if (known) return known;
  const draft: SetupDraft = {
    keyHex: newKeyHex(),
    recoveryKeyHex: newKeyHex(),
    documentId: '',
    isProved: false,
  };
  drafts.set(session, draft);
  return draft;
}

/** Forgets the keys: they are in the key file now, wrapped. */
export function dropDraft(session: Session): void {
  drafts.delete(session);
}
