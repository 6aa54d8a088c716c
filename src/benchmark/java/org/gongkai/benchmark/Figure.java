package org.gongkai.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * A line of the result.
 *
 * @param beside what it is compared with; null: nothing
 * @param target as the issue words it; null: none
 * @param reached null: there is no target
 */
record Figure(
    @JsonProperty String part,
    @JsonProperty String name,
    @JsonProperty double value,
    @JsonProperty String unit,
    @JsonProperty String beside,
    @JsonProperty Double besideValue,
    @JsonProperty Double ratio,
    @JsonProperty String target,
    @JsonProperty Boolean reached) {

  static Figure of(String part, String name, double value, String unit) {
    return new Figure(part, name, value, unit, null, null, null, null, null);
  }

  /** The ratio is of the value to what stands beside it. */
  Figure beside(String what, double number) {
    return new Figure(part, name, value, unit, what, number, value / number, target, reached);
  }

  /** Stands beside it for whoever reads; nothing is aimed at. */
  Figure with(String what, double number) {
    return new Figure(part, name, value, unit, what, number, null, target, reached);
  }

  Figure below(double limit) {
    return aims("< " + plain(limit) + " " + unit, value < limit);
  }

  Figure atMost(double limit) {
    return aims("≤ " + plain(limit) + " " + unit, value <= limit);
  }

  Figure atLeast(double limit) {
    return aims("≥ " + plain(limit) + " " + unit, value >= limit);
  }

  Figure ratioAtLeast(double limit) {
    return aims("ratio ≥ " + plain(limit), ratio >= limit);
  }

  Figure ratioAtMost(double limit) {
    return aims("ratio ≤ " + plain(limit), ratio <= limit);
  }

  Figure ratioBelow(double limit) {
    return aims("ratio < " + plain(limit), ratio < limit);
  }

  private Figure aims(String wanted, boolean is) {
    return new Figure(
        part,
        name,
        value,
        unit,
        beside,
        besideValue,
        ratio,
        target == null ? wanted : target + ", " + wanted,
        (reached == null || reached) && is);
  }

  String markdown() {
    return "| %s | %s | %s %s | %s | %s | %s | %s |"
        .formatted(
            part,
            name,
            plain(value),
            unit,
            beside == null ? "" : beside + ": " + plain(besideValue),
            ratio == null ? "" : plain(ratio),
            target == null ? "" : target,
            reached == null ? "" : reached ? "reached" : "**missed**");
  }

  private static String plain(double number) {
    double size = Math.abs(number);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, number == Math.rint(number) ? "%.0f" : format, number);
  }
}
