-- Comments that said less than is so: whoever has a token is an author as well.
COMMENT ON COLUMN calendar.author IS 'Who changed it last: the prefix and label of the API key, or name and subject of the token.';
COMMENT ON COLUMN extension.author IS 'Who granted it: the prefix and label of the API key, or name and subject of the token.';
COMMENT ON COLUMN exemption.author IS 'Who granted it: the prefix and label of the API key, or name and subject of the token.';
COMMENT ON COLUMN revision.author IS 'Who filed it: the prefix and label of the API key, or name and subject of the token.';
COMMENT ON COLUMN rehearsal.author IS 'Who asked for it: the prefix and label of the API key, or name and subject of the token.';
COMMENT ON COLUMN import.author IS 'Who sent it: the prefix and label of the API key, or name and subject of the token.';
COMMENT ON COLUMN verification.author IS 'Who did it: the prefix and label of the API key, or name and subject of the token.';
COMMENT ON COLUMN rehearsal_finding.change IS 'appearing: only the rules of the file make it; disappearing: only the rules in force do.';
COMMENT ON COLUMN tally_delta.region IS 'The region of the organs whose sums it changes.';
COMMENT ON COLUMN tally_delta_below.region IS 'The region of the organs whose sums it changes.';
