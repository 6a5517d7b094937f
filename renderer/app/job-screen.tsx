import { HandoverForm } from '../features/handovers/handover-form';
import { JobPage } from '../features/jobs/job-page';

/** One service job, with the hand-over about it that another feature provides. */
export function JobScreen() {
  return <JobPage HandOver={HandoverForm} />;
}
