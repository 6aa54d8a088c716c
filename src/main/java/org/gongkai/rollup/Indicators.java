package org.gongkai.rollup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.problem.Text;

/**
 * The derived indicators, as their file beside the forms says. It is read at the start: an
 * indicator of a row that no form has must not come up.
 */
@Startup
@Singleton
class Indicators {

  private static final String TOTAL = "total";

  /**
   * A ratio of sums.
   *
   * @param column whose sum over the rows of the numerator is taken; the denominator's is {@code
   *     total}
   * @param numerator rows of the section
   * @param denominator rows of the section
   */
  record Indicator(
      String id,
      Text label,
      String section,
      String column,
      List<String> numerator,
      List<String> denominator) {

    @JsonCreator
    static Indicator of(
        @JsonProperty("id") String id,
        @JsonProperty("label") Text label,
        @JsonProperty("section") String section,
        @JsonProperty("column") String column,
        @JsonProperty("numerator") List<String> numerator,
        @JsonProperty("denominator") List<String> denominator) {
      return new Indicator(
          id, label, section, column == null ? TOTAL : column, numerator, denominator);
    }
  }

  private record File(int fewest, List<Indicator> indicators) {}

  private final File file;

  Indicators(Forms forms) {
    file = forms.beside(Forms.INDICATORS, File.class);
    file.indicators().forEach(indicator -> requireKnown(indicator, forms));
  }

  private static void requireKnown(Indicator indicator, Forms forms) {
    Stream.concat(indicator.numerator().stream(), indicator.denominator().stream())
        .filter(row -> forms.all().stream().noneMatch(form -> has(form, indicator.section(), row)))
        .findFirst()
        .ifPresent(
            row -> {
              throw forms.contradictory(
                  Forms.INDICATORS, indicator.id() + " is of a row that no form has: " + row);
            });
  }

  private static boolean has(Form form, String section, String row) {
    return form.section(section).rows().stream().anyMatch(r -> r.id().equals(row));
  }

  List<Indicator> all() {
    return file.indicators();
  }

  /** Sections that indicators are of. */
  List<String> sections() {
    return all().stream().map(Indicator::section).distinct().toList();
  }

  /** Rates of fewer cases are not to be ranked. */
  int fewest() {
    return file.fewest();
  }
}
