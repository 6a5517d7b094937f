import { ProspectsPage } from '../features/prospects/prospects-page';
import { DutyLine } from '../features/today/duty-line';

/** Prospects with what is due next, in the words of Today. */
export function ProspectsScreen() {
  return <ProspectsPage DutyLine={DutyLine} />;
}
