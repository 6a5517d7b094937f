import { rowInserter } from '../../db/bulk';
import type { WritableDb } from '../../db/sql';
import type { LinkKind, SampleCustomer, SampleImportantDate, SampleLanguage } from './generator/types';

const relations: Record<LinkKind, string> = {
  spouse: 'spouse',
  parent: 'parent',
  child: 'child',
  sibling: 'sibling',
  friend: 'friend',
  colleague: 'colleague',
  assistant: 'assistant',
};

const dateKinds: Record<SampleImportantDate['kind'], string> = {
  birthday: 'other',
  'wedding-anniversary': 'anniversary',
  'spouse-birthday': 'partner-birthday',
  'child-birthday': 'child-birthday',
  graduation: 'graduation',
  retirement: 'other',
  other: 'other',
};

/** A mobile number and a private address are what is meant where nothing is said. */
const contactLabels: Record<string, Record<SampleLanguage, string>> = {
  home: { en: 'home', 'zh-Hant': '住宅', 'zh-Hans': '家里' },
  office: { en: 'office', 'zh-Hant': '公司', 'zh-Hans': '公司' },
  work: { en: 'work', 'zh-Hant': '工作', 'zh-Hans': '工作' },
};

const hours: Record<NonNullable<SampleCustomer['contactHours']>, Record<SampleLanguage, string>> = {
  'weekday-day': { en: 'weekdays, office hours', 'zh-Hant': '平日辦公時間', 'zh-Hans': '平日办公时间' },
  'weekday-evening': { en: 'weekday evenings', 'zh-Hant': '平日晚上', 'zh-Hans': '平日晚上' },
  weekend: { en: 'weekends', 'zh-Hant': '週末', 'zh-Hans': '周末' },
};

/** Writes who a customer is: the record, contacts, dates, ties, preferences and notes. */
export function customerWriter(db: WritableDb): (customer: SampleCustomer) => void {
  const insertCustomer = rowInserter(db, 'customers');
  const insertContact = rowInserter(db, 'customer_contacts');
  const insertDate = rowInserter(db, 'customer_dates');
  const insertLink = rowInserter(db, 'customer_links');
  const insertPreferences = rowInserter(db, 'customer_preferences');
  const insertNote = rowInserter(db, 'customer_notes');
  return (customer) => {
    insertCustomer(customerRow(customer));
    for (const [position, { id, kind, value, normalised, label }] of customer.contacts.entries())
      insertContact({
        id,
        customer_id: customer.id,
        kind,
        value,
        normalised,
        label: contactLabels[label ?? '']?.[customer.language] ?? null,
        position,
      });
    for (const date of customer.importantDates) {
      // The customer's own birthday is on the record itself.
      if (date.kind === 'birthday') continue;
      insertDate({
        id: date.id,
        customer_id: customer.id,
        kind: dateKinds[date.kind],
        label: customer.language === 'en' ? date.labelEn : date.labelZhHant,
        month: date.month,
        day: date.day,
        year: date.year,
        is_discreet: date.discreet ? 1 : 0,
      });
    }
    for (const link of customer.links) {
      if (!link.otherCustomerId) continue;
      insertLink({
        id: link.id,
        customer_id: customer.id,
        other_customer_id: link.otherCustomerId,
        relation: relations[link.kind],
        note: null,
        is_discreet: link.discreet ? 1 : 0,
        created_at: customer.createdAt,
      });
    }
    writePreferences(insertPreferences, customer);
    for (const { id, staffId, at, text, internal } of customer.notes) {
      insertNote({
        id,
        customer_id: customer.id,
        author_id: staffId,
        at,
        body: text,
        is_discreet: internal ? 1 : 0,
        edited_at: null,
        deleted_at: null,
      });
    }
  };
}

function writePreferences(
  insert: ReturnType<typeof rowInserter<'customer_preferences'>>,
  { id, preferences }: SampleCustomer,
): void {
  if (!preferences) return;
  insert({
    customer_id: id,
    wrist_mm: preferences.wristMm,
    strap: preferences.strap,
    metals: JSON.stringify(preferences.metals),
    brands: JSON.stringify(preferences.brands),
    colours: JSON.stringify(preferences.colours),
    budget_min_minor: preferences.budgetMin,
    budget_max_minor: preferences.budgetMax,
    note: null,
  });
}

function customerRow(customer: SampleCustomer) {
  const { birthday, discretions } = customer;
  // In the double form of a married woman the husband's name comes first, as on her card.
  const familyName = customer.marriedFamilyName
    ? `${customer.marriedFamilyName} ${customer.familyName}`
    : customer.familyName;
  return {
    id: customer.id,
    number: customer.memberNo,
    external_id: null,
    title: customer.title.toLowerCase(),
    family_name: familyName,
    given_name: customer.givenName,
    english_name: customer.englishName,
    chinese_name: customer.chineseName,
    preferred_name: customer.preferredName,
    other_names: null,
    form_of_address: customer.addressZh,
    language: customer.language,
    preferred_channel: customer.preferredChannel,
    contact_hours: customer.contactHours && hours[customer.contactHours][customer.language],
    is_minor: 0,
    birth_year: birthday?.year ?? null,
    birth_month: birthday?.month ?? null,
    birth_day: birthday?.day ?? null,
    address: customer.address,
    district: customer.language === 'en' ? customer.districtEn : customer.districtZhHant,
    country: null,
    // The same may have been written by two people.
    discretion: [...new Set(discretions.map(({ text }) => text))].join('\n') || null,
    occupation: null,
    primary_advisor_id: customer.primaryAdvisorId,
    secondary_advisor_id: customer.secondaryAdvisorId,
    source: customer.source,
    import_id: null,
    merged_into_id: null,
    version: 1,
    created_at: customer.createdAt,
    created_by: customer.primaryAdvisorId,
    updated_at: customer.updatedAt,
    deleted_at: null,
  };
}
