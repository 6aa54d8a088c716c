package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.recognition.Recognised.FoundCell;
import org.gongkai.recognition.Recognised.LeftOver;
import org.jspecify.annotations.Nullable;

/**
 * A section of the report as it was found.
 *
 * @param edition whose layout it has; null where nothing in it tells
 * @param cells in the order of the form
 * @param units codes of the units that are printed for amounts, by path of the row
 */
record FoundSection(
    String section,
    @Nullable String edition,
    List<FoundCell> cells,
    List<Unit> units,
    List<LeftOver> leftOver) {

  /** The unit that a row states. */
  record Unit(String row, String code) {}

  FoundSection {
    cells = List.copyOf(cells);
    units = List.copyOf(units);
    leftOver = List.copyOf(new ArrayList<>(leftOver));
  }
}
