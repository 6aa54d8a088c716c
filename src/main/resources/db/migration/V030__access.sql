-- The keys by which callers are known, and how many requests each caller has left. A key is never deleted: revisions
-- name the key that wrote them. Bearers of an identity provider's tokens have no row.

CREATE TABLE api_key (
  id uuid NOT NULL,
  prefix text NOT NULL,
  digest bytea,
  role text NOT NULL,
  organ text,
  region text,
  label text,
  created_at timestamptz NOT NULL,
  created_by uuid,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  last_used_at timestamptz,
  created_by_name text,
  revoked_by_name text,
  rotated_from uuid,
  rotated_at timestamptz,
  granted_until timestamptz,
  unpublished boolean NOT NULL DEFAULT false,
  CONSTRAINT api_key_pkey PRIMARY KEY (id),
  CONSTRAINT api_key_prefix_key UNIQUE (prefix),
  CONSTRAINT api_key_organ_fkey FOREIGN KEY (organ) REFERENCES organ,
  CONSTRAINT api_key_region_fkey FOREIGN KEY (region) REFERENCES region,
  CONSTRAINT api_key_created_by_fkey FOREIGN KEY (created_by) REFERENCES api_key,
  CONSTRAINT api_key_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES api_key,
  CONSTRAINT api_key_rotated_from_fkey FOREIGN KEY (rotated_from) REFERENCES api_key,
  CONSTRAINT api_key_digest_is_sha_256 CHECK (octet_length(digest) = 32),
  CONSTRAINT api_key_role_is_known CHECK (role IN ('organ', 'office', 'reader', 'admin')),
  CONSTRAINT api_key_of_an_organ_names_it CHECK ((role = 'organ') = (organ IS NOT NULL)),
  CONSTRAINT api_key_of_an_office_names_its_region CHECK (role <> 'office' OR region IS NOT NULL),
  CONSTRAINT api_key_region_is_of_office_or_reader CHECK (region IS NULL OR role IN ('office', 'reader')),
  CONSTRAINT api_key_without_digest_is_the_configured_one CHECK (digest IS NOT NULL OR prefix = 'configured'),
  CONSTRAINT api_key_expires_after_it_began CHECK (expires_at > created_at),
  CONSTRAINT api_key_has_one_maker CHECK (created_by IS NULL OR created_by_name IS NULL),
  CONSTRAINT api_key_has_one_revoker CHECK (revoked_by IS NULL OR revoked_by_name IS NULL),
  CONSTRAINT api_key_sees_unpublished_as_reader CHECK (NOT unpublished OR role = 'reader')
);
COMMENT ON TABLE api_key IS 'A key that was given out, or the one that the configuration gives. Rows stay: a revoked or expired key is still the author of what it wrote.';
COMMENT ON COLUMN api_key.id IS 'Identifies the key to those who manage it; not a secret.';
COMMENT ON COLUMN api_key.prefix IS 'The public part of the key, by which it is looked up and recognised; ''configured'' for the key of the configuration.';
COMMENT ON COLUMN api_key.digest IS 'SHA-256 of the whole key, whose secret part has 200 random bits. Null for the configured key, which people choose and which is therefore not kept here in any form.';
COMMENT ON COLUMN api_key.role IS 'organ, office, reader or admin.';
COMMENT ON COLUMN api_key.organ IS 'The organ that a key of role organ files for.';
COMMENT ON COLUMN api_key.region IS 'The region that an office, or a reader, is bound to with all below; a reader without one reads all.';
COMMENT ON COLUMN api_key.label IS 'What people call it, such as the system that uses it.';
COMMENT ON COLUMN api_key.created_at IS 'When it was made.';
COMMENT ON COLUMN api_key.created_by IS 'The key that made it; null where a token''s bearer or the service itself did.';
COMMENT ON COLUMN api_key.expires_at IS 'From this moment on it is refused; null: never.';
COMMENT ON COLUMN api_key.revoked_at IS 'Since when it is refused for good.';
COMMENT ON COLUMN api_key.revoked_by IS 'The key that revoked it; null where a token''s bearer or the service itself did.';
COMMENT ON COLUMN api_key.last_used_at IS 'Last use, to the minute: written at most once a minute, lest every request writes.';
COMMENT ON COLUMN api_key.created_by_name IS 'Name and subject of the token''s bearer who made it.';
COMMENT ON COLUMN api_key.revoked_by_name IS 'Name and subject of the token''s bearer who revoked it.';
COMMENT ON COLUMN api_key.rotated_from IS 'The key that this one takes the place of.';
COMMENT ON COLUMN api_key.rotated_at IS 'When it first got a successor.';
COMMENT ON COLUMN api_key.granted_until IS 'Of a rotated key, what expires_at was before: its successors end then, lest a key prolong itself.';
COMMENT ON COLUMN api_key.unpublished IS 'Of a reader: whether it sees single organs'' figures of reports that are not published, too. Offices and administrators do anyway.';

CREATE INDEX api_key_in_order ON api_key (created_at DESC, id DESC);
CREATE INDEX api_key_by_organ ON api_key (organ) WHERE organ IS NOT NULL;
CREATE INDEX api_key_by_region ON api_key (region) WHERE region IS NOT NULL;
CREATE INDEX api_key_by_creator ON api_key (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX api_key_of_administrators ON api_key (id) WHERE role = 'admin';
CREATE INDEX api_key_by_revoker ON api_key (revoked_by) WHERE revoked_by IS NOT NULL;
CREATE INDEX api_key_by_predecessor ON api_key (rotated_from) WHERE rotated_from IS NOT NULL;

-- Not worth a flush to disk at every count, nor a place in a backup: after a crash everybody starts full.
CREATE UNLOGGED TABLE rate_bucket (
  id text NOT NULL,
  state bytea,
  expires_at bigint,
  CONSTRAINT rate_bucket_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE rate_bucket IS 'What is left of each caller''s requests of the minute, for all instances together; written by the library bucket4j. Empty after a crash, which does no harm.';
COMMENT ON COLUMN rate_bucket.id IS 'Kind of the caller, the key''s id or the token''s subject, and the limit that it was made with.';
COMMENT ON COLUMN rate_bucket.state IS 'As bucket4j writes it.';
COMMENT ON COLUMN rate_bucket.expires_at IS 'Milliseconds since 1970: from then on it is full again and may be deleted.';
