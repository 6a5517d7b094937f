import { z } from 'zod';
import { action } from './define';

/**
 * What runs: `self` can renew itself; a `folder` that was only unpacked, a `package` of the operating system and a
 * `development` run cannot, and the screen says what to do instead.
 */
export const buildKinds = ['self', 'folder', 'package', 'development'] as const;
export type BuildKind = (typeof buildKinds)[number];

/** As it was typed; `readUpdatePlace` says what it is. */
export const updatePlaceSchema = z.string().trim().min(1).max(500).nullable();

/** Why a place gave no new version. */
const askErrors = [
  'SAMPLE_NOT_UPDATED',
  'NO_UPDATE_PLACE',
  'UPDATE_NOT_HERE',
  'UPDATE_UNREACHABLE',
  'UPDATE_LIST_WRONG',
  'UPDATE_DAMAGED',
] as const;

/** New versions of the app, from a place the shop chooses. Until it has chosen one, nobody is asked anything. */
export const updatesContract = {
  'updates.state': action({
    permission: 'shop.read',
    input: z.object({}),
    output: z.object({
      version: z.string(),
      build: z.enum(buildKinds),
      place: z.string().nullable(),
      /** Fetched and verified; installed when the app is closed. */
      waiting: z.string().nullable(),
    }),
    errors: [],
    audit: [],
    touches: [],
  }),
  /** Asks for the PIN: whoever names the place names the program that runs here tomorrow. Null turns updates off. */
  'updates.setPlace': action({
    permission: 'updates.run',
    confirm: true,
    input: z.object({ place: updatePlaceSchema }),
    output: z.null(),
    errors: ['SAMPLE_NOT_UPDATED', 'UPDATE_PLACE_WRONG'],
    audit: ['place'],
    touches: ['updates', 'audit'],
  }),
  /** Asks the place for its version, and fetches nothing. */
  'updates.look': action({
    permission: 'updates.run',
    input: z.object({}),
    output: z.object({ newer: z.string().nullable() }),
    errors: askErrors,
    audit: ['looked'],
    touches: ['audit'],
  }),
  /** Fetches the newer version and checks it whole; it is installed when the app is closed. */
  'updates.fetch': action({
    permission: 'updates.run',
    input: z.object({}),
    output: z.object({ waiting: z.string().nullable() }),
    errors: askErrors,
    audit: ['fetched'],
    touches: ['updates', 'audit'],
  }),
};
