import { randomUUID } from 'node:crypto';
import type { PreparedDocument } from '../kernel/devices';

const kept = new Map<string, PreparedDocument>();
// Enough for a few open previews; documents hold personal data and must not pile up.
const mostKept = 8;

/** Keeps a document in memory for preview and printing; returns its id. */
export function keepDocument(document: PreparedDocument): string {
  const id = randomUUID();
  kept.set(id, document);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return id;
}

/** The kept document, or null when it was dropped. */
export function keptDocument(id: string): PreparedDocument | null {
  return kept.get(id) ?? null;
}

/** Forgets every document: the counter was locked or the shop closed. */
export function dropDocuments(): void {
  kept.clear();
}
