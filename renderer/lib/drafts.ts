import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from './call';
import { useCounter } from './counter';

interface Unsaved {
  readonly form: string;
  readonly subjectId: string;
  readonly body: string;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const pauseMs = 500;
const unsaved = new Map<string, Unsaved>();
const keyOf = (staffId: string, form: string, subjectId: string) =>
  JSON.stringify([staffId, form, subjectId]);

/** Writes one half-typed form now. What could not be written stays here and is tried again when the form is opened. */
async function flush(key: string): Promise<void> {
  const entry = unsaved.get(key);
  if (!entry) return;
  clearTimeout(entry.timer);
  const { form, subjectId, body } = entry;
  try {
    await call('drafts.put', { form, subjectId, body });
    if (unsaved.get(key) === entry) unsaved.delete(key);
  } catch {
    // Locked meanwhile, or the disk is full: the text stays in memory.
  }
}

/** Writes every half-typed form now: before the counter is locked. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...unsaved.keys()].map(flush));
}

async function read<T>(key: string, form: string, subjectId: string): Promise<Partial<T> | null> {
  const waiting = unsaved.get(key);
  try {
    const body = waiting?.body ?? (await call('drafts.get', { form, subjectId }))?.body;
    return body ? (JSON.parse(body) as Partial<T>) : null;
  } catch {
    return null;
  }
}

/** What a form starts with, and how it is kept while somebody types. */
export interface Draft<T> {
  /** Null for the moment until the draft has been looked for: mount the form after it. */
  readonly start: T | null;
  /** True when something typed before was found. */
  readonly isRestored: boolean;
  /** Keeps what is typed; written half a second after the last key, and when the form goes away. */
  keep(value: Partial<T>): void;
  /** Forgets it: the form was saved or given up. */
  clear(): void;
}

/**
 * Keeps a half-typed form through a lock, a crash, a power cut. `form` names the form, `subjectId` what it is about
 * ('new' where there is nothing yet); each person has his own. A draft lacking a field takes it from `initial`.
 */
export function useDraft<T extends object>(form: string, subjectId: string, initial: T): Draft<T> {
  const { staff } = useCounter();
  const key = keyOf(staff.id, form, subjectId);
  const blank = useRef(initial);
  blank.current = initial;
  const [found, setFound] = useState<{ key: string; start: T; isRestored: boolean } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void read<T>(key, form, subjectId).then((draft) => {
      if (isCurrent) setFound({ key, start: { ...blank.current, ...draft }, isRestored: draft !== null });
    });
    return () => {
      isCurrent = false;
      void flush(key);
    };
  }, [key, form, subjectId]);

  const keep = useCallback(
    (value: Partial<T>) => {
      clearTimeout(unsaved.get(key)?.timer);
      unsaved.set(key, {
        form,
        subjectId,
        body: JSON.stringify(value),
        timer: setTimeout(() => void flush(key), pauseMs),
      });
    },
    [key, form, subjectId],
  );
  const clear = useCallback(() => {
    clearTimeout(unsaved.get(key)?.timer);
    unsaved.delete(key);
    void call('drafts.clear', { form, subjectId }).catch(() => undefined);
  }, [key, form, subjectId]);

  const isFound = found?.key === key;
  return { start: isFound ? found.start : null, isRestored: isFound && found.isRestored, keep, clear };
}

/** What stands in a form, and how a part of it is changed: every change is kept in the draft. */
export function useDraftValues<T extends object>(
  draft: Draft<T>,
  start: T,
): readonly [values: T, change: (part: Partial<T>) => void] {
  const [values, setValues] = useState(start);
  const change = (part: Partial<T>) => {
    const next = { ...values, ...part };
    setValues(next);
    draft.keep(next);
  };
  return [values, change];
}

/** The parts of a form that differ from `from`: a draft of these alone leaves the rest to what is stored when it is opened again. */
export function changedParts<T extends object>(values: T, from: T): Partial<T> {
  const fields = Object.keys(values) as (keyof T)[];
  const changed = fields.filter((field) => JSON.stringify(values[field]) !== JSON.stringify(from[field]));
  return Object.fromEntries(changed.map((field) => [field, values[field]])) as Partial<T>;
}
