/**
 * PDF files as tables and paragraphs: tables by their lines, signs by where they stand.
 *
 * <p>A page is drawn without a picture being decoded or a font of the machine being asked; lines
 * make grids, signs fall into their cells, and parts of a table that pages cut are joined. What
 * cannot be read for sure is refused.
 *
 * <p>Others use {@code PdfReader}.
 */
@NullMarked
package org.gongkai.pdf;

import org.jspecify.annotations.NullMarked;
