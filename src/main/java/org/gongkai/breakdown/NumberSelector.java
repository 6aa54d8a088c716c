package org.gongkai.breakdown;

import java.util.List;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a number of a rollup is added up from.
 *
 * @param section of the form, or {@code publications}
 * @param row as the rollup has it; null for publications
 * @param column as the rollup has it; null for publications
 * @param channel code of the channel; null for the stated totals, and for a table
 * @param unit what a channel counts; null for a table
 * @param cells the leaf cells; none for publications
 */
public record NumberSelector(
    String section,
    @Nullable String row,
    @Nullable String column,
    @Nullable String channel,
    @Nullable String unit,
    Text label,
    List<Addend> cells) {

  public static final String PUBLICATIONS = "publications";

  /**
   * A leaf cell in an edition that has it.
   *
   * @param edition null for a cell in a unit that reports state themselves, which no edition has
   * @param layout the edition that has the cell, in whatever unit
   */
  record Addend(String path, @Nullable String edition, String layout, Text label) {}

  String[] paths() {
    return cells.stream().map(Addend::path).toArray(String[]::new);
  }

  String[] editions() {
    return cells.stream().map(Addend::edition).toArray(String[]::new);
  }

  public String[] layouts() {
    return cells.stream().map(Addend::layout).toArray(String[]::new);
  }

  /** Whether it is of publications, which have channels and no cells. */
  boolean isChannel() {
    return section.equals(PUBLICATIONS);
  }

  /** Whether it is a total or a heading: more than one cell of a report. */
  public boolean isComputed() {
    return cells.stream().map(Addend::path).distinct().count() > 1;
  }

  /** What a cell is called, as the newest edition that has it prints it. */
  Text labelOf(String path) {
    return cells.stream()
        .filter(cell -> cell.path().equals(path))
        .findFirst()
        .map(Addend::label)
        .orElse(label);
  }
}
