package org.gongkai.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;

/**
 * A table as a cube: what tells its rows apart are the axes, and the numbers of a row are along the
 * last dimension.
 *
 * @param label what the numbers are
 * @param axes in order; the last one changes fastest
 * @param measures the dimension of the columns that hold numbers
 * @param status what must be known of a number, as a code, beside the number itself
 * @param extension what else is said, as JSON has it
 */
public record Cube(
    String label,
    Table table,
    List<Axis> axes,
    Measures measures,
    BiFunction<TableRow, TableColumn, Optional<String>> status,
    Object extension) {

  private static final int MOST = 20_000;

  /**
   * What the measures are called together.
   *
   * @param parent the code of the measure that adds one up; null where none does
   */
  public record Measures(String id, String label, Function<TableColumn, @Nullable String> parent) {}

  /**
   * A dimension.
   *
   * @param role null where it is neither time nor place
   * @param categories that it has whether or not any row is of them, in order: names by code
   * @param of which category a row is of
   */
  public record Axis(
      String id,
      @Nullable Role role,
      String label,
      Map<String, String> categories,
      Function<TableRow, Category> of) {}

  /**
   * A category.
   *
   * @param parent the code of the one that adds it up; null where none does
   */
  public record Category(@Nullable String code, @Nullable String label, @Nullable String parent) {}

  /** What a dimension is of, for programs that draw. */
  public enum Role {
    TIME,
    GEO
  }

  /**
   * Refuses what has too many rows or places: a cube has a cell for each of its combinations, and
   * is at hand as a whole.
   */
  public static void requireFits(int rows, int places) {
    if (rows > MOST || places > MOST) {
      throw ProblemException.of(
          ProblemType.ANSWER_TOO_LARGE,
          new Text(
                  "该查询的行数超过 %s，无法以 jsonstat 给出；请用 format=csv，或缩小地区或年度范围。",
                  "More than %s rows are too many for jsonstat; ask for format=csv, or for fewer"
                      + " regions or years.")
              .with(MOST));
    }
  }
}
