package org.gongkai.difference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.gongkai.form.Figure;
import org.gongkai.form.PublicationCount;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * How two revisions of a report differ, each list in the order of the form. Organ, year and scope
 * are the same in all revisions.
 *
 * @param editions sections that follow another edition
 * @param nil sections that are said to be nil in one of the two only
 * @param units amounts whose stated unit differs
 * @param cells figures that differ, by path, whatever the edition
 * @param publications channels that differ; the stated total is the one without a channel
 * @param narrative parts whose text differs
 */
public record Differences(
    List<Edition> editions,
    List<Nil> nil,
    List<Unit> units,
    List<Cell> cells,
    List<Publication> publications,
    List<Narrative> narrative) {

  /** A section that follows another edition than before. */
  public record Edition(String section, Text label, String from, String to) {}

  /** A section that is said to be nil, or no longer. */
  public record Nil(String section, Text label, boolean to) {}

  /**
   * The unit that an amount is stated in.
   *
   * @param path of the row
   * @param from code of the unit, or null
   * @param to code of the unit, or null
   */
  public record Unit(String path, Text label, @Nullable String from, @Nullable String to) {}

  /**
   * A cell.
   *
   * @param from what it stated; null where the edition that was followed has no such cell
   * @param to what it states; null where the edition that is followed has no such cell
   * @param fromRemark what stood beside it, or null
   * @param toRemark what stands beside it, or null
   * @param difference where both are numbers of one unit, else null
   */
  public record Cell(
      String path,
      Text label,
      @Nullable Figure from,
      @Nullable Figure to,
      @Nullable String fromRemark,
      @Nullable String toRemark,
      @Nullable BigDecimal difference) {}

  /**
   * What was published through a channel.
   *
   * @param from null where there was no such entry
   * @param to null where there is no such entry
   * @param difference where both are numbers, else null
   */
  public record Publication(
      @Nullable PublicationCount from,
      @Nullable PublicationCount to,
      @Nullable BigDecimal difference) {

    /** The one of the two that is there. */
    PublicationCount any() {
      return to == null ? Objects.requireNonNull(from) : to;
    }

    boolean isTotal() {
      return any().channel() == null;
    }
  }

  /** A part of the text. */
  public record Narrative(String part, Text label, List<TextChange> changes) {}

  /**
   * One or more sentences that follow each other.
   *
   * @param from to the letter; null where there were none
   * @param to to the letter; null where there are none
   */
  public record TextChange(@Nullable String from, @Nullable String to) {}

  /** The change from one figure to the other; null unless both are numbers. */
  static @Nullable BigDecimal difference(@Nullable Figure from, @Nullable Figure to) {
    return from instanceof Figure.Stated before && to instanceof Figure.Stated now
        ? new Figure.Stated(now.number().subtract(before.number())).number()
        : null;
  }
}
