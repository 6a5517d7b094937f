-- Erasure is real (Cap. 486 s. 26): what is append-only lets go of the rows of the customer whose erasure the running
-- transaction has declared in "erasing", and of nothing else. Every trigger is otherwise word for word what it was.

DROP TRIGGER promise_events_no_delete;
CREATE TRIGGER promise_events_no_delete BEFORE DELETE ON promise_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN promises p ON p.customer_id = e.customer_id WHERE p.id = OLD.promise_id)
BEGIN SELECT RAISE(ABORT, 'promise_events is append-only'); END;

DROP TRIGGER consent_events_no_update;
CREATE TRIGGER consent_events_no_update BEFORE UPDATE OF
  id, seq, kind, regime, purpose, channels, data_kinds, goods_classes, recipients, for_gain, form, notice_id,
  notice_version, language, signature, notice_hash, parent_name, is_minor, refers_to_id, confirmation_due_at, note,
  staff_id, at, recorded_at ON consent_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'consent_events is append-only'); END;

DROP TRIGGER consent_events_no_delete;
CREATE TRIGGER consent_events_no_delete BEFORE DELETE ON consent_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'consent_events is append-only'); END;

DROP TRIGGER conversations_no_delete;
CREATE TRIGGER conversations_no_delete BEFORE DELETE ON conversations
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'conversations are kept'); END;

DROP TRIGGER conversation_revisions_no_delete;
CREATE TRIGGER conversation_revisions_no_delete BEFORE DELETE ON conversation_revisions
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN conversations p ON p.customer_id = e.customer_id WHERE p.id = OLD.conversation_id)
BEGIN SELECT RAISE(ABORT, 'conversation_revisions is append-only'); END;

DROP TRIGGER conversation_attachments_no_delete;
CREATE TRIGGER conversation_attachments_no_delete BEFORE DELETE ON conversation_attachments
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN conversations p ON p.customer_id = e.customer_id WHERE p.id = OLD.conversation_id)
BEGIN SELECT RAISE(ABORT, 'conversation_attachments is append-only'); END;

DROP TRIGGER enquiries_no_delete;
CREATE TRIGGER enquiries_no_delete BEFORE DELETE ON enquiries
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'enquiries are kept'); END;

DROP TRIGGER enquiry_events_no_delete;
CREATE TRIGGER enquiry_events_no_delete BEFORE DELETE ON enquiry_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN enquiries p ON p.customer_id = e.customer_id WHERE p.id = OLD.enquiry_id)
BEGIN SELECT RAISE(ABORT, 'enquiry_events is append-only'); END;

DROP TRIGGER quotations_no_delete;
CREATE TRIGGER quotations_no_delete BEFORE DELETE ON quotations
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'quotations are kept'); END;

DROP TRIGGER quotation_lines_no_delete;
CREATE TRIGGER quotation_lines_no_delete BEFORE DELETE ON quotation_lines
WHEN ((SELECT status FROM quotations WHERE id = OLD.quotation_id) <> 'draft')
  AND NOT EXISTS (SELECT 1 FROM erasing e JOIN quotations p ON p.customer_id = e.customer_id WHERE p.id = OLD.quotation_id)
BEGIN SELECT RAISE(ABORT, 'a quotation that was sent is not edited'); END;

DROP TRIGGER quotation_events_no_delete;
CREATE TRIGGER quotation_events_no_delete BEFORE DELETE ON quotation_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN quotations p ON p.customer_id = e.customer_id WHERE p.id = OLD.quotation_id)
BEGIN SELECT RAISE(ABORT, 'quotation_events is append-only'); END;

DROP TRIGGER complaint_events_no_delete;
CREATE TRIGGER complaint_events_no_delete BEFORE DELETE ON complaint_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN complaints p ON p.customer_id = e.customer_id WHERE p.id = OLD.complaint_id)
BEGIN SELECT RAISE(ABORT, 'complaint_events is append-only'); END;

DROP TRIGGER feedback_no_delete;
CREATE TRIGGER feedback_no_delete BEFORE DELETE ON feedback
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'feedback is append-only'); END;

DROP TRIGGER feedback_follow_ups_no_delete;
CREATE TRIGGER feedback_follow_ups_no_delete BEFORE DELETE ON feedback_follow_ups
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN feedback p ON p.customer_id = e.customer_id WHERE p.id = OLD.feedback_id)
BEGIN SELECT RAISE(ABORT, 'feedback_follow_ups is append-only'); END;

DROP TRIGGER service_job_events_no_delete;
CREATE TRIGGER service_job_events_no_delete BEFORE DELETE ON service_job_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN service_jobs p ON p.customer_id = e.customer_id WHERE p.id = OLD.job_id)
BEGIN SELECT RAISE(ABORT, 'service_job_events is append-only'); END;

DROP TRIGGER service_job_photos_no_delete;
CREATE TRIGGER service_job_photos_no_delete BEFORE DELETE ON service_job_photos
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN service_jobs p ON p.customer_id = e.customer_id WHERE p.id = OLD.job_id)
BEGIN SELECT RAISE(ABORT, 'service_job_photos is append-only'); END;

DROP TRIGGER handover_messages_no_delete;
CREATE TRIGGER handover_messages_no_delete BEFORE DELETE ON handover_messages
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN handovers p ON p.customer_id = e.customer_id WHERE p.id = OLD.handover_id)
BEGIN SELECT RAISE(ABORT, 'handover_messages is append-only'); END;

DROP TRIGGER lookup_reasons_no_update;
CREATE TRIGGER lookup_reasons_no_update BEFORE UPDATE ON lookup_reasons
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'lookup_reasons is append-only'); END;

DROP TRIGGER lookup_reasons_no_delete;
CREATE TRIGGER lookup_reasons_no_delete BEFORE DELETE ON lookup_reasons
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'lookup_reasons is append-only'); END;

DROP TRIGGER review_signoffs_no_update;
CREATE TRIGGER review_signoffs_no_update BEFORE UPDATE ON review_signoffs
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = json_extract(OLD.entry, '$.customer.id'))
BEGIN SELECT RAISE(ABORT, 'review_signoffs is append-only'); END;

DROP TRIGGER contact_plans_no_delete;
CREATE TRIGGER contact_plans_no_delete BEFORE DELETE ON contact_plans
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'contact_plans is append-only'); END;

DROP TRIGGER duty_move_events_no_delete;
CREATE TRIGGER duty_move_events_no_delete BEFORE DELETE ON duty_move_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN duty_moves p ON p.customer_id = e.customer_id WHERE p.id = OLD.move_id)
BEGIN SELECT RAISE(ABORT, 'duty_move_events is append-only'); END;

DROP TRIGGER interests_no_rewriting;
CREATE TRIGGER interests_no_rewriting BEFORE UPDATE OF id, number, product_id, registered_at, registered_on, registered_by,
  advisor_id, reason, stated_ties, purpose, wants_to_be_told, is_discreet ON interests
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'interests is append-only'); END;

DROP TRIGGER interest_events_no_update;
CREATE TRIGGER interest_events_no_update BEFORE UPDATE ON interest_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN interests p ON p.customer_id = e.customer_id WHERE p.id = OLD.interest_id)
BEGIN SELECT RAISE(ABORT, 'interest_events is append-only'); END;

DROP TRIGGER allocation_offers_no_update;
CREATE TRIGGER allocation_offers_no_update BEFORE UPDATE ON allocation_offers
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN interests p ON p.customer_id = e.customer_id WHERE p.id = OLD.interest_id)
BEGIN SELECT RAISE(ABORT, 'allocation_offers is append-only'); END;

DROP TRIGGER allocation_events_no_update;
CREATE TRIGGER allocation_events_no_update BEFORE UPDATE ON allocation_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN interests p ON p.customer_id = e.customer_id
  JOIN allocation_offers o ON o.interest_id = p.id WHERE o.id = OLD.offer_id)
BEGIN SELECT RAISE(ABORT, 'allocation_events is append-only'); END;

DROP TRIGGER resale_flags_no_delete;
CREATE TRIGGER resale_flags_no_delete BEFORE DELETE ON resale_flags
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'resale_flags is append-only'); END;

DROP TRIGGER resale_flag_withdrawals_no_delete;
CREATE TRIGGER resale_flag_withdrawals_no_delete BEFORE DELETE ON resale_flag_withdrawals
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN resale_flags p ON p.customer_id = e.customer_id WHERE p.id = OLD.flag_id)
BEGIN SELECT RAISE(ABORT, 'resale_flag_withdrawals is append-only'); END;

DROP TRIGGER campaign_entries_no_delete;
CREATE TRIGGER campaign_entries_no_delete BEFORE DELETE ON campaign_entries
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'campaign_entries are kept'); END;

DROP TRIGGER benefit_uses_no_delete;
CREATE TRIGGER benefit_uses_no_delete BEFORE DELETE ON benefit_uses
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN items p ON p.customer_id = e.customer_id WHERE p.id = OLD.item_id)
BEGIN SELECT RAISE(ABORT, 'benefit_uses is append-only'); END;

DROP TRIGGER gifts_no_rewriting;
CREATE TRIGGER gifts_no_rewriting BEFORE UPDATE OF id, number, gift_kind_id, quantity, cost_minor, currency, given_on,
  given_by, occasion, what_for, handed_over, is_discreet, tier, policy_version, limit_minor, given_before_minor,
  is_past_limit, limit_reason, made_by, made_at ON gifts
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'gifts are not rewritten'); END;

DROP TRIGGER gifts_taken_back_once;
CREATE TRIGGER gifts_taken_back_once BEFORE UPDATE OF taken_back_at, taken_back_by, taken_back_reason ON gifts
WHEN OLD.taken_back_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'a gift is taken back once'); END;

DROP TRIGGER gift_movements_no_update;
CREATE TRIGGER gift_movements_no_update BEFORE UPDATE ON gift_movements
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN gifts p ON p.customer_id = e.customer_id WHERE p.id = OLD.gift_id)
BEGIN SELECT RAISE(ABORT, 'gift_movements is append-only'); END;

DROP TRIGGER review_meetings_no_delete;
CREATE TRIGGER review_meetings_no_delete BEFORE DELETE ON review_meetings
WHEN NOT EXISTS (SELECT 1 FROM erasing e WHERE e.customer_id = OLD.customer_id)
BEGIN SELECT RAISE(ABORT, 'review meetings are kept'); END;

DROP TRIGGER review_points_no_delete;
CREATE TRIGGER review_points_no_delete BEFORE DELETE ON review_points
WHEN (SELECT status FROM review_meetings WHERE id = OLD.review_id) <> 'planned'
  AND NOT EXISTS (SELECT 1 FROM erasing e JOIN review_meetings p ON p.customer_id = e.customer_id WHERE p.id = OLD.review_id)
BEGIN SELECT RAISE(ABORT, 'the minutes of a review meeting are not rewritten'); END;

DROP TRIGGER review_events_no_delete;
CREATE TRIGGER review_events_no_delete BEFORE DELETE ON review_events
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN review_meetings p ON p.customer_id = e.customer_id WHERE p.id = OLD.review_id)
BEGIN SELECT RAISE(ABORT, 'review_events is append-only'); END;

DROP TRIGGER event_steps_no_delete;
CREATE TRIGGER event_steps_no_delete BEFORE DELETE ON event_steps
WHEN NOT EXISTS (SELECT 1 FROM erasing e JOIN event_guests p ON p.customer_id = e.customer_id WHERE p.id = OLD.guest_id)
BEGIN SELECT RAISE(ABORT, 'event_steps is append-only'); END;
