/**
 * The catalogue of forms: editions, sections, rows, columns, cells and figures, each with its
 * rules.
 *
 * <p>An edition of the official form is a file of {@code forms/}; a new edition adds a file and no
 * class. What editions say alike stands once, in a file that they {@linkplain
 * org.gongkai.form.Inclusion include}. The same definition drives reading, checking, storing,
 * adding up, the JSON Schema and what is shown to people. A file that contradicts itself stops the
 * start.
 *
 * <p>Real reports mix the editions section by section, so a report's {@linkplain
 * org.gongkai.form.Content content} says for each section which edition it follows, and a
 * {@linkplain org.gongkai.form.Cell cell} is named by its path, which the editions share where they
 * mean the same. A cell holds one {@linkplain org.gongkai.form.Figure figure}: a stated number,
 * blank, not applicable, or something that is no number and is kept as it was stated. Nothing turns
 * one into another.
 *
 * <p>Everything here is plain Java but the resource that serves the catalogue.
 *
 * <p>Others use {@code FormsProducer} to read them ahead, {@code Forms} with {@code Form}, {@code
 * Section}, {@code Layouts}, {@code Row}, {@code RowTree}, {@code Column}, {@code Cell}, {@code
 * CellPath} and {@code CellKind}, {@code Part} with {@code PartRole}; {@code Content} with {@code
 * Figure}, {@code PublicationCount} and {@code Choice}, read by {@code ContentReader} as it comes
 * in and by {@code StoredDocumentReader} as it is kept; {@code PlaceLabels}, {@code FormRole} and
 * {@code Scope}.
 */
@NullMarked
package org.gongkai.form;

import org.jspecify.annotations.NullMarked;
