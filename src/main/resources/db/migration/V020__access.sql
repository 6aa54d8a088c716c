-- The keys by which callers are known. A key is never deleted: revisions name the key that wrote them.

CREATE TABLE api_key (
  id uuid PRIMARY KEY,
  prefix text NOT NULL UNIQUE,
  digest bytea,
  role text NOT NULL,
  organ text REFERENCES organ,
  region text REFERENCES region,
  label text,
  created_at timestamptz NOT NULL,
  created_by uuid REFERENCES api_key,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid REFERENCES api_key,
  last_used_at timestamptz,
  CONSTRAINT api_key_digest_is_sha_256 CHECK (octet_length(digest) = 32),
  CONSTRAINT api_key_role_is_known CHECK (role IN ('organ', 'office', 'reader', 'admin')),
  CONSTRAINT api_key_of_an_organ_names_it CHECK ((role = 'organ') = (organ IS NOT NULL)),
  CONSTRAINT api_key_of_an_office_names_its_region CHECK (role <> 'office' OR region IS NOT NULL),
  CONSTRAINT api_key_region_is_of_office_or_reader CHECK (region IS NULL OR role IN ('office', 'reader')),
  CONSTRAINT api_key_without_digest_is_the_configured_one CHECK (digest IS NOT NULL OR prefix = 'configured'),
  CONSTRAINT api_key_expires_after_it_began CHECK (expires_at > created_at)
);
COMMENT ON TABLE api_key IS 'A key that was given out, or the one that the configuration gives. Rows stay: a revoked or expired key is still the author of what it wrote.';
COMMENT ON COLUMN api_key.prefix IS 'The public part of the key, by which it is looked up and recognised; ''configured'' for the key of the configuration.';
COMMENT ON COLUMN api_key.digest IS 'SHA-256 of the whole key, whose secret part has 200 random bits. Null for the configured key, which people choose and which is therefore not kept here in any form.';
COMMENT ON COLUMN api_key.role IS 'organ, office, reader or admin.';
COMMENT ON COLUMN api_key.organ IS 'The organ that a key of role organ files for.';
COMMENT ON COLUMN api_key.region IS 'The region that an office, or a reader, is bound to with all below; a reader without one reads all.';
COMMENT ON COLUMN api_key.created_by IS 'The key that made it; null where the service itself did.';
COMMENT ON COLUMN api_key.expires_at IS 'From this moment on it is refused; null: never.';
COMMENT ON COLUMN api_key.revoked_at IS 'Since when it is refused for good.';
COMMENT ON COLUMN api_key.last_used_at IS 'Last use, to the minute: written at most once a minute, lest every request writes.';

CREATE INDEX api_key_in_order ON api_key (created_at DESC, id DESC);
CREATE INDEX api_key_by_organ ON api_key (organ) WHERE organ IS NOT NULL;
CREATE INDEX api_key_by_region ON api_key (region) WHERE region IS NOT NULL;
CREATE INDEX api_key_by_creator ON api_key (created_by) WHERE created_by IS NOT NULL;
CREATE INDEX api_key_of_administrators ON api_key (id) WHERE role = 'admin';

CREATE VIEW api_key_placed AS
SELECT k.id, k.prefix, k.digest, k.role, k.organ, k.region,
  coalesce(k.region, (
    SELECT v.region FROM organ_version v WHERE v.organ = k.organ ORDER BY v.valid_from DESC LIMIT 1)) AS place,
  k.label, k.created_at, maker.prefix AS created_by, k.expires_at, k.revoked_at, k.last_used_at
FROM api_key k LEFT JOIN api_key maker ON maker.id = k.created_by;
COMMENT ON VIEW api_key_placed IS 'Each key with its place: its region or, for an organ''s key, where the organ is now or was at last. Whoever keeps that region keeps the key, also after the organ has moved.';

-- A single statement that the planner inlines; it holds no logic of its own.
CREATE FUNCTION api_key_matching(of_role text, of_organ text, under text, keeper text) RETURNS SETOF api_key_placed
  LANGUAGE sql STABLE
AS $$
  SELECT k.* FROM api_key_placed k
  WHERE ($1 IS NULL OR k.role = $1)
    AND ($2 IS NULL OR k.organ = $2)
    AND ($3 IS NULL OR EXISTS (SELECT 1 FROM region_within w WHERE w.region = k.place AND w.within = $3))
    AND ($4 IS NULL OR k.role IN ('organ', 'reader')
      AND EXISTS (SELECT 1 FROM region_within w WHERE w.region = k.place AND w.within = $4))
$$;
COMMENT ON FUNCTION api_key_matching(text, text, text, text) IS 'Keys by role, organ and region (with all below), and, for an office that keeps keys of its region, only those that it keeps; null: any.';
