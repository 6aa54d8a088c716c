/**
 * Reports and rollups as documents: the official form as Word, web page, PDF, Excel and CSV; the
 * district's own report; correction notices, explanation sheets and reminder letters; two reports
 * side by side.
 *
 * <p>Others use {@code TemplateWorkbook}; documents are asked for by {@code reading.ReportPrinter},
 * which is carried out here.
 */
@NullMarked
package org.gongkai.document;

import org.jspecify.annotations.NullMarked;
