-- What stood here is a text of breakdown.ContributionSql, through which the planner sees.
DROP FUNCTION IF EXISTS contribution(text, integer, text, timestamptz, text, text[], text[], text[], text, text);
