-- What the role that the service works with may do. It need not own the tables: with QUARKUS_FLYWAY_USERNAME another
-- role owns and migrates them, as in the embedded database. Run again whenever this file or the role's name changes.
DO $$
DECLARE
  service text := coalesce(nullif('${service}', ''), current_user);
  kept text;
BEGIN
  IF service <> current_user THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), service);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I', current_schema(), service);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', current_schema(), service);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I', current_schema(), service);
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO %I', current_schema(), service);
    -- An owner needs the right to lock what other tables refer to, so this one is for a role that is none.
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON revision FROM %I', service);
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM %I', service);
  END IF;
  -- History is never changed.
  FOREACH kept IN ARRAY ARRAY['audit', 'report_event', 'remark', 'receipt', 'figure', 'publication', 'verification'] LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %I', kept, service);
  END LOOP;
  EXECUTE format('REVOKE DELETE, TRUNCATE ON revision FROM %I', service);
  -- But words can be taken out: they are masked, or a draft that was never handed in is discarded. Digests, numbers, authors and times stay.
  EXECUTE format('GRANT UPDATE (document, shingles, findings, reason, redaction) ON revision TO %I', service);
  EXECUTE format('GRANT UPDATE (reason, detail) ON report_event TO %I', service);
  EXECUTE format('GRANT UPDATE (reason, about) ON remark TO %I', service);
  EXECUTE format('GRANT UPDATE (name, found, finding) ON verification TO %I', service);
END
$$;
