import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { BenefitLines } from '../features/benefits/benefit-lines';
import { CampaignsPanel } from '../features/campaigns/campaigns-panel';
import { ComplaintBanner } from '../features/complaints/complaint-banner';
import { ComplaintForm } from '../features/complaints/complaint-form';
import { ComplaintsPanel } from '../features/complaints/complaints-panel';
import { ConsentPanel } from '../features/consents/consent-panel';
import { ContactButton } from '../features/conversations/contact-button';
import { ConversationsPanel } from '../features/conversations/conversations-panel';
import { TalkForm } from '../features/conversations/talk-form';
import { CustomerPage } from '../features/customers/customer-page';
import { EnquiriesPanel } from '../features/enquiries/enquiries-panel';
import { EnquiryForm } from '../features/enquiries/enquiry-form';
import { OwnEventForm } from '../features/events/own-event-form';
import { OwnEventsPanel } from '../features/events/own-events-panel';
import { AskDialog } from '../features/feedback/ask-dialog';
import { FeedbackPanel } from '../features/feedback/feedback-panel';
import { GiftForm } from '../features/gifts/gift-form';
import { GiftsPanel } from '../features/gifts/gifts-panel';
import { HandoverForm } from '../features/handovers/handover-form';
import { HandoversPanel } from '../features/handovers/handovers-panel';
import { InterestForm } from '../features/interests/interest-form';
import { InterestsPanel } from '../features/interests/interests-panel';
import { ResaleFlagForm } from '../features/interests/resale-flags';
import { ItemsPanel } from '../features/items/items-panel';
import { JobsPanel } from '../features/jobs/jobs-panel';
import { NeedForm } from '../features/needs/need-form';
import { NeedsPanel } from '../features/needs/needs-panel';
import { FollowUpsPanel } from '../features/plans/follow-ups-panel';
import { PlanPanel } from '../features/plans/plan-panel';
import { PrivacyPanel } from '../features/privacy/privacy-panel';
import { RequestForm } from '../features/privacy/request-form';
import { PromisesPanel } from '../features/promises/promises-panel';
import { QuotationForm } from '../features/quotations/quotation-form';
import { QuotationsPanel } from '../features/quotations/quotations-panel';
import { RecommendPanel } from '../features/recommendations/recommend-panel';
import { ReportButton } from '../features/reports/report-button';
import { PlanForm } from '../features/reviews/plan-form';
import { ReviewsPanel } from '../features/reviews/reviews-panel';
import { AttachReceipt } from '../features/sales/attach-receipt';
import { PurchasesPanel } from '../features/sales/purchases-panel';
import { NextPanel } from '../features/today/next-panel';
import { VipPanel } from '../features/vip/vip-panel';
import type { CustomerPanel, CustomerParts, CustomerStart } from '../ui/customer-panel';
import { PromiseForm } from '../ui/promise-form';

/** The customer's screen, put together from the features' parts. */
export function CustomerScreen() {
  return <CustomerPage parts={parts} />;
}

const NewNeed: CustomerStart['Form'] = (props) => <NeedForm need={null} {...props} />;

const NewPromise: CustomerStart['Form'] = (props) => <PromiseForm promise={null} {...props} />;

const NewConversation: CustomerStart['Form'] = (props) => <TalkForm conversation={null} {...props} />;
const NewQuotation: CustomerStart['Form'] = (props) => <QuotationForm quotation={null} {...props} />;

/** A sale is recorded on a screen of its own. */
const NewSale: CustomerStart['Form'] = ({ customerId, onClose }) => {
  const navigate = useNavigate();
  useEffect(() => {
    onClose();
    void navigate({ to: '/sale', search: { customerId } });
  }, [navigate, customerId, onClose]);
  return null;
};

/** An intake needs a screen of its own: photographs, a drawing, a signature. */
const NewJob: CustomerStart['Form'] = ({ customerId, onClose }) => {
  const navigate = useNavigate();
  useEffect(() => {
    onClose();
    void navigate({ to: '/jobs/new', search: { customerId } });
  }, [navigate, customerId, onClose]);
  return null;
};

/** Each item with what it has free this year. */
const Items: CustomerPanel = (props) => <ItemsPanel {...props} More={BenefitLines} />;

const NewHandover: CustomerStart['Form'] = (props) => <HandoverForm job={null} {...props} />;

const NewOwnEvent: CustomerStart['Form'] = (props) => <OwnEventForm event={null} {...props} />;

/** One line a part. */
const parts: CustomerParts = {
  banners: { complaint: ComplaintBanner },
  actions: { contact: ContactButton, report: ReportButton },
  things: {
    complaints: ComplaintsPanel,
    promises: PromisesPanel,
    followUps: FollowUpsPanel,
    feedback: FeedbackPanel,
    conversations: ConversationsPanel,
    enquiries: EnquiriesPanel,
    quotations: QuotationsPanel,
    interests: InterestsPanel,
    jobs: JobsPanel,
    handovers: HandoversPanel,
    events: OwnEventsPanel,
    campaigns: CampaignsPanel,
    privacy: PrivacyPanel,
    needs: NeedsPanel,
    recommendations: RecommendPanel,
    reviews: ReviewsPanel,
    gifts: GiftsPanel,
    items: Items,
    purchases: PurchasesPanel,
  },
  side: {
    next: NextPanel,
    plan: PlanPanel,
    consent: ConsentPanel,
    vip: VipPanel,
  },
  starts: [
    { name: 'need', permission: 'needs.write', Form: NewNeed },
    { name: 'promise', permission: 'promises.write', Form: NewPromise },
    { name: 'complaint', permission: 'complaints.write', Form: ComplaintForm },
    { name: 'feedback', permission: 'feedback.write', Form: AskDialog },
    { name: 'conversation', permission: 'conversations.write', Form: NewConversation },
    { name: 'enquiry', permission: 'enquiries.write', Form: EnquiryForm },
    { name: 'quotation', permission: 'quotations.write', Form: NewQuotation },
    { name: 'interest', permission: 'interests.write', Form: InterestForm },
    { name: 'resale', permission: 'interests.write', Form: ResaleFlagForm },
    { name: 'job', permission: 'jobs.write', Form: NewJob },
    { name: 'handover', permission: 'handovers.write', Form: NewHandover },
    { name: 'gift', permission: 'gifts.write', Form: GiftForm },
    { name: 'review', permission: 'reviews.write', Form: PlanForm },
    { name: 'event', permission: 'events.write', Form: NewOwnEvent },
    { name: 'privacyRequest', permission: 'privacy.record', Form: RequestForm },
    { name: 'receipt', permission: 'sales.attach', Form: AttachReceipt },
    { name: 'sale', permission: 'sales.write', Form: NewSale },
  ],
};
