/**
 * Answers as tables: what is to be had as JSON, CSV, XLSX, JSON-stat and CSVW, and nothing of what
 * stands in them.
 *
 * <p>A {@code Table} has typed columns (code, kind of value, title and description in both
 * languages, whether it tells rows apart) and rows of typed cells; a {@code Cube} says how its rows
 * become dimensions. A room that has a {@code Tabular} answer hands it to {@code TableAnswers},
 * which picks the format, compares the ETag, remembers what was written, and writes to disk. Lists
 * of records, which have no workbook and no cube, go through {@code CsvWriter} by their components.
 *
 * <p>Rows may be more than memory takes: tables are gone through row by row, and a {@code
 * SpilledList} is written down once as JSON, on disk where it is long; a JSON answer takes it over.
 *
 * <p>Others use {@code Tabular} with {@code Table}, {@code TableColumn}, {@code TableRow}, {@code
 * TableCell} and {@code Cube}, {@code TableAnswers}, {@code TableFormat}, {@code ListFormat} with
 * {@code Representation}, {@code CsvWriter} and {@code SpilledList}.
 */
@NullMarked
package org.gongkai.table;

import org.jspecify.annotations.NullMarked;
