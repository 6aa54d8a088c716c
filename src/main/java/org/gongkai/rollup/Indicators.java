package org.gongkai.rollup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The derived indicators, as their file beside the forms says. It is read at the start: an
 * indicator of a row that no form has must not come up.
 */
@Startup
@Singleton
class Indicators {

  private static final String TOTAL = "total";

  /** A way of counting, where several are in use. */
  record Method(String id, Text label) {}

  /**
   * A ratio of sums.
   *
   * @param column whose sum over the rows of the numerator is taken; the denominator's is {@code
   *     total}
   * @param numerator rows of the section
   * @param denominator rows of the section
   * @param definition what it measures
   * @param article that it rests on, where the rows of the form name none; or null
   * @param method by which it is counted; null where only one is in use
   */
  record Indicator(
      String id,
      Text label,
      String section,
      String column,
      List<String> numerator,
      List<String> denominator,
      Text definition,
      @Nullable String article,
      @Nullable String method) {}

  /** An indicator as the file has it: the way that is given unless another is asked for first. */
  private record Written(Indicator usual, List<Indicator> otherwise) {

    @JsonCreator
    static Written of(
        @JsonProperty("id") String id,
        @JsonProperty("label") Text label,
        @JsonProperty("section") String section,
        @JsonProperty("column") @Nullable String column,
        @JsonProperty("numerator") List<String> numerator,
        @JsonProperty("denominator") List<String> denominator,
        @JsonProperty("definition") Text definition,
        @JsonProperty("article") @Nullable String article,
        @JsonProperty("method") @Nullable String method,
        @JsonProperty("otherwise") @Nullable List<Otherwise> otherwise) {
      Indicator usual =
          new Indicator(
              id,
              label,
              section,
              column == null ? TOTAL : column,
              numerator,
              denominator,
              definition,
              article,
              method);
      return new Written(
          usual,
          otherwise == null ? List.of() : otherwise.stream().map(o -> o.than(usual)).toList());
    }

    Stream<Indicator> ways() {
      return Stream.concat(Stream.of(usual), otherwise.stream());
    }
  }

  /** What is different when it is counted in another way; the rest is null. */
  private record Otherwise(
      String method,
      @Nullable List<String> numerator,
      @Nullable List<String> denominator,
      Text definition) {

    Indicator than(Indicator usual) {
      return new Indicator(
          usual.id(),
          usual.label(),
          usual.section(),
          usual.column(),
          numerator == null ? usual.numerator() : numerator,
          denominator == null ? usual.denominator() : denominator,
          definition,
          usual.article(),
          method);
    }
  }

  private record File(int fewest, @Nullable List<Method> methods, List<Written> indicators) {}

  private final int fewest;
  private final Map<String, Method> methods = new LinkedHashMap<>();
  private final List<Written> indicators;

  Indicators(Forms forms) {
    File file = forms.beside(Forms.INDICATORS, File.class);
    fewest = file.fewest();
    indicators = file.indicators();
    (file.methods() == null ? List.<Method>of() : file.methods())
        .forEach(method -> methods.put(method.id(), method));
    indicators.stream()
        .flatMap(Written::ways)
        .forEach(
            indicator -> {
              requireKnown(indicator, forms);
              requireSaid(indicator, forms);
            });
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

  private void requireSaid(Indicator indicator, Forms forms) {
    if (indicator.definition() == null) {
      throw forms.contradictory(Forms.INDICATORS, indicator.id() + " has no definition");
    }
    if (indicator.method() != null && !methods.containsKey(indicator.method())) {
      throw forms.contradictory(
          Forms.INDICATORS, indicator.id() + " has an unknown method: " + indicator.method());
    }
  }

  private static boolean has(Form form, String section, String row) {
    return form.knownSection(section).rows().stream().anyMatch(r -> r.id().equals(row));
  }

  /**
   * Each indicator, counted in the way that is asked for where it knows that, else as is usual.
   *
   * @param asked methods, as {@link #chosen} has read them
   */
  List<Indicator> all(Set<String> asked) {
    return indicators.stream()
        .map(
            written ->
                written.otherwise().stream()
                    .filter(other -> asked.contains(other.method()))
                    .findFirst()
                    .orElse(written.usual()))
        .toList();
  }

  /** The ways in which an indicator can be counted, the usual one first; none where it is one. */
  List<Method> methodsOf(String indicator) {
    return indicators.stream()
        .filter(written -> written.usual().id().equals(indicator))
        .flatMap(Written::ways)
        .filter(way -> way.method() != null)
        .map(way -> methods.get(way.method()))
        .toList();
  }

  /**
   * Reads which methods are asked for.
   *
   * @param asked as they were sent, or null
   * @throws ProblemException {@code invalid-request} where one is not known, or two are of the same
   *     indicator
   */
  Set<String> chosen(@Nullable List<String> asked) {
    Set<String> chosen = new LinkedHashSet<>();
    for (String method : asked == null ? List.<String>of() : asked) {
      if (!methods.containsKey(method)) {
        String known = String.join(", ", methods.keySet());
        throw ProblemException.invalid(
            Violation.at("?method", "须为：" + known + "。", "One of: " + known + "."));
      }
      chosen.add(method);
    }
    for (Written written : indicators) {
      List<String> both = written.ways().map(Indicator::method).filter(chosen::contains).toList();
      if (both.size() > 1) {
        String two = String.join(", ", both);
        throw ProblemException.invalid(
            Violation.at(
                "?method",
                "同一指标只能选一种：" + two + "。",
                "One of those of the same indicator: " + two + "."));
      }
    }
    return chosen;
  }

  /** Sections that indicators are of. */
  List<String> sections() {
    return new ArrayList<>(indicators.stream().map(w -> w.usual().section()).distinct().toList());
  }

  /** Rates of fewer cases are not to be ranked. */
  int fewest() {
    return fewest;
  }
}
