package org.gongkai.form;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;

/** What a part of the text is in the report as it is printed. */
@Schema(name = "FormPartRole", description = "What a part of the text is. / 文字部分的作用。")
public enum PartRole implements WireCode {
  /** What the report is called. */
  TITLE,
  /** What stands before the first section: on what ground the report is made. */
  INTRODUCTION,
  /** What a section says. */
  BODY,
  /** The heading of a section as it is printed; the part's id ends with what it stands over. */
  HEADING,
  /** Who signs the report. */
  SIGNER,
  /** The day under the report. */
  DATE;

  /** Whether it is a text, and not one line that every report has. */
  public boolean isText() {
    return this == INTRODUCTION || this == BODY;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
