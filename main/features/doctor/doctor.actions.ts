import type { doctorContract } from '@shared/contract/doctor';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { followedBy, runJob } from '../../workers/run-job';

export const doctorActions: ActionHandlers<typeof doctorContract> = {
  'doctor.check': async (context) => {
    const findings = await runJob('checkShop', { location: locationOf(context) }, followedBy(context));
    return { findings, isWell: findings.every(({ isWell }) => isWell) };
  },
  'doctor.rebuild': (context) =>
    runJob('rebuildDerived', { location: locationOf(context) }, followedBy(context)),
};

const locationOf = ({ shop }: ActionContext) => shop?.location ?? fail('NO_SHOP');
