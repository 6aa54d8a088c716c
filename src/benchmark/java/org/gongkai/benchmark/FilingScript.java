package org.gongkai.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of one filing as a script for pgbench, in which each transaction is of an organ of
 * its own. Everything else is sent as it was, as parameters of prepared statements, as the service
 * does.
 */
final class FilingScript {

  /**
   * What differs from filing to filing.
   *
   * @param id of the report, so high that nothing else is equal to it
   */
  record Own(String organ, String id, String receipt) {}

  private static final Pattern PLACE = Pattern.compile("\\$(\\d+)(\\s*::)?");
  private static final Pattern WOULD_BE_A_VARIABLE = Pattern.compile("(?<!:):[A-Za-z_]");
  private static final Pattern GIVES_THE_ID =
      Pattern.compile("(?is)\\s*insert\\s+into\\s+report\\b.*returning.*");
  private static final int LONGEST_TO_LOOK_INTO = 400;

  private final Own own;
  private final Map<String, String> columns;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  /** Where the id comes from: from the database, or with the report, where any will do. */
  private String id = "organ";

  private FilingScript(Own own, Map<String, String> columns) {
    this.own = own;
    this.columns = columns;
  }

  /**
   * Writes the script.
   *
   * @param columns types of the columns whose name has one type wherever it stands
   */
  static FilingScript of(
      List<FilingStatements.Statement> statements, Own own, Map<String, String> columns) {
    FilingScript script = new FilingScript(own, columns);
    script.lines.add("\\set i :i + 1");
    script.lines.add("\\set organ :first + :i * :callers + :client_id");
    for (int i = 0; i < statements.size(); i++) {
      script.add(i, statements.get(i));
    }
    return script;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** What pgbench is given on its command line. */
  Map<String, String> variables() {
    return variables;
  }

  private void add(int number, FilingStatements.Statement statement) {
    String sql = statement.sql();
    if (WOULD_BE_A_VARIABLE.matcher(sql).find()) {
      throw new Unmeasurable("pgbench would take a part of this for a variable: " + sql);
    }
    Matcher place = PLACE.matcher(sql);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      int position = Integer.parseInt(place.group(1));
      String value = statement.parameters().get(position - 1);
      String term = term(value, "s%dp%d".formatted(number, position));
      String type = place.group(2) == null ? type(sql, position, value) : place.group(2);
      place.appendReplacement(filled, Matcher.quoteReplacement(term + type));
    }
    lines.add(place.appendTail(filled).toString());
    if (GIVES_THE_ID.matcher(sql).matches() && !statement.parameters().contains(own.id())) {
      lines.add("\\gset made_");
      id = "made_id";
    } else {
      lines.add(";");
    }
  }

  private String term(String value, String name) {
    if (value == null) {
      return "NULL";
    }
    Map<String, String> differing =
        Map.of(own.organ(), "organ", own.receipt(), "organ", own.id(), id);
    if (differing.containsKey(value)) {
      return ":" + differing.get(value);
    }
    variables.put(name, value);
    for (Map.Entry<String, String> one : differing.entrySet()) {
      if (mentions(value, one.getKey())) {
        return "replace(:%s::text, '%s', :%s::text)".formatted(name, one.getKey(), one.getValue());
      }
    }
    return ":" + name;
  }

  /** Not within a document, which stays as it is. */
  private static boolean mentions(String value, String token) {
    return (value.length() <= LONGEST_TO_LOOK_INTO || value.indexOf('"') < 0)
        && value.contains(token);
  }

  /** A cast, where the server could not know the type. */
  private String type(String sql, int position, String value) {
    if (value == null || !ArrayType.isArray(value)) {
      return "";
    }
    if (mentions(value, own.organ()) || mentions(value, own.receipt())) {
      return "::text[]";
    }
    if (mentions(value, own.id())) {
      return "::bigint[]";
    }
    String column = ArrayType.column(sql, position);
    return column == null ? "" : "::" + ArrayType.of(value, column, columns) + "[]";
  }
}
