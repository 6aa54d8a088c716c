package org.gongkai.matrix;

/** A paragraph or a table of a document. */
public sealed interface Block permits Paragraph, Matrix {

  Place place();
}
