import { allocationsContract } from './allocations';
import { backupsContract, restoreContract } from './backups';
import { benefitsContract } from './benefits';
import { campaignsContract } from './campaigns';
import { complaintsContract } from './complaints';
import { consentsContract } from './consents';
import { conversationsContract } from './conversations';
import { customersContract } from './customers';
import { dayContract } from './day';
import type { ErrorsOf, InputOf, OperationDefinition, OutputOf } from './define';
import { doctorContract } from './doctor';
import { documentsContract } from './documents';
import { draftsContract } from './drafts';
import { enquiriesContract } from './enquiries';
import { eventsContract } from './events';
import { feedbackContract } from './feedback';
import { giftsContract } from './gifts';
import { guidelinesContract } from './guidelines';
import { handoversContract } from './handovers';
import { importsContract } from './imports';
import { interestsContract } from './interests';
import { itemsContract } from './items';
import { jobsContract } from './jobs';
import { needsContract } from './needs';
import { noticesContract } from './notices';
import { oversightContract } from './oversight';
import { ownEventsContract } from './own-events';
import { plansContract } from './plans';
import { privacyContract } from './privacy';
import { productsContract } from './products';
import { programmesContract } from './programmes';
import { promisesContract } from './promises';
import { prospectsContract } from './prospects';
import { quotationsContract } from './quotations';
import { recommendationsContract } from './recommendations';
import { reportsContract } from './reports';
import { reviewsContract } from './reviews';
import { salesContract } from './sales';
import { searchContract } from './search';
import { segmentsContract } from './segments';
import { sessionContract } from './session';
import { setupContract } from './setup';
import { shopContract } from './shop';
import { staffContract } from './staff';
import { templatesContract } from './templates';
import { timelineContract } from './timeline';
import { todayContract } from './today';
import { updatesContract } from './updates';
import { vipContract } from './vip';

/** Everything that may be asked, by name. One line a feature. */
export const contracts = {
  ...backupsContract,
  ...restoreContract,
  ...dayContract,
  ...consentsContract,
  ...needsContract,
  ...prospectsContract,
  ...noticesContract,
  ...recommendationsContract,
  ...promisesContract,
  ...plansContract,
  ...complaintsContract,
  ...feedbackContract,
  ...conversationsContract,
  ...templatesContract,
  ...enquiriesContract,
  ...quotationsContract,
  ...interestsContract,
  ...allocationsContract,
  ...jobsContract,
  ...handoversContract,
  ...giftsContract,
  ...reviewsContract,
  ...eventsContract,
  ...ownEventsContract,
  ...programmesContract,
  ...guidelinesContract,
  ...oversightContract,
  ...segmentsContract,
  ...campaignsContract,
  ...privacyContract,
  ...todayContract,
  ...reportsContract,
  ...vipContract,
  ...customersContract,
  ...draftsContract,
  ...timelineContract,
  ...documentsContract,
  ...doctorContract,
  ...importsContract,
  ...itemsContract,
  ...benefitsContract,
  ...productsContract,
  ...salesContract,
  ...searchContract,
  ...sessionContract,
  ...setupContract,
  ...shopContract,
  ...staffContract,
  ...updatesContract,
};

export type Operations = typeof contracts;
export type OperationName = keyof Operations & string;
export type Input<N extends OperationName> = InputOf<Operations[N] & OperationDefinition>;
export type Output<N extends OperationName> = OutputOf<Operations[N] & OperationDefinition>;
export type ErrorCode<N extends OperationName> = ErrorsOf<Operations[N] & OperationDefinition>;
