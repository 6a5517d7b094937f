import type { Feature } from '../kernel/handlers';
import { allocationsFeature } from './allocations';
import { backupsFeature } from './backups';
import { runCopies } from './backups/run-copies';
import { benefitsFeature } from './benefits';
import { campaignsFeature } from './campaigns';
import { complaintsFeature } from './complaints';
import { consentsFeature } from './consents';
import { conversationsFeature } from './conversations';
import { customersFeature } from './customers';
import { dayFeature } from './day';
import { doctorFeature } from './doctor';
import { documentsFeature } from './documents';
import { draftsFeature } from './drafts';
import { enquiriesFeature } from './enquiries';
import { eventsFeature, ownEventsFeature } from './events';
import { feedbackFeature } from './feedback';
import { giftsFeature } from './gifts';
import { guidelinesFeature } from './guidelines';
import { handoversFeature } from './handovers';
import { importsFeature } from './imports';
import { interestsFeature } from './interests';
import { itemsFeature } from './items';
import { jobsFeature } from './jobs';
import { needsFeature } from './needs';
import { noticesFeature } from './notices';
import { oversightFeature } from './oversight';
import { plansFeature } from './plans';
import { privacyFeature } from './privacy';
import { productsFeature } from './products';
import { programmesFeature } from './programmes';
import { promisesFeature } from './promises';
import { prospectsFeature } from './prospects';
import { quotationsFeature } from './quotations';
import { recommendationsFeature } from './recommendations';
import { reportsFeature } from './reports';
import { reviewsFeature } from './reviews';
import { salesFeature } from './sales';
import { searchFeature } from './search';
import { segmentsFeature } from './segments';
import { sessionFeature } from './session';
import { setupFeature } from './setup';
import { shopFeature } from './shop';
import { staffFeature } from './staff';
import { templatesFeature } from './templates';
import { timelineFeature } from './timeline';
import { todayFeature } from './today';
import { updatesFeature } from './updates';
import { vipFeature } from './vip';

/** All features. One line each; the dispatcher refuses two that declare the same operation. */
export const features: readonly Feature[] = [
  backupsFeature,
  dayFeature(runCopies),
  customersFeature,
  draftsFeature,
  timelineFeature,
  documentsFeature,
  doctorFeature,
  importsFeature,
  itemsFeature,
  benefitsFeature,
  productsFeature,
  salesFeature,
  searchFeature,
  sessionFeature,
  setupFeature,
  shopFeature,
  staffFeature,
  consentsFeature,
  needsFeature,
  prospectsFeature,
  noticesFeature,
  recommendationsFeature,
  promisesFeature,
  plansFeature,
  complaintsFeature,
  feedbackFeature,
  conversationsFeature,
  templatesFeature,
  enquiriesFeature,
  quotationsFeature,
  interestsFeature,
  allocationsFeature,
  jobsFeature,
  handoversFeature,
  giftsFeature,
  reviewsFeature,
  eventsFeature,
  ownEventsFeature,
  programmesFeature,
  guidelinesFeature,
  oversightFeature,
  segmentsFeature,
  campaignsFeature,
  privacyFeature,
  todayFeature,
  updatesFeature,
  reportsFeature,
  vipFeature,
];
