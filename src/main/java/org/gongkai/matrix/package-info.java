/**
 * Files as tables and paragraphs: one model for Word, web pages, Excel, PDF and plain text.
 *
 * <p>Nothing here knows a form. A reader of a format makes a {@link
 * org.gongkai.matrix.PrintedDocument}: what the file shows, in the order of reading, each piece
 * with its place. What cannot be read wholly is refused with the reason ({@link
 * org.gongkai.matrix.UnreadableFile}); nothing is guessed.
 *
 * <p>Others use {@code DocumentReaders}, {@code PrintedDocument} with {@code Block}, {@code
 * Matrix}, {@code Paragraph} and {@code Place}, {@code FileKind} and {@code UnreadableFile}; a
 * format that has a room of its own is a {@code DocumentReader}.
 */
@NullMarked
package org.gongkai.matrix;

import org.jspecify.annotations.NullMarked;
