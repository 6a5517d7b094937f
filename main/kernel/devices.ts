import type { BuildKind } from '@shared/contract/updates';
import type { UpdatePlace } from '@shared/domain/update-place';

/** A4, A5, an 80 mm roll whose length follows its content, or a label in millimetres. */
export type PageSize = 'A4' | 'A5' | 'roll80' | { readonly widthMm: number; readonly heightMm: number };

/** What the log of conversations keeps of something written to a customer. */
export interface LetterToCustomer {
  readonly customerId: string;
  readonly subject: string;
  readonly words: string;
  /** The record it belongs to. */
  readonly origin: { readonly kind: string; readonly id: string };
  /** It tells of the right to opt out. */
  readonly hasNotice?: boolean;
}

/** A designed page or roll, ready to be previewed, printed or saved as PDF. Self-contained HTML without script. */
export interface PreparedDocument {
  readonly title: string;
  readonly html: string;
  readonly page: PageSize;
  /** What stands at the foot of every sheet, left of the page's number; a roll and a label have neither. */
  readonly footer?: { readonly left: string; readonly sideMm: number };
  /** Whose or what personal data it holds, where that is more than a letter to the customer: saving it is an export. */
  readonly holds?: { readonly kind: string; readonly id: string };
  /** Of a letter: it logs itself when it is printed or saved. */
  readonly letter?: LetterToCustomer;
}

/** What came of a print job. */
export type PrintOutcome = 'printed' | 'cancelled' | 'no-printer';

/** What a person may choose a file for. */
export interface FileChoice {
  readonly title: string;
  readonly suggestedName?: string;
  readonly extensions?: readonly string[];
}

/**
 * The world outside the database. The window has Electron's; the command line has none of the dialogs and says so
 * with DEVICE_MISSING.
 */
export interface Devices {
  /** Keeps a document for preview at `app://vitrine/documents/<id>`; returns the id. */
  keepDocument(document: PreparedDocument): string;
  /** The kept document, or null when it was dropped. */
  keptDocument(id: string): PreparedDocument | null;
  /** Forgets all kept documents: the counter was locked. */
  dropDocuments(): void;
  /** Whether the page may use the machine's camera; ends by itself when the counter is locked. */
  setCamera(isOpen: boolean): void;
  toPdf(document: PreparedDocument): Promise<Buffer>;
  print(document: PreparedDocument): Promise<PrintOutcome>;
  /** Null when the person changed their mind. */
  chooseFileToOpen(choice: FileChoice): Promise<string | null>;
  chooseFileToSave(choice: FileChoice): Promise<string | null>;
  chooseFolder(title: string): Promise<string | null>;
  /** Opens a https:, mailto: or tel: address in the machine's own program; false when it is not allowed. */
  openExternal(address: string): Promise<boolean>;
  /** The operating system's key store; null where it cannot be trusted (`basic_text`). */
  readonly keyStore: KeyStore | null;
  readonly updater: Updater;
}

/** Encrypts small secrets so that only this user on this machine can read them. */
export interface KeyStore {
  wrap(secretHex: string): string;
  unwrap(wrapped: string): string;
}

/** How the app renews itself. Asks nobody by itself: every method that asks is told whom. */
export interface Updater {
  /** The version that runs. */
  readonly version: string;
  /** Whether this build can renew itself, and if not, what it is. */
  readonly build: BuildKind;
  /** The verified version that will be installed when the app quits. */
  readonly waiting: string | null;
  /** The version that lies at the place, or null when it is not newer than this one. */
  look(place: UpdatePlace, signal: AbortSignal): Promise<string | null>;
  /** Fetches the newer version, checks it whole, and keeps it for the app's end. Null when there is none. */
  fetch(place: UpdatePlace, signal: AbortSignal, onProgress: FetchProgress): Promise<string | null>;
  /** Gives up what waits: the place it came from is no longer the shop's. */
  forget(): void;
}

/** Bytes that have come, and how many there are in all. */
export type FetchProgress = (done: number, total: number) => void;
