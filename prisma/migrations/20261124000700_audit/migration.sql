-- Each filter of the audit is one range of an index in the order of ids.
CREATE INDEX "audit_event_action_id_idx" ON "audit_event"("action", "id");
CREATE INDEX "audit_event_target_type_id_idx" ON "audit_event"("target_type", "id");
CREATE INDEX "audit_event_user_id_action_id_idx" ON "audit_event"("user_id", "action", "id");
