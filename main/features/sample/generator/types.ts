/**
 * What the sample generator yields: plain objects, independent of the database.
 *
 * Conventions: ids are UUIDv7 strings; instants (`…At`, `at`) are epoch milliseconds UTC; civil dates (`…On`) are
 * 'YYYY-MM-DD' in Hong Kong; money is integer HK cents; `null` means "not known" or "does not apply".
 */

import type {
  Cents,
  CivilDate,
  Colour,
  Metal,
  ProductCategory,
  SampleProduct,
  StrapKind,
} from './product-types.ts';

export type * from './product-types.ts';

/** Epoch milliseconds, UTC. */
export type Instant = number;

export type SampleLanguage = 'zh-Hant' | 'zh-Hans' | 'en';
export type Gender = 'male' | 'female';

/* ------------------------------------------------------------------ shop and staff */

export interface SampleOpeningHours {
  /** 0 = Sunday … 6 = Saturday. */
  weekday: number;
  /** 'HH:MM', Hong Kong time. */
  opens: string;
  closes: string;
}

/** Warranty and service intervals are data with a version, never a rule about a brand in code. */
export interface SampleWarrantyPolicy {
  /** Stable key, e.g. 'omega-2018'. */
  id: string;
  /** Brand it is written for; null = the shop's own policy for anything else. */
  brand: string | null;
  version: string;
  validFrom: CivilDate;
  warrantyMonths: number;
  /** Longest total warranty after registration, null when there is no extension. */
  extendedMonths: number | null;
  serviceMonthsMin: number | null;
  serviceMonthsMax: number | null;
  waterTestMonths: number | null;
  batteryMonths: number | null;
  noteEn: string;
  noteZhHant: string;
}

export interface SampleShop {
  nameEn: string;
  nameZhHant: string;
  nameZhHans: string;
  addressEn: string;
  addressZhHant: string;
  addressZhHans: string;
  hotline: string;
  email: string;
  currency: 'HKD';
  languages: SampleLanguage[];
  memberPrefix: string;
  /** Receipts carry the counter that wrote them. */
  counters: { code: string; nameEn: string; nameZhHant: string }[];
  openingHours: SampleOpeningHours[];
  warrantyPolicies: SampleWarrantyPolicy[];
  /** Points at the versions that the consent events quote. */
  noticeVersions: { id: string; version: string; validFrom: CivilDate }[];
  vipTiers: { id: SampleTier; nameEn: string; nameZhHant: string; nameZhHans: string; minSpend: Cents }[];
}

export type SampleRole = 'manager' | 'advisor' | 'service';

export interface SampleStaff {
  id: string;
  /** How colleagues call them, unique in the shop. */
  shortName: string;
  nameEn: string;
  nameZhHant: string;
  role: SampleRole;
  joinedOn: CivilDate;
  language: SampleLanguage;
}

/* ------------------------------------------------------------------ customers */

export type ContactKind = 'phone' | 'email' | 'wechat' | 'whatsapp' | 'line';

export interface SampleContact {
  id: string;
  kind: ContactKind;
  /** As somebody typed it. */
  value: string;
  /** E.164 for phones, lower case otherwise. */
  normalised: string;
  label: 'mobile' | 'home' | 'office' | 'personal' | 'work' | null;
  preferred: boolean;
}

export type ChannelName = 'phone' | 'whatsapp' | 'wechat' | 'sms' | 'email' | 'post';

export interface SampleImportantDate {
  id: string;
  kind:
    | 'birthday'
    | 'wedding-anniversary'
    | 'spouse-birthday'
    | 'child-birthday'
    | 'graduation'
    | 'retirement'
    | 'other';
  month: number;
  day: number;
  year: number | null;
  labelEn: string;
  labelZhHant: string;
  remindDaysBefore: number;
  /** Known to us, not to be mentioned first. */
  discreet: boolean;
}

export interface SamplePreferences {
  wristMm: number | null;
  strap: StrapKind | null;
  metals: Metal[];
  brands: string[];
  colours: Colour[];
  caseMmMin: number | null;
  caseMmMax: number | null;
  budgetMin: Cents | null;
  budgetMax: Cents | null;
}

export type LinkKind = 'spouse' | 'parent' | 'child' | 'sibling' | 'friend' | 'colleague' | 'assistant';

/** A tie to another person: either a customer generated earlier (safe to insert at once) or only a name. */
export interface SampleLink {
  id: string;
  /** What the other person is to this customer. */
  kind: LinkKind;
  /** What this customer is to the other person. */
  reverseKind: LinkKind;
  otherCustomerId: string | null;
  otherCustomerIndex: number | null;
  otherName: string;
  /** Never to be hinted at in front of either of them. */
  discreet: boolean;
}

export interface SampleNote {
  id: string;
  at: Instant;
  staffId: string;
  language: SampleLanguage;
  text: string;
  /** Not for the customer's copy of the report. */
  internal: boolean;
}

export interface SampleDiscretion {
  id: string;
  at: Instant;
  staffId: string;
  text: string;
  /** Sale the secret belongs to, if there is one. */
  saleId: string | null;
  endsOn: CivilDate | null;
}

export type Title = 'Mr' | 'Mrs' | 'Ms' | 'Miss' | 'Dr' | 'Prof';
export type NameOrigin = 'hong-kong' | 'mainland' | 'western' | 'south-asian' | 'japanese';

export interface SampleCustomer {
  id: string;
  index: number;
  memberNo: string;
  /** Prospects have not bought yet. */
  prospect: boolean;
  createdAt: Instant;
  updatedAt: Instant;
  /** First became known to the shop; may lie before the records begin. */
  customerSince: CivilDate;
  source: 'walk-in' | 'referral' | 'event' | 'wechat' | 'hotline' | 'card-file' | 'instagram';
  origin: NameOrigin;
  /** Romanised; for a married woman in the double form it holds her own family name. */
  familyName: string;
  givenName: string;
  /** Husband's family name put before hers (Lam Cheng Yuet Ngor), romanised and in Chinese. */
  marriedFamilyName: string | null;
  englishName: string | null;
  chineseName: string | null;
  chineseScript: 'Hant' | 'Hans' | null;
  /** Full name in Latin letters as the card file shows it, e.g. 'Chan Tai Man, Peter'. */
  fullName: string;
  /** 'Chen Dawen': what someone from the mainland would type for the same characters. */
  pinyinName: string | null;
  preferredName: string;
  title: Title;
  /** 陳先生, 林太. */
  addressZh: string | null;
  gender: Gender;
  language: SampleLanguage;
  /** Languages spoken at the counter. */
  speaks: ('yue' | 'cmn' | 'en' | 'ja' | 'hi')[];
  birthday: { year: number | null; month: number; day: number } | null;
  districtEn: string | null;
  districtZhHant: string | null;
  address: string | null;
  contacts: SampleContact[];
  preferredChannel: ChannelName | null;
  /** 'weekday-evening' and the like, null = any time. */
  contactHours: 'weekday-day' | 'weekday-evening' | 'weekend' | null;
  primaryAdvisorId: string;
  secondaryAdvisorId: string | null;
  importantDates: SampleImportantDate[];
  preferences: SamplePreferences | null;
  links: SampleLink[];
  discretions: SampleDiscretion[];
  notes: SampleNote[];
  /** In order of time; a return always comes after the sale it refers to. */
  sales: SampleSale[];
  items: SampleItem[];
  needs: SampleNeed[];
  recommendations: SampleRecommendation[];
  consents: SampleConsent[];
  vip: SampleVip;
}

/* ------------------------------------------------------------------ sales and items */

export interface SampleSaleLine {
  id: string;
  lineNo: number;
  productId: string;
  productIndex: number;
  /** Negative on a return. */
  quantity: number;
  unitPrice: Cents;
  /** For the whole line, positive; negative on a return. */
  discount: Cents;
  discountReason: 'member' | 'birthday' | 'festival' | 'bundle' | 'manager' | 'display-piece' | null;
  /** quantity × unitPrice − discount. */
  amount: Cents;
  serial: string | null;
  /** The owned item this line brought into being. */
  itemId: string | null;
  returnOfLineId: string | null;
}

export type ReturnReason = 'changed-mind' | 'wrong-size' | 'unwanted-gift' | 'defect' | 'exchange';

export interface SampleSale {
  id: string;
  receiptNo: string;
  at: Instant;
  kind: 'sale' | 'return';
  customerId: string | null;
  staffId: string;
  returnOfSaleId: string | null;
  returnReason: ReturnReason | null;
  currency: 'HKD';
  lines: SampleSaleLine[];
  /** Sum of the lines' amounts; negative on a return. */
  total: Cents;
  payment: 'cash' | 'card' | 'octopus' | 'fps' | 'alipay' | 'wechat-pay' | 'unionpay' | 'cheque' | 'mixed';
  paymentNote: string | null;
  /** Cash of HK$120,000 or more for a precious product. */
  preciousCash: boolean;
  /** Bought for somebody else and not to be mentioned. */
  gift: boolean;
}

export interface SampleItem {
  id: string;
  source: 'here' | 'elsewhere';
  saleId: string | null;
  saleLineId: string | null;
  productId: string | null;
  /** 'returned' when the sale was taken back. */
  status: 'owned' | 'returned' | 'given-away' | 'sold';
  brand: string;
  family: string;
  reference: string;
  serial: string | null;
  movementNo: string | null;
  calibre: string;
  metal: Metal;
  caseMm: number;
  lugWidthMm: number;
  dialColour: Colour;
  strap: StrapKind;
  complications: string[];
  year: number;
  linksRemoved: number | null;
  box: boolean;
  papers: boolean;
  /** Bought pre-owned: its condition. */
  condition: 'unworn' | 'excellent' | 'good' | 'fair' | null;
  acquiredOn: CivilDate | null;
  purchasePrice: Cents | null;
  warranty: {
    issuer: string;
    issuedOn: CivilDate;
    /** Null when it is blank: a present, or a watch bought pre-owned. */
    nameOnCard: string | null;
    endsOn: CivilDate;
    policyId: string;
    policyVersion: string;
  } | null;
  serviceDueOn: CivilDate | null;
  waterTestDueOn: CivilDate | null;
  batteryDueOn: CivilDate | null;
  note: string | null;
}

/** A sale to somebody the shop does not know. */
export interface SampleAnonymousSale extends SampleSale {
  customerId: null;
}

/* ------------------------------------------------------------------ relationship */

export type Occasion =
  | 'own-use'
  | 'birthday'
  | 'wedding'
  | 'anniversary'
  | 'graduation'
  | 'new-job'
  | 'retirement'
  | 'new-year'
  | 'christmas'
  | 'business-gift'
  | 'new-baby'
  | 'collection';

export interface SampleNeed {
  id: string;
  at: Instant;
  staffId: string;
  /** What was seen, what was asked, what was answered. */
  seen: string | null;
  asked: string | null;
  answered: string | null;
  language: SampleLanguage;
  occasion: Occasion;
  forWhom: 'self' | 'spouse' | 'parent' | 'child' | 'friend' | 'business';
  budgetMin: Cents | null;
  budgetMax: Cents | null;
  byOn: CivilDate | null;
  category: ProductCategory;
  brand: string | null;
  family: string | null;
  colour: Colour | null;
  metal: Metal | null;
  state: 'open' | 'met' | 'lost' | 'postponed';
  closedAt: Instant | null;
  /** Why lost or postponed; null while open or when met. */
  reason:
    | 'price'
    | 'not-available'
    | 'bought-elsewhere'
    | 'changed-mind'
    | 'too-large'
    | 'waiting-for-bonus'
    | 'asks-family'
    | 'after-travel'
    | null;
  postponedUntilOn: CivilDate | null;
  /** The sale that met it. */
  saleId: string | null;
}

export interface SampleRecommendation {
  id: string;
  at: Instant;
  staffId: string;
  needId: string | null;
  productId: string;
  productIndex: number;
  reason: 'need' | 'complements' | 'brand' | 'budget' | 'co-purchase' | 'new-arrival';
  outcome: 'shown' | 'tried' | 'bought' | 'declined';
  outcomeAt: Instant;
  saleId: string | null;
}

export type ConsentChannel = 'phone' | 'sms' | 'whatsapp' | 'wechat' | 'email' | 'post';
export type ConsentGoods = 'watches' | 'straps-accessories' | 'gifts' | 'service-reminders' | 'events';

/** Append-only; the present permission is a function of the events. */
export interface SampleConsent {
  id: string;
  at: Instant;
  staffId: string;
  regime: 'HK-PDPO' | 'GDPR' | 'PIPL';
  purpose: 'direct-marketing';
  event: 'given' | 'declined' | 'withdrawn';
  form: 'written' | 'oral' | 'electronic';
  channels: ConsentChannel[];
  goods: ConsentGoods[];
  dataKinds: ('name' | 'phone' | 'email' | 'address' | 'purchases' | 'birthday')[];
  noticeId: string;
  noticeVersion: string;
  language: SampleLanguage;
  /** Feed to `signatureStrokes`; null unless signed. */
  signatureSeed: number | null;
  /** Oral consent: to be confirmed in writing within 14 days. */
  confirmationDueAt: Instant | null;
  confirmationSentAt: Instant | null;
  confirmationChannel: ConsentChannel | null;
  /** When the first message told of the free right to opt out. */
  firstUseNoticeAt: Instant | null;
  /** The consent a withdrawal takes back. */
  withdrawsId: string | null;
  /** Withdrawal or refusal in the customer's words. */
  words: string | null;
}

export type SampleTier = 'silver' | 'gold' | 'diamond';

export interface SampleVipInvitation {
  id: string;
  at: Instant;
  staffId: string;
  reason: 'spend' | 'visits' | 'referral' | 'collector';
  /** Spend in the 24 months before, when the reason is spend. */
  spend24Months: Cents;
  language: SampleLanguage;
  outcome: 'accepted' | 'declined' | 'thinking' | 'open';
  outcomeAt: Instant | null;
  consentId: string | null;
}

export interface SampleVipMembership {
  id: string;
  invitationId: string;
  cardNo: string;
  tier: SampleTier;
  joinedAt: Instant;
  welcome: 'printed' | 'emailed';
  status: 'active' | 'ended';
  endedAt: Instant | null;
}

export interface SampleVip {
  invitations: SampleVipInvitation[];
  membership: SampleVipMembership | null;
}

/* ------------------------------------------------------------------ the generator */

export interface SampleOptions {
  customers: number;
  seed: number;
  /** The last moment of the five years; nothing lies after it. */
  today: Instant;
  /** Default 400. */
  products?: number;
  /** Default 5. */
  years?: number;
  /** Mean purchase lines per customer, prospects included. Default 10. */
  linesPerCustomer?: number;
}

export interface Sample {
  shop: SampleShop;
  staff: SampleStaff[];
  products: SampleProduct[];
  /** Streams the customers in the order of their member numbers; each call starts again and yields the same. */
  customers(): Generator<SampleCustomer, void, undefined>;
  anonymousSales(): Generator<SampleAnonymousSale, void, undefined>;
  /** One more customer, beyond the asked-for number, with about `lines` purchase lines: for the long-history test. */
  busyCustomer(lines: number): SampleCustomer;
}
