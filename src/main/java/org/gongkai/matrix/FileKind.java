package org.gongkai.matrix;

/** The kinds of files that are read. */
public enum FileKind {
  DOCX,
  DOC,
  HTML,
  XLSX,
  PDF,
  TEXT
}
