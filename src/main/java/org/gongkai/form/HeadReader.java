package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a report says of itself: its organ, year and editions. */
final class HeadReader {

  static final Pattern ORGAN = Pattern.compile("[0-9A-Z][0-9A-Z-]{0,31}");
  static final int FIRST_YEAR = 2008;
  static final int LAST_YEAR = 2100;

  private final List<String> editions;
  private final Map<String, Integer> sections;

  /**
   * Makes a reader.
   *
   * @param sections the sections of all editions, as keys
   */
  HeadReader(Collection<Form> forms, Map<String, Integer> sections) {
    this.editions = forms.stream().map(Form::edition).toList();
    this.sections = sections;
  }

  /**
   * What a report says of itself.
   *
   * @param editions by section, where the report says them
   * @param nil sections that are said to be 0
   */
  record Head(String organ, int year, Scope scope, Map<String, String> editions, Set<String> nil) {}

  Head read(JsonNode root, Objections objections) {
    return new Head(
        organ(root.path("organ"), objections),
        year(root.path("year"), objections),
        scope(root.path("scope"), objections),
        editions(root.path("editions"), objections),
        nil(root.path("nil"), objections));
  }

  /** Whether an optional member is left out; null says no more than absence. */
  static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static String organ(JsonNode node, Objections objections) {
    if (node.isTextual() && ORGAN.matcher(node.textValue()).matches()) {
      return node.textValue();
    }
    objections.add(
        "/organ",
        "须为统一社会信用代码，或由办公厅（室）编制的代码：数字、大写字母和“-”，最多 32 位。",
        "The unified social credit code, or a code that an office assigned: digits, capital letters"
            + " and \"-\", 32 at the most.");
    return "";
  }

  private static int year(JsonNode node, Objections objections) {
    if (node.isIntegralNumber()
        && node.canConvertToInt()
        && node.intValue() >= FIRST_YEAR
        && node.intValue() <= LAST_YEAR) {
      return node.intValue();
    }
    objections.add(
        "/year", "须为报告年度，2008 至 2100 的整数。", "The report year, a whole number from 2008 to 2100.");
    return LAST_YEAR;
  }

  private static Scope scope(JsonNode node, Objections objections) {
    if (isAbsent(node)) {
      return Scope.ORGAN;
    }
    for (Scope scope : Scope.values()) {
      if (scope.code().equals(node.textValue())) {
        return scope;
      }
    }
    objections.notOneOf("/scope", List.of("organ", "level", "area"));
    return Scope.ORGAN;
  }

  private Map<String, String> editions(JsonNode node, Objections objections) {
    Map<String, String> said = new HashMap<>();
    if (isAbsent(node)) {
      return said;
    }
    objections.members(
        node,
        "/editions",
        sections,
        (section, edition, known) -> {
          if (editions.contains(edition.textValue())) {
            said.put(section, edition.textValue());
          } else if (!edition.isNull()) {
            objections.notOneOf("/editions/" + section, editions);
          }
        });
    return said;
  }

  private Set<String> nil(JsonNode node, Objections objections) {
    Set<String> nil = new LinkedHashSet<>();
    if (isAbsent(node)) {
      return nil;
    }
    if (!node.isArray()) {
      objections.add("/nil", "须为数组。", "An array is wanted.");
      return nil;
    }
    for (int i = 0; i < node.size(); i++) {
      String section = node.get(i).textValue();
      if (section == null || !sections.containsKey(section)) {
        objections.notOneOf("/nil/" + i, sections.keySet());
      } else if (!nil.add(section)) {
        objections.add("/nil/" + i, "重复。", "Stands twice.");
      }
    }
    return nil;
  }
}
