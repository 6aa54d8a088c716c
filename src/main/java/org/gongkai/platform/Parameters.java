package org.gongkai.platform;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters. The framework answers 404 to a malformed number and takes a blank one for
 * absent; here each is a 400 that names the parameter.
 */
public final class Parameters {

  /** From the founding of the republic on; the law is of 2008. */
  private static final int FIRST_YEAR = 1949;

  private static final int LAST_YEAR = 2100;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private Parameters() {}

  public static Optional<String> text(String name, @Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value.isBlank() || value.length() > 200 || !StorableText.isStorable(value)) {
      throw refused(name, new Text("不能为空白，最长 200 字。", "Not blank, and 200 characters at most."));
    }
    return Optional.of(value.strip());
  }

  /** What is said for the record. */
  public static Optional<String> reason(String name, @Nullable String value) {
    Optional<String> reason = text(name, value);
    reason
        .flatMap(WrittenText.TEXT::objectionTo)
        .ifPresent(
            why -> {
              throw refused(name, why);
            });
    return reason;
  }

  public static int number(
      String name, @Nullable String value, int otherwise, int least, int most) {
    if (value == null) {
      return otherwise;
    }
    if (WHOLE_NUMBER.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw refused(
        name,
        new Text("须为 %s 至 %s 的整数。", "A whole number from %s to %s.")
            .with(String.valueOf(least), String.valueOf(most)));
  }

  /** An id or cursor that the service gave out: a whole number above 0. */
  public static long id(String name, String value) {
    if (!ID.matcher(value).matches()) {
      throw refused(name, new Text("须为正整数。", "A whole number above 0."));
    }
    return Long.parseLong(value);
  }

  public static Optional<Integer> year(String name, @Nullable String value) {
    return Optional.ofNullable(value).map(v -> number(name, v, 0, FIRST_YEAR, LAST_YEAR));
  }

  /** The one report year that is asked for. */
  public static int requiredYear(String name, @Nullable String value) {
    return year(name, value)
        .orElseThrow(() -> refused(name, new Text("必填：报告年度。", "Required: the report year.")));
  }

  public static Optional<LocalDate> date(String name, @Nullable String value) {
    return Optional.ofNullable(value)
        .map(
            v ->
                parsedDate(v)
                    .orElseThrow(
                        () ->
                            refused(
                                name,
                                new Text("须为日期，如 2024-01-31。", "A date, such as 2024-01-31."))));
  }

  /** A calendar date as ISO 8601 writes it, of a year in which there can be one here. */
  public static Optional<LocalDate> parsedDate(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR
          ? Optional.of(date)
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  public static boolean flag(String name, @Nullable String value) {
    return switch (value) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(name, new Text("须为 true 或 false。", "true or false."));
    };
  }

  public static <E extends Enum<E> & WireCode> Optional<E> choice(
      String name, @Nullable String value, Class<E> choices) {
    return Optional.ofNullable(value)
        .map(v -> choice(v, choices).orElseThrow(() -> refused(name, oneOf(choices))));
  }

  /** The choice with this code. */
  public static <E extends Enum<E> & WireCode> Optional<E> choice(
      @Nullable String code, Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants()).filter(c -> c.code().equals(code)).findFirst();
  }

  /** Says which codes there are. */
  public static <E extends Enum<E> & WireCode> Text oneOf(Class<E> choices) {
    return Text.oneOf(Arrays.stream(choices.getEnumConstants()).map(WireCode::code));
  }

  private static ProblemException refused(String name, Text why) {
    return ProblemException.invalid(new Violation("?" + name, why));
  }
}
