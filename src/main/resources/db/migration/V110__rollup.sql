-- Which cells an edition of the form has, where SQL can see it: a report whose section follows an edition without a
-- cell neither states nor leaves it blank. For the views of schema bi; filled from the form files at start.

CREATE TABLE form_edition (
  edition text NOT NULL,
  first_year integer NOT NULL,
  CONSTRAINT form_edition_pkey PRIMARY KEY (edition)
);
COMMENT ON TABLE form_edition IS 'Editions of the form. Filled from the form files at start, for those who ask in SQL.';
COMMENT ON COLUMN form_edition.edition IS 'Its name, such as 2021.';
COMMENT ON COLUMN form_edition.first_year IS 'First report year that the edition is in force for; until the next one is.';

CREATE TABLE form_cell (
  edition text NOT NULL,
  cell smallint NOT NULL,
  CONSTRAINT form_cell_pkey PRIMARY KEY (edition, cell),
  CONSTRAINT form_cell_edition_fkey FOREIGN KEY (edition) REFERENCES form_edition,
  CONSTRAINT form_cell_cell_fkey FOREIGN KEY (cell) REFERENCES cell
);
COMMENT ON TABLE form_cell IS 'The leaf cells of each edition, those with a unit that reports state themselves included. Filled from the form files at start.';
COMMENT ON COLUMN form_cell.edition IS 'The edition.';
COMMENT ON COLUMN form_cell.cell IS 'A leaf cell that it has.';

CREATE TABLE form_layout (
  section text NOT NULL,
  edition text NOT NULL,
  in_force text NOT NULL,
  CONSTRAINT form_layout_pkey PRIMARY KEY (section, edition, in_force),
  CONSTRAINT form_layout_edition_fkey FOREIGN KEY (edition) REFERENCES form_edition,
  CONSTRAINT form_layout_in_force_fkey FOREIGN KEY (in_force) REFERENCES form_edition
);
COMMENT ON TABLE form_layout IS 'Where a section is laid out otherwise in an edition than in another one: a row has other columns or is not there. Filled from the form files at start.';
COMMENT ON COLUMN form_layout.section IS 'Section of the form.';
COMMENT ON COLUMN form_layout.edition IS 'The edition that a report follows.';
COMMENT ON COLUMN form_layout.in_force IS 'The edition that it is held against.';
