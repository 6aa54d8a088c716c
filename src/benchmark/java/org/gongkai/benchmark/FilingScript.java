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
 *
 * @param text of the script
 * @param variables what pgbench is given on its command line
 */
record FilingScript(String text, Map<String, String> variables) {

  /**
   * What differs from filing to filing.
   *
   * @param id of the report, so high that nothing else is equal to it
   */
  record Own(String organ, String id, String receipt) {}

  private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
  private static final Pattern WOULD_BE_A_VARIABLE = Pattern.compile("(?<!:):[A-Za-z_]");
  private static final Pattern MAKES_THE_ID =
      Pattern.compile("(?is).*(insert\\s+into\\s+report\\b.*returning|nextval).*");
  private static final int LONGEST_TO_LOOK_INTO = 400;

  static FilingScript of(List<FilingStatements.Statement> statements, Own own) {
    Map<String, String> variables = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    lines.add("\\set i :i + 1");
    lines.add("\\set organ :first + :i * :callers + :client_id");
    int makesTheId = makesTheId(statements, own);
    String id = "organ";
    for (int i = 0; i < statements.size(); i++) {
      String sql = statements.get(i).sql();
      if (WOULD_BE_A_VARIABLE.matcher(sql).find()) {
        throw new Unmeasurable("pgbench would take a part of this for a variable: " + sql);
      }
      lines.add(filled(i, statements.get(i), own, id, variables));
      if (i == makesTheId) {
        lines.add("\\gset made_");
        id =
            sql.toLowerCase(java.util.Locale.ROOT).contains("returning")
                ? "made_id"
                : "made_nextval";
      } else {
        lines.add(";");
      }
    }
    return new FilingScript(String.join("\n", lines) + "\n", variables);
  }

  /** The last statement before the id's first use that can have made it; -1: none. */
  private static int makesTheId(List<FilingStatements.Statement> statements, Own own) {
    int makes = -1;
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).parameters().contains(own.id())) {
        return makes;
      }
      if (MAKES_THE_ID.matcher(statements.get(i).sql()).matches()) {
        makes = i;
      }
    }
    return -1;
  }

  private static String filled(
      int number,
      FilingStatements.Statement statement,
      Own own,
      String id,
      Map<String, String> variables) {
    Map<String, String> of = new LinkedHashMap<>();
    of.put(own.organ(), "organ");
    of.put(own.receipt(), "organ");
    of.put(own.id(), id);
    Matcher place = PLACE.matcher(statement.sql());
    StringBuilder sql = new StringBuilder();
    while (place.find()) {
      int position = Integer.parseInt(place.group(1));
      String value = statement.parameters().get(position - 1);
      String name = "s%dp%d".formatted(number, position);
      place.appendReplacement(sql, Matcher.quoteReplacement(term(value, name, of, variables)));
    }
    return place.appendTail(sql).toString();
  }

  private static String term(
      String value, String name, Map<String, String> own, Map<String, String> variables) {
    if (value == null) {
      return "NULL";
    }
    if (own.containsKey(value)) {
      return ":" + own.get(value);
    }
    for (Map.Entry<String, String> one : own.entrySet()) {
      int at = value.length() > LONGEST_TO_LOOK_INTO ? -1 : value.indexOf(one.getKey());
      if (at >= 0) {
        variables.put(name + "a", value.substring(0, at));
        variables.put(name + "b", value.substring(at + one.getKey().length()));
        return "(:%sa::text || :%s::text || :%sb::text)".formatted(name, one.getValue(), name);
      }
    }
    variables.put(name, value);
    return ":" + name;
  }
}
