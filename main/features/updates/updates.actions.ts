import type { updatesContract } from '@shared/contract/updates';
import { readUpdatePlace, type UpdatePlace } from '@shared/domain/update-place';
import type { Updater } from '../../kernel/devices';
import { Failure, fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { readSetting, saveSetting } from '../shop/shop.sql';
import { updateFailure } from './update-failure';

export const updatesActions: ActionHandlers<typeof updatesContract> = {
  'updates.state': ({ db, devices: { updater } }) => ({
    version: updater.version,
    build: updater.build,
    place: readSetting(db, 'updatePlace'),
    waiting: updater.waiting,
  }),
  'updates.setPlace': (context, { place }) => {
    refuseInSample(context);
    if (place !== null && !readUpdatePlace(place)) fail('UPDATE_PLACE_WRONG');
    context.about('settings', 'shop', ['updatePlace']);
    context.transact(({ db, now, staff, about }) => {
      about('settings', 'shop', ['updatePlace']);
      saveSetting(db, 'updatePlace', place, { now, staffId: staff.staffId });
    });
    context.devices.updater.forget();
    return null;
  },
  'updates.look': async (context) => ({
    newer: await ask(context, (updater, place) => updater.look(place, context.signal)),
  }),
  'updates.fetch': async (context) => ({
    waiting: await ask(context, (updater, place) =>
      updater.fetch(place, context.signal, (done, total) =>
        context.progress('updates.step.fetch', done, total),
      ),
    ),
  }),
};

/** Asks the shop's place, where it has one and this build can use what it gives. */
async function ask(
  context: ActionContext,
  question: (updater: Updater, place: UpdatePlace) => Promise<string | null>,
): Promise<string | null> {
  refuseInSample(context);
  const typed = readSetting(context.db, 'updatePlace');
  const place = (typed && readUpdatePlace(typed)) || fail('NO_UPDATE_PLACE');
  const { updater } = context.devices;
  if (updater.build !== 'self') fail('UPDATE_NOT_HERE');
  try {
    return await question(updater, place);
  } catch (error) {
    if (context.signal.aborted) throw new Failure('CANCELLED');
    const code = updateFailure(error);
    context.log.error('update not fetched', error, { answer: code });
    throw new Failure(code);
  }
}

/** Everybody knows the PIN of the sample's manager, who must not say which program runs on this computer. */
function refuseInSample({ shop }: ActionContext): void {
  if (shop?.isSample) fail('SAMPLE_NOT_UPDATED');
}
