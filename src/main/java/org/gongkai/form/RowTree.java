package org.gongkai.form;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table are added to which, as sums show them: a heading with a printed total row
 * below it is shown as that row.
 */
public record RowTree(List<Row> rows) {

  public RowTree {
    rows = List.copyOf(rows);
  }

  /** Whether a row has sums of its own. */
  public boolean isShown(Row row) {
    return row.role() != FormRole.HEADING || totalOf(row.id()).isEmpty();
  }

  /** The row that another one is added to; null where it is added to none. */
  public @Nullable String above(String id) {
    for (String up = CellPath.parent(id); !up.isEmpty(); up = CellPath.parent(up)) {
      String heading = up;
      boolean known = rows.stream().anyMatch(row -> row.id().equals(heading));
      String shown = totalOf(heading).orElse(heading);
      if (known && !shown.equals(id)) {
        return shown;
      }
    }
    return null;
  }

  /** Whether a leaf belongs to a row: it is the row, or stands below the heading or total. */
  public static boolean isIn(Row leaf, Row row) {
    if (leaf.id().equals(row.id())) {
      return true;
    }
    return switch (row.role()) {
      case LEAF -> false;
      case HEADING -> leaf.isBelow(row.id());
      case TOTAL -> leaf.isBelow(row.parent());
    };
  }

  private Optional<String> totalOf(String heading) {
    return rows.stream()
        .filter(row -> row.role() == FormRole.TOTAL && row.parent().equals(heading))
        .map(Row::id)
        .findFirst();
  }
}
