package org.gongkai.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of an array that the service sent. Its driver says so on the wire, but the log does not
 * tell it; the server infers it wherever it is not given to {@code unnest}.
 */
final class ArrayType {

  private static final Pattern UNNESTED =
      Pattern.compile(
          "(?is)unnest\\s*\\(([^()]*)\\)\\s*(?:with\\s+ordinality\\s*)?as\\s+\\w+\\s*\\(([^()]*)\\)");
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern BYTES = Pattern.compile("\"?\\\\*x[0-9a-f]*\"?");
  private static final Pattern MOMENT = Pattern.compile("\"?\\d{4}-\\d\\d-\\d\\d .*");
  private static final int DIGITS_OF_AN_INTEGER = 9;

  private ArrayType() {}

  static boolean isArray(String value) {
    return value.startsWith("{") && value.endsWith("}") && !value.startsWith("{\"")
        || isQuoted(value);
  }

  /** Not an object of JSON, which begins alike. */
  private static boolean isQuoted(String value) {
    return value.startsWith("{\"")
        && value.endsWith("}")
        && !value.matches("(?s)\\{\"[^\"\\\\]*\":.*");
  }

  /** What the parameter is called where it is unnested; null: it is not, or its type is said. */
  static String column(String sql, int parameter) {
    Matcher unnested = UNNESTED.matcher(sql);
    while (unnested.find()) {
      List<String> arguments =
          Arrays.stream(unnested.group(1).split(",")).map(String::strip).toList();
      int at = arguments.indexOf("$" + parameter);
      if (at >= 0) {
        return unnested.group(2).split(",")[at].strip();
      }
    }
    return null;
  }

  /**
   * The type of the elements.
   *
   * @param columns types of the columns whose name has one type wherever it stands
   */
  static String of(String value, String column, Map<String, String> columns) {
    String known = columns.get(column);
    if (known != null) {
      return known.equals("jsonb") ? "text" : known;
    }
    List<String> elements =
        Arrays.stream(value.substring(1, value.length() - 1).split(","))
            .filter(element -> !element.equals("NULL"))
            .toList();
    if (elements.isEmpty()) {
      return "text";
    }
    if (all(elements, WHOLE)) {
      boolean small = elements.stream().allMatch(e -> e.length() <= DIGITS_OF_AN_INTEGER);
      return small ? "integer" : "bigint";
    }
    if (elements.stream().allMatch(e -> e.equals("t") || e.equals("f"))) {
      return "boolean";
    }
    if (all(elements, DECIMAL)) {
      return "numeric";
    }
    if (all(elements, BYTES)) {
      return "bytea";
    }
    return all(elements, MOMENT) ? "timestamptz" : "text";
  }

  private static boolean all(List<String> elements, Pattern pattern) {
    return elements.stream().allMatch(element -> pattern.matcher(element).matches());
  }
}
