package org.gongkai.matrix;

import java.util.Locale;
import org.gongkai.problem.WireCode;

/** The kinds of files that are read. */
public enum FileKind implements WireCode {
  DOCX,
  DOC,
  HTML,
  XLSX,
  PDF,
  TEXT;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
