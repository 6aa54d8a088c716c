package org.gongkai.difference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gongkai.form.Content;
import org.gongkai.form.Documents;
import org.gongkai.problem.Language;

/** Two documents beside each other, for tests. */
public final class SideBySides {

  private static final SideBySide SIDE_BY_SIDE = new SideBySide(Documents.FORMS);

  private SideBySides() {}

  public static SideBySideView of(ObjectNode first, ObjectNode second) {
    return SIDE_BY_SIDE.of(compared(1, first), compared(2, second), Language.ZH);
  }

  private static SideBySide.Compared compared(long id, ObjectNode document) {
    Content content = Documents.read(document);
    return new SideBySide.Compared(
        new SideBySideView.ReportSide(
            id, 1, content.organ(), "机关", content.year(), content.scope()),
        content);
  }
}
