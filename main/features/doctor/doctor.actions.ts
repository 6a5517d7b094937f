import type { doctorContract } from '@shared/contract/doctor';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { runJob } from '../../workers/run-job';

export const doctorActions: ActionHandlers<typeof doctorContract> = {
  'doctor.check': async (context) => {
    const findings = await runJob('checkShop', { location: locationOf(context) }, jobOptions(context));
    return { findings, isWell: findings.every(({ isWell }) => isWell) };
  },
  'doctor.rebuild': (context) =>
    runJob('rebuildDerived', { location: locationOf(context) }, jobOptions(context)),
};

const locationOf = ({ shop }: ActionContext) => shop?.location ?? fail('NO_SHOP');
const jobOptions = ({ signal, progress }: ActionContext) => ({ signal, onProgress: progress });
