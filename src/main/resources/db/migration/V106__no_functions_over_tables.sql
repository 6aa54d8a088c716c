-- What these functions read stands in the statements that ask for it, as text or as a view.
DROP FUNCTION organ_standing(integer, text, date);
DROP FUNCTION organ_duty(text[]);
DROP FUNCTION revision_said(bigint, integer);
DROP FUNCTION report_counted(text, timestamptz);
DROP FUNCTION report_at(timestamptz);
DROP FUNCTION tally_place(text, text);
DROP FUNCTION tally_place_of(text, text, text);
DROP FUNCTION tally_reads_below(text, text);
