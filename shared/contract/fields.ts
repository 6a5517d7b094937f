import { z } from 'zod';
import { isCivilDate } from '../domain/dates';

// What the inputs and outputs of many operations are made of.

/** An id, as this or another counter made it. */
export const id = z.string().min(1).max(64);
/** A civil date, 'YYYY-MM-DD', that exists. */
export const day = z.string().refine(isCivilDate, { error: 'not a date' });
/** Words that must be said, without the spaces around them. */
export const words = (longest: number) => z.string().trim().min(1).max(longest);
/** Words that may be left out: null where nothing but spaces was typed. */
export const optionalWords = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullable()
    .default(null)
    .transform((value) => value?.trim() || null);
/** A colleague, by id and by name. */
export const person = z.object({ id: z.string(), name: z.string() });
