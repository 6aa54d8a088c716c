package org.gongkai.form;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;

/** What a row or a column is for. */
@Schema(name = "FormRole", description = "What a row or a column is for. / 行、列的作用。")
public enum FormRole implements WireCode {
  /** Holds figures that rollups add. */
  LEAF,
  /** Holds figures that must equal a sum of leaves; rollups compute it. */
  TOTAL,
  /** Holds no figures; stands over the rows with ids that begin with its own. */
  HEADING;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
