-- A reader sees the figures of single organs once they are published, unless its key says otherwise.

ALTER TABLE api_key
  ADD COLUMN unpublished boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT api_key_sees_unpublished_as_reader CHECK (NOT unpublished OR role = 'reader');
COMMENT ON COLUMN api_key.unpublished IS 'Of a reader: whether it sees single organs'' figures of reports that are not published, too. Offices and administrators do anyway.';
