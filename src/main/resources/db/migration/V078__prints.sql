-- A sample of each text, by which copies of it are found. Written with the revision; revisions that were there before have
-- none, and no text is compared with theirs.
ALTER TABLE revision ADD COLUMN prints bytea;
COMMENT ON COLUMN revision.prints IS
  'Hashes of every sixteenth stretch of eight Chinese characters of the text, each once, sorted as signed 32-bit numbers, big-endian; which stretches are hashed depends on their hash alone, so two samples share what the texts share. Null: made before samples were kept.';
ALTER TABLE revision ALTER COLUMN prints SET STATISTICS 0, ALTER COLUMN prints SET STORAGE EXTERNAL;
COMMENT ON COLUMN report.year_findings IS
  'What the rules say of the newest revision beside the registry and other reports; renewed when last year''s report changes.';
