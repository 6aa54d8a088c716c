-- Callers that are not keys: tokens of an identity provider, which have no row of their own. Keys that
-- take the place of others. And how many requests each caller has left.

ALTER TABLE api_key
  ADD COLUMN created_by_name text,
  ADD COLUMN revoked_by_name text,
  ADD COLUMN rotated_from uuid REFERENCES api_key,
  ADD COLUMN rotated_at timestamptz,
  ADD COLUMN granted_until timestamptz,
  ADD CONSTRAINT api_key_has_one_maker CHECK (created_by IS NULL OR created_by_name IS NULL),
  ADD CONSTRAINT api_key_has_one_revoker CHECK (revoked_by IS NULL OR revoked_by_name IS NULL);
COMMENT ON COLUMN api_key.created_by IS 'The key that made it; null where a token''s bearer or the service itself did.';
COMMENT ON COLUMN api_key.created_by_name IS 'Name and subject of the token''s bearer who made it.';
COMMENT ON COLUMN api_key.revoked_by IS 'The key that revoked it; null where a token''s bearer or the service itself did.';
COMMENT ON COLUMN api_key.revoked_by_name IS 'Name and subject of the token''s bearer who revoked it.';
COMMENT ON COLUMN api_key.rotated_from IS 'The key that this one takes the place of.';
COMMENT ON COLUMN api_key.rotated_at IS 'When it first got a successor.';
COMMENT ON COLUMN api_key.granted_until IS 'Of a rotated key, what expires_at was before: its successors end then, lest a key prolong itself.';

CREATE INDEX api_key_by_revoker ON api_key (revoked_by) WHERE revoked_by IS NOT NULL;
CREATE INDEX api_key_by_predecessor ON api_key (rotated_from) WHERE rotated_from IS NOT NULL;

CREATE OR REPLACE VIEW api_key_placed AS
SELECT k.id, k.prefix, k.digest, k.role, k.organ, k.region,
  coalesce(k.region, (
    SELECT v.region FROM organ_version v WHERE v.organ = k.organ ORDER BY v.valid_from DESC LIMIT 1)) AS place,
  k.label, k.created_at, coalesce(maker.prefix, k.created_by_name) AS created_by, k.expires_at, k.revoked_at,
  k.last_used_at, coalesce(revoker.prefix, k.revoked_by_name) AS revoked_by, k.rotated_from
FROM api_key k
  LEFT JOIN api_key maker ON maker.id = k.created_by
  LEFT JOIN api_key revoker ON revoker.id = k.revoked_by;

-- Not worth a flush to disk at every count, nor a place in a backup: after a crash everybody starts full.
CREATE UNLOGGED TABLE rate_bucket (
  id text PRIMARY KEY,
  state bytea,
  expires_at bigint
);
COMMENT ON TABLE rate_bucket IS 'What is left of each caller''s requests of the minute, for all instances together; written by the library bucket4j. Empty after a crash, which does no harm.';
COMMENT ON COLUMN rate_bucket.id IS 'Kind of the caller, the key''s id or the token''s subject, and the limit that it was made with.';
COMMENT ON COLUMN rate_bucket.state IS 'As bucket4j writes it.';
COMMENT ON COLUMN rate_bucket.expires_at IS 'Milliseconds since 1970: from then on it is full again and may be deleted.';
