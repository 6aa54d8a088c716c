-- Who did what and when, and who was refused. What is written here can be added to and read, by nobody changed:
-- R__rights.sql takes the rights to change and to delete away from the service's role.

CREATE TABLE audit (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at            timestamptz NOT NULL,
  action        text        NOT NULL,
  outcome       text        NOT NULL CHECK (outcome IN ('done', 'refused')),
  status        smallint    NOT NULL,
  problem       text,
  role          text,
  caller        text,
  caller_organ  text,
  caller_region text,
  organ         text,
  region        text,
  report        bigint,
  method        text        NOT NULL,
  path          text        NOT NULL,
  address       text
);
COMMENT ON TABLE audit IS
  'Every write, in the transaction of the write itself, and every refused attempt. Append-only.';
COMMENT ON COLUMN audit.action IS 'The operation, as the contract names it (operationId).';
COMMENT ON COLUMN audit.problem IS 'Code of the problem that a refusal was answered with.';
COMMENT ON COLUMN audit.caller IS 'Label and prefix of the key, or name and subject of the token; null where there was none that is known.';
COMMENT ON COLUMN audit.caller_region IS 'The region of the caller or of the caller''s organ at the time.';
COMMENT ON COLUMN audit.organ IS 'The organ that it was about, where it was about one.';
COMMENT ON COLUMN audit.region IS 'The region that it was about, where it was about one.';
COMMENT ON COLUMN audit.address IS 'The address that the request came from.';

CREATE INDEX audit_by_region ON audit (region, id);
CREATE INDEX audit_by_caller_region ON audit (caller_region, id);
CREATE INDEX audit_by_report ON audit (report, id) WHERE report IS NOT NULL;

CREATE TABLE idempotency (
  id          bytea       PRIMARY KEY CHECK (octet_length(id) = 32),
  fingerprint bytea       NOT NULL,
  status      smallint    NOT NULL,
  headers     jsonb       NOT NULL,
  answer      bytea       NOT NULL,
  made_at     timestamptz NOT NULL
);
CREATE INDEX idempotency_by_age ON idempotency (made_at);
COMMENT ON TABLE idempotency IS 'Answers to requests that named themselves by an Idempotency-Key, kept for a day.';
COMMENT ON COLUMN idempotency.id IS 'SHA-256 of the caller and the key.';
COMMENT ON COLUMN idempotency.fingerprint IS 'SHA-256 of method, address and body.';
COMMENT ON COLUMN idempotency.answer IS 'The body, encrypted with a key that is derived from the caller''s Idempotency-Key, for it can hold a secret that is shown once.';
