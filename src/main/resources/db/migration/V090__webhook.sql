-- Those who are told of changes at an address, and what is on its way to them.

CREATE TABLE webhook (
  id uuid NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  url text NOT NULL,
  secret bytea NOT NULL,
  kinds text[],
  role text NOT NULL,
  region text,
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'active',
  disabled_by text,
  position bigint NOT NULL,
  CONSTRAINT webhook_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_number_key UNIQUE (number),
  CONSTRAINT webhook_region_fkey FOREIGN KEY (region) REFERENCES region,
  CONSTRAINT webhook_created_by_fkey FOREIGN KEY (created_by) REFERENCES api_key,
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
COMMENT ON COLUMN webhook.id IS 'Identifies it in the API.';
COMMENT ON COLUMN webhook.number IS 'The order in which they were made, for lists.';
COMMENT ON COLUMN webhook.url IS 'Where deliveries are sent to.';
COMMENT ON COLUMN webhook.secret IS 'What messages are signed with; both sides need it as it is, so it cannot be a digest.';
COMMENT ON COLUMN webhook.kinds IS 'Only changes of these kinds; null: of all.';
COMMENT ON COLUMN webhook.role IS 'The role of the key that made it: with region, what it may be told of. A key never changes either.';
COMMENT ON COLUMN webhook.region IS 'The region of the key that made it; null where it is bound to none.';
COMMENT ON COLUMN webhook.created_by IS 'The key that made it. When the key ends, so does the webhook.';
COMMENT ON COLUMN webhook.created_by_name IS 'How people know that key.';
COMMENT ON COLUMN webhook.created_at IS 'When it was made.';
COMMENT ON COLUMN webhook.state IS 'active or disabled.';
COMMENT ON COLUMN webhook.disabled_by IS 'receiver: it answered 410 Gone; key: the key was revoked or has expired.';
COMMENT ON COLUMN webhook.position IS 'The last change that deliveries were made of, where it is wanted and may be seen.';

CREATE INDEX webhook_by_creator ON webhook (created_by, number);

CREATE TABLE delivery (
  webhook uuid NOT NULL,
  position bigint NOT NULL,
  state text NOT NULL DEFAULT 'pending',
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz,
  last_status integer,
  last_error text,
  delivered_at timestamptz,
  CONSTRAINT delivery_pkey PRIMARY KEY (webhook, position),
  CONSTRAINT delivery_webhook_fkey FOREIGN KEY (webhook) REFERENCES webhook ON DELETE CASCADE,
  CONSTRAINT delivery_position_fkey FOREIGN KEY (position) REFERENCES change,
  CONSTRAINT delivery_state_is_known CHECK (state IN ('pending', 'delivered', 'dead')),
  CONSTRAINT delivery_pending_has_a_time CHECK ((state = 'pending') = (next_at IS NOT NULL)),
  CONSTRAINT delivery_delivered_has_a_time CHECK ((state = 'delivered') = (delivered_at IS NOT NULL))
);
COMMENT ON TABLE delivery IS 'One change on its way to one webhook.';
COMMENT ON COLUMN delivery.webhook IS 'Where it goes.';
COMMENT ON COLUMN delivery.position IS 'The change that it tells of.';
COMMENT ON COLUMN delivery.state IS 'pending: to be sent, or to be sent again; delivered: answered with success; dead: given up.';
COMMENT ON COLUMN delivery.attempts IS 'How often it was begun to send. Whoever sends it knows the number: a result of an earlier attempt that comes late counts for nothing, unless it is a success.';
COMMENT ON COLUMN delivery.next_at IS 'Not before. Moved ahead before it is sent, so that no other instance takes it meanwhile, and so that one does should this one die.';
COMMENT ON COLUMN delivery.last_status IS 'HTTP status of the last answer; null where there was none.';
COMMENT ON COLUMN delivery.last_error IS 'Why the last attempt failed.';
COMMENT ON COLUMN delivery.delivered_at IS 'When the receiver answered with success.';

CREATE INDEX delivery_due ON delivery (webhook, next_at) WHERE state = 'pending';
CREATE INDEX delivery_by_state ON delivery (webhook, state, position);
CREATE INDEX delivery_to_forget ON delivery (delivered_at) WHERE state = 'delivered';
