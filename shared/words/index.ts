import type { Language } from '../domain/languages';
import { allocationsWords } from './allocations';
import { allocationsHoldWords } from './allocations-hold';
import { backupsErrorWords, backupsWords } from './backups';
import { benefitsErrorWords, benefitsStoryWords, benefitsWords } from './benefits';
import { calendarWords } from './calendar';
import { campaignsDutyWords, campaignsErrorWords, campaignsStoryWords, campaignsWords } from './campaigns';
import { cliErrorWords } from './cli';
import { commonWords } from './common';
import {
  complaintsDutyWords,
  complaintsErrorWords,
  complaintsStoryWords,
  complaintsWords,
} from './complaints';
import { consentsErrorWords, consentsWords } from './consents';
import {
  conversationsDutyWords,
  conversationsErrorWords,
  conversationsStoryWords,
  conversationsWords,
} from './conversations';
import { customersErrorWords, customersWords } from './customers';
import { dayErrorWords, dayWords } from './day';
import { dayPartWords } from './day-parts';
import { doctorWords } from './doctor';
import { documentsErrorWords, documentsWords } from './documents';
import { dutyWords } from './duties';
import { enquiriesDutyWords, enquiriesErrorWords, enquiriesStoryWords, enquiriesWords } from './enquiries';
import { eventsWords } from './events';
import { eventsDutyWords, eventsErrorWords, eventsStoryWords } from './events-more';
import { feedbackWords } from './feedback';
import {
  feedbackDutyWords,
  feedbackErrorWords,
  feedbackMoreWords,
  feedbackStoryWords,
} from './feedback-more';
import { giftsWords } from './gifts';
import { giftsDutyWords, giftsErrorWords, giftsStoryWords } from './gifts-more';
import { guidelinesErrorWords, guidelinesWords } from './guidelines';
import { handoversDutyWords, handoversErrorWords, handoversStoryWords, handoversWords } from './handovers';
import { importsErrorWords, importsWords } from './imports';
import { interestsWords } from './interests';
import { interestsDutyWords, interestsErrorWords, interestsStoryWords } from './interests-more';
import { itemsErrorWords, itemsWords } from './items';
import { jobsWords } from './jobs';
import { jobsCameraWords, jobsDutyWords, jobsErrorWords, jobsPaperWords, jobsStoryWords } from './jobs-more';
import { kernelErrorWords } from './kernel';
import { needsErrorWords, needsWords } from './needs';
import { needsBoardWords } from './needs-board';
import { oversightErrorWords, oversightWords } from './oversight';
import { personalDataWords } from './personal-data';
import { plansWords } from './plans';
import { plansDutyWords, plansErrorWords, plansStoryWords } from './plans-more';
import { privacyDutyWords, privacyErrorWords, privacyStoryWords, privacyWords } from './privacy';
import { productFactsWords } from './product-facts';
import { productsErrorWords, productsWords } from './products';
import { programmesErrorWords, programmesWords } from './programmes';
import { promisesDutyWords, promisesErrorWords, promisesStoryWords, promisesWords } from './promises';
import { prospectsWords } from './prospects';
import { quotationsWords } from './quotations';
import { quotationsDutyWords, quotationsErrorWords, quotationsStoryWords } from './quotations-more';
import { recommendationsErrorWords, recommendationsWords } from './recommendations';
import { reportsWords } from './reports';
import { reviewsWords } from './reviews';
import { reviewsDutyWords, reviewsErrorWords, reviewsPaperWords, reviewsStoryWords } from './reviews-more';
import { salesWords } from './sales';
import { salesAttachWords } from './sales-attach';
import { salesErrorWords } from './sales-errors';
import { searchWords } from './search';
import { segmentsErrorWords, segmentsWords } from './segments';
import { sessionErrorWords, sessionWords } from './session';
import { settingsWords } from './settings';
import { setupErrorWords, setupWords } from './setup';
import { setupUpdateErrorWords, setupUpdateWords } from './setup-update';
import { shellWords } from './shell';
import { staffErrorWords, staffWords } from './staff';
import { startWords } from './start';
import { storyWords, timelineWords } from './timeline';
import { todayWords } from './today';
import { updatesErrorWords, updatesWords } from './updates';
import { vipErrorWords, vipWords } from './vip';

/**
 * All words of one language. One line a feature; error texts, duties and what a timeline tells stand together under
 * `errors`, `duties` and `story`, whichever feature they come from.
 */
function wordsIn(language: Language) {
  return {
    common: commonWords[language],
    backups: backupsWords[language],
    day: { ...dayWords[language], part: dayPartWords[language] },
    consents: consentsWords[language],
    needs: { ...needsWords[language], ...needsBoardWords[language] },
    prospects: prospectsWords[language],
    recommendations: recommendationsWords[language],
    promises: promisesWords[language],
    plans: plansWords[language],
    calendar: calendarWords[language],
    complaints: complaintsWords[language],
    feedback: { ...feedbackWords[language], ...feedbackMoreWords[language] },
    conversations: conversationsWords[language],
    enquiries: enquiriesWords[language],
    quotations: quotationsWords[language],
    interests: interestsWords[language],
    allocations: { ...allocationsWords[language], hold: allocationsHoldWords[language] },
    jobs: {
      ...jobsWords[language],
      paper: jobsPaperWords[language],
      camera: jobsCameraWords[language],
    },
    handovers: handoversWords[language],
    gifts: giftsWords[language],
    reviews: { ...reviewsWords[language], paper: reviewsPaperWords[language] },
    events: eventsWords[language],
    programmes: programmesWords[language],
    guidelines: guidelinesWords[language],
    oversight: oversightWords[language],
    segments: segmentsWords[language],
    campaigns: campaignsWords[language],
    privacy: privacyWords[language],
    personalData: personalDataWords[language],
    today: todayWords[language],
    reports: reportsWords[language],
    vip: vipWords[language],
    customers: customersWords[language],
    timeline: timelineWords[language],
    imports: importsWords[language],
    items: itemsWords[language],
    benefits: benefitsWords[language],
    productFacts: productFactsWords[language],
    products: productsWords[language],
    sales: { ...salesWords[language], attach: salesAttachWords[language] },
    search: searchWords[language],
    session: sessionWords[language],
    settings: settingsWords[language],
    setup: { ...setupWords[language], update: setupUpdateWords[language] },
    shell: shellWords[language],
    staff: staffWords[language],
    start: startWords[language],
    documents: documentsWords[language],
    doctor: doctorWords[language],
    updates: updatesWords[language],
    duties: {
      ...dutyWords[language],
      ...promisesDutyWords[language],
      ...plansDutyWords[language],
      ...complaintsDutyWords[language],
      ...feedbackDutyWords[language],
      ...enquiriesDutyWords[language],
      ...quotationsDutyWords[language],
      ...interestsDutyWords[language],
      ...jobsDutyWords[language],
      ...handoversDutyWords[language],
      ...giftsDutyWords[language],
      ...reviewsDutyWords[language],
      ...eventsDutyWords[language],
      ...campaignsDutyWords[language],
      ...privacyDutyWords[language],
      ...conversationsDutyWords[language],
    },
    story: {
      ...storyWords[language],
      ...promisesStoryWords[language],
      ...plansStoryWords[language],
      ...complaintsStoryWords[language],
      ...feedbackStoryWords[language],
      ...conversationsStoryWords[language],
      ...enquiriesStoryWords[language],
      ...quotationsStoryWords[language],
      ...interestsStoryWords[language],
      ...jobsStoryWords[language],
      ...handoversStoryWords[language],
      ...giftsStoryWords[language],
      ...reviewsStoryWords[language],
      ...eventsStoryWords[language],
      ...campaignsStoryWords[language],
      ...privacyStoryWords[language],
      ...benefitsStoryWords[language],
    },
    errors: {
      ...backupsErrorWords[language],
      ...dayErrorWords[language],
      ...cliErrorWords[language],
      ...consentsErrorWords[language],
      ...needsErrorWords[language],
      ...recommendationsErrorWords[language],
      ...promisesErrorWords[language],
      ...plansErrorWords[language],
      ...complaintsErrorWords[language],
      ...feedbackErrorWords[language],
      ...conversationsErrorWords[language],
      ...enquiriesErrorWords[language],
      ...quotationsErrorWords[language],
      ...interestsErrorWords[language],
      ...jobsErrorWords[language],
      ...handoversErrorWords[language],
      ...giftsErrorWords[language],
      ...reviewsErrorWords[language],
      ...eventsErrorWords[language],
      ...programmesErrorWords[language],
      ...guidelinesErrorWords[language],
      ...oversightErrorWords[language],
      ...segmentsErrorWords[language],
      ...campaignsErrorWords[language],
      ...privacyErrorWords[language],
      ...vipErrorWords[language],
      ...customersErrorWords[language],
      ...documentsErrorWords[language],
      ...importsErrorWords[language],
      ...itemsErrorWords[language],
      ...benefitsErrorWords[language],
      ...productsErrorWords[language],
      ...salesErrorWords[language],
      ...kernelErrorWords[language],
      ...sessionErrorWords[language],
      ...setupErrorWords[language],
      ...setupUpdateErrorWords[language],
      ...staffErrorWords[language],
      ...updatesErrorWords[language],
    },
  };
}

export type AllWords = ReturnType<typeof wordsIn>;

/** Every text of the app by language, for the window, the reports and the command line alike. */
export const words: Readonly<Record<Language, AllWords>> = {
  en: wordsIn('en'),
  'zh-Hant': wordsIn('zh-Hant'),
  'zh-Hans': wordsIn('zh-Hans'),
};
