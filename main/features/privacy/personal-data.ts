/**
 * Every table that holds something about a customer, what of it is copied for them (Cap. 486, s. 18) and what becomes of it when
 * they are erased (s. 26). One list; a test compares it with the schema, so that a new table cannot be forgotten.
 */

export interface PersonalTable {
  readonly table: string;
  /**
   * The condition of its rows; `@ids` is a JSON list of the ids of the record and of those merged into it, `@traces` of what texts
   * could hold of the person, `@records` of the ids of what the shop keeps of them.
   */
  readonly of: string;
  /** `delete`, or what each column that says something about a person becomes (an SQL expression); null: nothing to do. */
  readonly erase: 'delete' | Readonly<Record<string, string>> | null;
  /** False where the rows say nothing about the customer (or would say something about staff only). */
  readonly isCopied: boolean;
  /** What a number in its rows stands for and is copied instead, as SQL. */
  readonly says?: Readonly<Record<string, string>>;
  /** Columns never copied, beside ids and staff: what is said of somebody else, or how the app works. */
  readonly withheld?: readonly string[];
}

const ids = '(SELECT value FROM json_each(@ids))';
const mine = `customer_id IN ${ids}`;
const under = (parent: string, column: string) =>
  `${column} IN (SELECT id FROM ${parent} WHERE customer_id IN ${ids})`;

/** A table with a customer_id whose rows go. */
const own = (table: string, more: Partial<PersonalTable> = {}): PersonalTable => ({
  table,
  of: mine,
  erase: 'delete',
  isCopied: true,
  ...more,
});
/** A table whose rows belong to a row of such a table, and go with it. */
const part = (
  table: string,
  column: string,
  parent: string,
  more: Partial<PersonalTable> = {},
): PersonalTable => ({
  table,
  of: under(parent, column),
  erase: 'delete',
  isCopied: true,
  ...more,
});

/** In the order of the copy; erased from the end, so that what belongs to a row goes before it. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'customers',
    of: `id IN ${ids}`,
    // An empty shell stays: the log, a restore and a repeated import know by its id that the person was erased.
    erase: {
      number: "'erased-' || id",
      external_id: 'NULL',
      title: 'NULL',
      family_name: 'NULL',
      given_name: 'NULL',
      english_name: 'NULL',
      chinese_name: 'NULL',
      preferred_name: 'NULL',
      other_names: 'NULL',
      form_of_address: 'NULL',
      language: "'en'",
      preferred_channel: 'NULL',
      contact_hours: 'NULL',
      is_minor: '0',
      birth_year: 'NULL',
      birth_month: 'NULL',
      birth_day: 'NULL',
      address: 'NULL',
      district: 'NULL',
      country: 'NULL',
      discretion: 'NULL',
      occupation: 'NULL',
      primary_advisor_id: 'NULL',
      secondary_advisor_id: 'NULL',
      import_id: 'NULL',
      version: 'version + 1',
      updated_at: '@now',
      deleted_at: '@now',
    },
    isCopied: true,
    withheld: ['version'],
  },
  own('customer_contacts', { withheld: ['normalised', 'position'] }),
  own('customer_dates'),
  // Who the other person is belongs to the other person.
  {
    table: 'customer_links',
    of: `(customer_id IN ${ids} OR other_customer_id IN ${ids})`,
    erase: 'delete',
    isCopied: true,
    withheld: ['note'],
  },
  own('customer_preferences'),
  own('customer_notes', { withheld: ['deleted_at'] }),
  own('customer_revisions', { withheld: ['undone_at'] }),
  {
    table: 'customer_merges',
    of: `(kept_id IN ${ids} OR merged_id IN ${ids})`,
    erase: 'delete',
    isCopied: false,
  },
  own('customer_views', { isCopied: false }),
  // The colleague answers for the look-up, not the customer: that it was made stays, what was written about the customer goes.
  own('lookup_reasons', { erase: { reason: "'—'" }, isCopied: false }),
  {
    table: 'review_signoffs',
    of: `json_extract(entry, '$.customer.id') IN ${ids}`,
    erase: {
      entry: "json_set(entry, '$.customer', NULL, '$.relativeOf', NULL, '$.reason', NULL)",
      remark: "'—'",
    },
    isCopied: false,
  },
  own('customer_totals', { withheld: ['currency'] }),
  // The accounts hold: a sale becomes one of nobody. What was written beside it goes.
  own('sales', {
    erase: { customer_id: 'NULL', payment_note: 'NULL', reason: 'NULL', note: 'NULL' },
    withheld: ['flags'],
  }),
  {
    table: 'sale_lines',
    of: `sale_no IN (SELECT no FROM sales WHERE ${mine})`,
    erase: { discount_reason: 'NULL' },
    isCopied: true,
    says: { description: '(SELECT text FROM descriptions WHERE no = description_no)' },
  },
  // Whose a receipt was taken for: how the shop put it right, and the other customer's business.
  {
    table: 'sale_attachments',
    of: `(from_customer_id IN ${ids} OR to_customer_id IN ${ids})`,
    erase: 'delete',
    isCopied: false,
  },
  own('items', { withheld: ['version'] }),
  part('benefit_uses', 'item_id', 'items', { withheld: ['version'] }),
  own('needs', { withheld: ['version'] }),
  part('need_matches', 'need_id', 'needs', { isCopied: false }),
  own('recommendations', { withheld: ['history'] }),
  own('promises', { withheld: ['version'] }),
  part('promise_events', 'promise_id', 'promises', { isCopied: false }),
  own('contact_plans'),
  own('contact_clock', { isCopied: false }),
  own('follow_ups'),
  // Who of the shop does what, and when: about colleagues.
  own('duty_moves', { isCopied: false }),
  part('duty_move_events', 'move_id', 'duty_moves', { isCopied: false }),
  own('complaints', { withheld: ['version', 'approved_minor', 'lesson'] }),
  part('complaint_events', 'complaint_id', 'complaints'),
  own('feedback', { withheld: ['month'] }),
  part('feedback_follow_ups', 'feedback_id', 'feedback'),
  own('conversations', { withheld: ['version', 'gate_obstacles'] }),
  part('conversation_revisions', 'conversation_id', 'conversations', { isCopied: false }),
  part('conversation_attachments', 'conversation_id', 'conversations'),
  own('enquiries', { withheld: ['version'] }),
  part('enquiry_products', 'enquiry_id', 'enquiries', { isCopied: false }),
  part('enquiry_events', 'enquiry_id', 'enquiries', { isCopied: false }),
  own('quotations', { withheld: ['version'] }),
  part('quotation_lines', 'quotation_id', 'quotations'),
  part('quotation_events', 'quotation_id', 'quotations', { isCopied: false }),
  // The fairness of an allocation is shown by its whole list: an interest keeps its place and its figures, and says of nobody why.
  own('interests', { erase: { reason: "'—'", stated_ties: 'NULL', purpose: "'unsaid'" } }),
  part('interest_events', 'interest_id', 'interests', {
    erase: { reason: "iif(reason IS NULL, NULL, '—')" },
  }),
  part('allocation_ranks', 'interest_id', 'interests', { erase: null }),
  part('allocation_offers', 'interest_id', 'interests', {
    erase: {
      words: 'NULL',
      ties: "'[]'",
      override_reason: "iif(override_reason IS NULL, NULL, '—')",
      again_reason: "iif(again_reason IS NULL, NULL, '—')",
    },
    // Why another was passed over is about the other.
    withheld: ['override_reason'],
  }),
  {
    table: 'allocation_hold_extensions',
    of: `offer_id IN (SELECT o.id FROM allocation_offers o JOIN interests i ON i.id = o.interest_id WHERE i.customer_id IN ${ids})`,
    erase: { reason: "'—'" },
    isCopied: true,
    withheld: ['usual_days', 'is_beyond'],
  },
  {
    table: 'allocation_events',
    of: `offer_id IN (SELECT o.id FROM allocation_offers o JOIN interests i ON i.id = o.interest_id WHERE i.customer_id IN ${ids})`,
    erase: { words: "iif(words IS NULL, NULL, '—')" },
    isCopied: true,
  },
  own('resale_flags'),
  part('resale_flag_withdrawals', 'flag_id', 'resale_flags', { isCopied: false }),
  own('service_jobs', { withheld: ['version'] }),
  part('service_job_events', 'job_id', 'service_jobs'),
  part('service_job_photos', 'job_id', 'service_jobs'),
  own('handovers'),
  part('handover_messages', 'handover_id', 'handovers'),
  // What was given left the stock and was paid for: the piece and its cost stay with nobody's name, what was written goes.
  own('gifts', {
    erase: {
      what_for: 'NULL',
      limit_reason: "iif(limit_reason IS NULL, NULL, '—')",
      taken_back_reason: "iif(taken_back_reason IS NULL, NULL, '—')",
    },
    withheld: ['policy_version'],
  }),
  part('gift_movements', 'gift_id', 'gifts', {
    erase: { reason: "iif(reason IS NULL, NULL, '—')" },
    isCopied: false,
  }),
  own('review_meetings', { withheld: ['version'] }),
  part('review_points', 'review_id', 'review_meetings', { withheld: ['position'] }),
  part('review_events', 'review_id', 'review_meetings', { isCopied: false }),
  own('event_guests'),
  part('event_steps', 'guest_id', 'event_guests', { isCopied: false }),
  own('customer_events', { withheld: ['version'] }),
  // Which group somebody was drawn into: without it the result of a programme could not be checked. It says nothing else.
  own('programme_members', { erase: null }),
  // How many were written to stays with the campaign; that this person was, goes.
  own('campaign_entries', { withheld: ['asked_id'] }),
  // That there was consent, to which notice, when and before whom: the proof for messages sent while it stood. The signature,
  // a parent's name and every note go; what is left names nobody, and its time ends too (retention: consent-evidence).
  own('consent_events', {
    erase: { signature: 'NULL', parent_name: 'NULL', note: 'NULL', recipients: "'[]'" },
    withheld: ['seq'],
  }),
  own('vip_invitations'),
  own('vip_memberships'),
  // A request keeps its number, its days and its end; the log of refusals is kept four years by law (s. 27).
  own('privacy_requests', {
    erase: {
      requester_name: 'NULL',
      what: "'—'",
      identity_seen: 'NULL',
      answer: "CASE WHEN status = 'open' THEN NULL ELSE '—' END",
      third_parties: "'[]'",
    },
    withheld: ['version'],
  }),
  part('privacy_request_events', 'request_id', 'privacy_requests', { erase: { words: 'NULL' } }),
  {
    table: 'staff',
    of: `own_customer_id IN ${ids}`,
    erase: { own_customer_id: 'NULL' },
    isCopied: false,
  },
  // What an import changed of them, and what half-typed forms and answers that may be asked for again hold of them.
  {
    table: 'import_changes',
    of: `entity_kind = 'customer' AND entity_id IN ${ids}`,
    erase: 'delete',
    isCopied: false,
  },
  {
    table: 'drafts',
    of: `(EXISTS (SELECT 1 FROM json_each(@traces) t WHERE instr(lower(subject_id || ' ' || body), t.value) > 0)
      OR EXISTS (SELECT 1 FROM json_each(@records) r WHERE instr(subject_id, r.value) > 0))`,
    erase: 'delete',
    isCopied: false,
  },
  {
    table: 'request_results',
    of: `EXISTS (SELECT 1 FROM json_each(@traces) t WHERE instr(lower(output), t.value) > 0)`,
    erase: 'delete',
    isCopied: false,
  },
];

/** Tables of a customer whose rows are changed or answered in a form: half-typed, it is kept under the row's id alone. */
export const tablesWithForms = [
  'items',
  'needs',
  'promises',
  'follow_ups',
  'conversations',
  'enquiries',
  'quotations',
  'complaints',
  'interests',
  'service_jobs',
  'handovers',
  'review_meetings',
  'customer_events',
  'privacy_requests',
] as const;

/** What names a customer or belongs to something that does, and holds nothing to erase: table → why. */
export const excusedTables: Readonly<Record<string, string>> = {
  erasures: 'says by an id that somebody was erased',
  erasure_contacts: 'keyed hashes: nobody can be read from them',
  erasing: 'empty outside of the transaction that erases',
  refusal_log: 'kept four years by law (s. 27); names nobody',
  import_keys: 'hashed; by them a repeated import knows that the person was erased',
};

/** Columns that hold who of the shop did something: a copy says the role instead. */
export const isStaffColumn = (column: string): boolean =>
  /^(staff_id|author_id|owner_id|asked_by|served_by|.*_by|.*_staff_id|.*_advisor_id)$/.test(column);

/** Columns that only tie rows together. */
export const isReference = (column: string): boolean => /^(id|no|.*_id|.*_no|.*_position)$/.test(column);
