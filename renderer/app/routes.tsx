import { OCCASIONS } from '@shared/domain/feedback';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import { z } from 'zod';
import { askPurchasesAhead } from '../features/sales/purchases.data';
import { askAhead } from '../lib/ask';
import { Shell } from './shell';

const root = createRootRoute({ component: Shell });

/** What was typed into the search box where nobody answered to it. */
const newCustomerSearch = z.object({ name: z.string().optional() });

/** What a sale may start with: who buys, what, and which need or recommendation it answers. */
const saleSearch = z.object({
  customerId: z.string().optional(),
  productId: z.string().optional(),
  needId: z.string().optional(),
  recommendationId: z.string().optional(),
});

/** Which survey is asked, about what; the first one where nobody chose. */
const surveySearch = z.object({
  surveyId: z.string().optional(),
  about: z.enum(OCCASIONS).optional(),
  aboutId: z.string().optional(),
});
/** Whose item is taken in. */
const jobSearch = z.object({ customerId: z.string().optional() });
/** The segment a new one begins as a copy of. */
const segmentSearch = z.object({ copyOf: z.string().optional() });
/** The guideline to open, where a hint or a warning leads to one. */
const guidelineSearch = z.object({ guidelineId: z.string().optional() });

/** The reference whose list is shown, or of which a piece arrived. */
const scarceSearch = z.object({ productId: z.string().optional() });

/** The screen most people open first: worth reading before anybody asks for it. */
export const readCustomerScreen = () => import('./customer-screen');

// Each screen is its own chunk, so that the first one paints before the others are read. One line a screen.
const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./today-screen'), 'TodayScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/calendar',
    component: lazyRouteComponent(() => import('../features/today/calendar-page'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/plans',
    component: lazyRouteComponent(() => import('../features/plans/plans-page'), 'PlansPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: lazyRouteComponent(() => import('../features/settings/settings-page'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/notices',
    component: lazyRouteComponent(() => import('../features/settings/notices-page'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/vip',
    component: lazyRouteComponent(() => import('../features/settings/vip-rules-page'), 'VipRulesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/templates',
    component: lazyRouteComponent(() => import('../features/templates/templates-page'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/updates',
    component: lazyRouteComponent(() => import('../features/updates/updates-page'), 'UpdatesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/vip',
    component: lazyRouteComponent(() => import('../features/vip/candidates-page'), 'CandidatesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff',
    component: lazyRouteComponent(() => import('../features/staff/staff-page'), 'StaffPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/customers',
    component: lazyRouteComponent(() => import('../features/customers/customers-page'), 'CustomersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/customers/new',
    validateSearch: newCustomerSearch.parse,
    component: lazyRouteComponent(() => import('../features/customers/new-customer-page'), 'NewCustomerPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/customers/$customerId',
    // Asked while the screen is still being put together, or the link only pointed at.
    loader: ({ params: { customerId } }) => {
      askAhead('customers.get', { id: customerId }, ['customers', 'sales', 'needs', 'vip']);
      askAhead('sales.summaryForCustomer', { customerId }, ['sales']);
      askPurchasesAhead(customerId);
      askAhead('needs.forCustomer', { customerId }, ['needs', 'products', 'customers', 'sales']);
    },
    component: lazyRouteComponent(readCustomerScreen, 'CustomerScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/vip/$customerId',
    component: lazyRouteComponent(() => import('../features/vip/vip-page'), 'VipPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/products',
    component: lazyRouteComponent(() => import('../features/products/products-page'), 'ProductsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/products/$productId',
    component: lazyRouteComponent(() => import('./product-screen'), 'ProductScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sale',
    validateSearch: saleSearch.parse,
    component: lazyRouteComponent(() => import('../features/sales/sale-page'), 'SalePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/import',
    component: lazyRouteComponent(() => import('../features/imports/import-page'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/needs',
    component: lazyRouteComponent(() => import('../features/needs/needs-page'), 'NeedsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/prospects',
    component: lazyRouteComponent(() => import('./prospects-screen'), 'ProspectsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/promises',
    component: lazyRouteComponent(() => import('../features/promises/promises-page'), 'PromisesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/complaints',
    component: lazyRouteComponent(() => import('../features/complaints/complaints-page'), 'ComplaintsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/feedback',
    component: lazyRouteComponent(() => import('../features/feedback/feedback-page'), 'FeedbackPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/feedback/surveys',
    component: lazyRouteComponent(() => import('../features/feedback/surveys-page'), 'SurveysPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/feedback/$customerId',
    validateSearch: surveySearch.parse,
    component: lazyRouteComponent(() => import('../features/feedback/survey-screen'), 'SurveyScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/care',
    component: lazyRouteComponent(() => import('../features/settings/care-rules-page'), 'CareRulesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/benefits',
    component: lazyRouteComponent(() => import('../features/benefits/benefits-page'), 'BenefitsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/conversations',
    component: lazyRouteComponent(
      () => import('../features/conversations/conversations-page'),
      'ConversationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enquiries',
    component: lazyRouteComponent(() => import('../features/enquiries/enquiries-page'), 'EnquiriesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/quotations',
    component: lazyRouteComponent(() => import('../features/quotations/quotations-page'), 'QuotationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/interests',
    validateSearch: scarceSearch.parse,
    component: lazyRouteComponent(() => import('../features/interests/interests-page'), 'InterestsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/allocations',
    validateSearch: scarceSearch.parse,
    component: lazyRouteComponent(
      () => import('../features/allocations/allocations-page'),
      'AllocationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/allocations/criteria',
    component: lazyRouteComponent(() => import('../features/allocations/criteria-page'), 'CriteriaPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/allocations/fairness',
    component: lazyRouteComponent(() => import('../features/allocations/fairness-page'), 'FairnessPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/allocations/$allocationId',
    component: lazyRouteComponent(() => import('../features/allocations/allocation-page'), 'AllocationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/quotations',
    component: lazyRouteComponent(
      () => import('../features/settings/quotation-rules-page'),
      'QuotationRulesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/jobs',
    component: lazyRouteComponent(() => import('../features/jobs/jobs-page'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/jobs/new',
    validateSearch: jobSearch.parse,
    component: lazyRouteComponent(() => import('../features/jobs/intake-page'), 'IntakePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/jobs/$jobId',
    component: lazyRouteComponent(() => import('./job-screen'), 'JobScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/handovers',
    component: lazyRouteComponent(() => import('../features/handovers/handovers-page'), 'HandoversPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/gifts',
    component: lazyRouteComponent(() => import('../features/gifts/gifts-page'), 'GiftsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reviews',
    component: lazyRouteComponent(() => import('../features/reviews/reviews-page'), 'ReviewsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reviews/$reviewId',
    component: lazyRouteComponent(
      () => import('../features/reviews/review-meeting-page'),
      'ReviewMeetingPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events',
    component: lazyRouteComponent(() => import('../features/events/events-page'), 'EventsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events/$eventId',
    component: lazyRouteComponent(() => import('../features/events/event-page'), 'EventPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events/$eventId/door',
    component: lazyRouteComponent(() => import('../features/events/door-page'), 'DoorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/programmes',
    component: lazyRouteComponent(() => import('../features/programmes/programmes-page'), 'ProgrammesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/programmes/$programmeId',
    component: lazyRouteComponent(() => import('../features/programmes/programme-page'), 'ProgrammePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/guidelines',
    validateSearch: guidelineSearch.parse,
    component: lazyRouteComponent(() => import('../features/guidelines/guidelines-page'), 'GuidelinesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/segments',
    component: lazyRouteComponent(() => import('../features/segments/segments-page'), 'SegmentsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/segments/$segmentId',
    validateSearch: segmentSearch.parse,
    component: lazyRouteComponent(() => import('../features/segments/segment-page'), 'SegmentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/campaigns',
    component: lazyRouteComponent(() => import('../features/campaigns/campaigns-page'), 'CampaignsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/campaigns/$campaignId',
    component: lazyRouteComponent(() => import('../features/campaigns/campaign-page'), 'CampaignPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review',
    component: lazyRouteComponent(() => import('../features/oversight/review-page'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/privacy',
    component: lazyRouteComponent(() => import('../features/privacy/privacy-page'), 'PrivacyPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/day-close',
    component: lazyRouteComponent(() => import('../features/day/day-close-page'), 'DayClosePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/backups',
    component: lazyRouteComponent(() => import('../features/backups/backups-page'), 'BackupsPage'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  defaultPreload: 'intent',
  // An address of an older version, or one that was mistyped, leads to where everybody begins.
  defaultNotFoundComponent: () => <Navigate to="/" replace />,
  // A new screen begins at its top; going back returns to where one was.
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
