-- What has changed, in an order that never changes, and those who are told of it. The rows of outbox and change stand by
-- themselves, without references: they say what was, and a nation's import writes 150,000 of them in one transaction.

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  report bigint,
  organ text NOT NULL,
  year smallint,
  scope text,
  region text NOT NULL,
  revision integer,
  state text
);
COMMENT ON TABLE outbox IS 'Changes that are committed, or about to be, and have no position in change yet. Written in the transaction of the change.';
COMMENT ON COLUMN outbox.id IS 'Of two changes of one organ the earlier has the lower: it is drawn while the organ''s row is held. Across organs it says nothing, for transactions commit in any order.';

CREATE TABLE change (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  report bigint,
  organ text NOT NULL,
  year smallint,
  scope text,
  region text NOT NULL,
  revision integer,
  state text,
  CONSTRAINT change_kind_is_well_formed CHECK (kind ~ '^(report|organ)\.[a-z]+$'),
  CONSTRAINT change_of_a_report_names_it CHECK ((kind LIKE 'report.%') = (report IS NOT NULL)),
  CONSTRAINT change_of_a_report_says_where_it_stands
    CHECK (num_nulls(report, year, scope, revision, state) IN (0, 5))
);
COMMENT ON TABLE change IS 'The feed. Written once, never changed: rows come from outbox, moved by one transaction at a time, so that whoever has seen a position never finds a new row at or before it.';
COMMENT ON COLUMN change.position IS 'Rises; numbers may be left out.';
COMMENT ON COLUMN change.at IS 'When the change was made; not in the order of positions.';
COMMENT ON COLUMN change.kind IS 'report.… as the events of a report are called, or organ.changed.';
COMMENT ON COLUMN change.region IS 'Where the organ was in the report''s year, or, where the organ itself has changed, where it is; as of the change.';
COMMENT ON COLUMN change.revision IS 'The newest revision at that moment.';
COMMENT ON COLUMN change.state IS 'The report''s state after the change.';

CREATE INDEX change_by_region ON change (region, position);
CREATE INDEX change_by_organ ON change (organ, position);
CREATE INDEX change_for_readers ON change (position) WHERE kind = 'report.published';

CREATE TABLE webhook (
  id uuid PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  url text NOT NULL,
  secret bytea NOT NULL,
  kinds text[],
  role text NOT NULL,
  region text REFERENCES region,
  created_by uuid NOT NULL REFERENCES api_key,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'active',
  disabled_by text,
  position bigint NOT NULL,
  CONSTRAINT webhook_secret_is_of_32_bytes CHECK (octet_length(secret) = 32),
  CONSTRAINT webhook_kinds_are_some CHECK (cardinality(kinds) > 0),
  CONSTRAINT webhook_role_may_subscribe CHECK (role IN ('office', 'reader', 'admin')),
  CONSTRAINT webhook_region_is_of_office_or_reader
    CHECK (CASE role WHEN 'office' THEN region IS NOT NULL WHEN 'admin' THEN region IS NULL ELSE true END),
  CONSTRAINT webhook_state_is_known CHECK (state IN ('active', 'disabled')),
  CONSTRAINT webhook_disabled_says_why
    CHECK ((state = 'disabled') = (disabled_by IS NOT NULL) AND disabled_by IN ('receiver', 'key'))
);
COMMENT ON TABLE webhook IS 'Somebody who wants to be told of changes at an address.';
COMMENT ON COLUMN webhook.number IS 'The order in which they were made, for lists.';
COMMENT ON COLUMN webhook.secret IS 'What messages are signed with; both sides need it as it is, so it cannot be a digest.';
COMMENT ON COLUMN webhook.kinds IS 'Only changes of these kinds; null: of all.';
COMMENT ON COLUMN webhook.role IS 'The role of the key that made it: with region, what it may be told of. A key never changes either.';
COMMENT ON COLUMN webhook.region IS 'The region of the key that made it; null where it is bound to none.';
COMMENT ON COLUMN webhook.created_by IS 'The key that made it. When the key ends, so does the webhook.';
COMMENT ON COLUMN webhook.created_by_name IS 'How people know that key.';
COMMENT ON COLUMN webhook.disabled_by IS 'receiver: it answered 410 Gone; key: the key was revoked or has expired.';
COMMENT ON COLUMN webhook.position IS 'The last change that deliveries were made of, where it is wanted and may be seen.';

CREATE INDEX webhook_by_creator ON webhook (created_by, number);

CREATE TABLE delivery (
  webhook uuid NOT NULL REFERENCES webhook ON DELETE CASCADE,
  position bigint NOT NULL REFERENCES change,
  state text NOT NULL DEFAULT 'pending',
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz,
  last_status integer,
  last_error text,
  delivered_at timestamptz,
  PRIMARY KEY (webhook, position),
  CONSTRAINT delivery_state_is_known CHECK (state IN ('pending', 'delivered', 'dead')),
  CONSTRAINT delivery_pending_has_a_time CHECK ((state = 'pending') = (next_at IS NOT NULL)),
  CONSTRAINT delivery_delivered_has_a_time CHECK ((state = 'delivered') = (delivered_at IS NOT NULL))
);
COMMENT ON TABLE delivery IS 'One change on its way to one webhook.';
COMMENT ON COLUMN delivery.attempts IS 'How often it was begun to send. Whoever sends it knows the number: a result of an earlier attempt that comes late counts for nothing, unless it is a success.';
COMMENT ON COLUMN delivery.next_at IS 'Not before. Moved ahead before it is sent, so that no other instance takes it meanwhile, and so that one does should this one die.';
COMMENT ON COLUMN delivery.last_status IS 'HTTP status of the last answer; null where there was none.';
COMMENT ON COLUMN delivery.last_error IS 'Why the last attempt failed.';

CREATE INDEX delivery_due ON delivery (webhook, next_at) WHERE state = 'pending';
CREATE INDEX delivery_by_state ON delivery (webhook, state, position);
CREATE INDEX delivery_to_forget ON delivery (delivered_at) WHERE state = 'delivered';
