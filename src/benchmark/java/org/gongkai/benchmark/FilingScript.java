package org.gongkai.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements of several filings as a script for pgbench, one after another, in which each
 * transaction is of an organ of its own in that organ's region: what it looks up of last year and
 * of its neighbours is what is there. Everything else is sent as it was, as parameters of prepared
 * statements, as the service does.
 */
final class FilingScript {

  /**
   * What differs from filing to filing.
   *
   * @param id of the report, so high that nothing else is equal to it
   */
  record Own(String organ, String region, String id, String receipt) {}

  private static final Pattern PLACE = Pattern.compile("\\$(\\d+)(\\s*::)?");
  private static final Pattern WOULD_BE_A_VARIABLE = Pattern.compile("(?<!:):[A-Za-z_]");
  private static final Pattern GIVES_THE_ID =
      Pattern.compile("(?is)\\s*insert\\s+into\\s+report\\b.*returning.*");
  private static final int LONGEST_TO_LOOK_INTO = 400;

  private final Map<String, String> columns;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  /** The filing that is being written, and its number. */
  private Own own;

  private int turn;

  /** Where the id comes from: from the database, or with the report, where any will do. */
  private String id;

  private FilingScript(Map<String, String> columns) {
    this.columns = columns;
  }

  /**
   * Writes the script. The regions of the organs of each of its runs are in {@code benchmark.turn}.
   *
   * @param columns types of the columns whose name has one type wherever it stands
   */
  static FilingScript of(List<FilingStatements.Sample> samples, Map<String, String> columns) {
    FilingScript script = new FilingScript(columns);
    script.lines.add("\\set i :i + 1");
    script.lines.add("\\set run :i * :callers + :client_id");
    script.lines.add(
        IntStream.range(0, samples.size())
            .mapToObj(turn -> "regions[%d] AS region%d".formatted(turn + 1, turn))
            .collect(Collectors.joining(", ", "SELECT ", " FROM benchmark.turn WHERE run = :run")));
    script.lines.add("\\gset");
    for (FilingStatements.Sample sample : samples) {
      script.own = sample.own();
      script.id = "organ" + script.turn;
      script.lines.add(
          "\\set organ%d :first + :run * %d + %d"
              .formatted(script.turn, samples.size(), script.turn));
      for (int i = 0; i < sample.statements().size(); i++) {
        script.add(i, sample.statements().get(i));
      }
      script.turn++;
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
      String term = term(value, "f%ds%dp%d".formatted(turn, number, position));
      String type = place.group(2) == null ? type(sql, position, value) : place.group(2);
      place.appendReplacement(filled, Matcher.quoteReplacement(term + type));
    }
    lines.add(place.appendTail(filled).toString());
    if (GIVES_THE_ID.matcher(sql).matches() && !statement.parameters().contains(own.id())) {
      lines.add("\\gset made%d_".formatted(turn));
      id = "made%d_id".formatted(turn);
    } else {
      lines.add(";");
    }
  }

  private String term(String value, String name) {
    if (value == null) {
      return "NULL";
    }
    Map<String, String> differing = new LinkedHashMap<>();
    differing.put(own.organ(), "organ" + turn);
    differing.put(own.receipt(), "organ" + turn);
    differing.put(own.id(), id);
    differing.put(own.region(), "region" + turn);
    if (differing.containsKey(value)) {
      return ":" + differing.get(value);
    }
    variables.put(name, value);
    String term = ":" + name;
    for (Map.Entry<String, String> one : differing.entrySet()) {
      if (mentions(value, one.getKey())) {
        term =
            "replace(%s, '%s', :%s::text)"
                .formatted(
                    term.startsWith(":") ? term + "::text" : term, one.getKey(), one.getValue());
      }
    }
    return term;
  }

  /** Not within a document, which stays as it is, nor within another number or a digest. */
  private static boolean mentions(String value, String token) {
    return (value.length() <= LONGEST_TO_LOOK_INTO || value.indexOf('"') < 0)
        && Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(token) + "(?![0-9A-Za-z])")
            .matcher(value)
            .find();
  }

  /** A cast, where the server could not know the type. */
  private String type(String sql, int position, String value) {
    if (value == null || !ArrayType.isArray(value)) {
      return "";
    }
    if (mentions(value, own.organ())
        || mentions(value, own.region())
        || mentions(value, own.receipt())) {
      return "::text[]";
    }
    if (mentions(value, own.id())) {
      return "::bigint[]";
    }
    String column = ArrayType.column(sql, position);
    return column == null ? "" : "::" + ArrayType.of(value, column, columns) + "[]";
  }
}
