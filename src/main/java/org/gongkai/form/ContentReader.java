package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;

/**
 * Reads the JSON of a report. Outside the cells the reading is strict, and one answer names every
 * place that is wrong; inside a cell everything is kept as it was stated.
 */
public final class ContentReader {

  private static final Pattern ORGAN = Pattern.compile("[0-9A-Z][0-9A-Z-]{0,31}");
  static final int FIRST_YEAR = 2008;
  static final int LAST_YEAR = 2100;
  static final int LONGEST_TEXT = 100_000;

  private final Forms forms;
  private final PublicationReader publications;
  private final Map<String, Map<String, SectionReader>> readers = new HashMap<>();
  private final Map<String, Object> keys = new LinkedHashMap<>();
  private final Map<String, Object> sections = new LinkedHashMap<>();
  private final Map<String, Object> parts = new LinkedHashMap<>();

  public ContentReader(Forms forms) {
    this.forms = forms;
    this.publications = new PublicationReader(forms);
    List.of("organ", "year", "scope", "editions", "nil", "publications")
        .forEach(k -> keys.put(k, k));
    for (Form form : forms.all()) {
      form.sections().keySet().forEach(s -> sections.put(s, s));
      form.narrative().forEach(p -> parts.put(p.id(), p));
      Map<String, SectionReader> bySection = new HashMap<>();
      form.sections().forEach((id, section) -> bySection.put(id, new SectionReader(section)));
      readers.put(form.edition(), bySection);
    }
    keys.putAll(sections);
    keys.put("narrative", "narrative");
  }

  /**
   * Reads a report.
   *
   * @throws ProblemException {@code invalid-request} with a violation for each wrong place
   */
  public Content read(JsonNode root) {
    Objections objections = new Objections();
    objections.members(root, "", keys, (key, value) -> {});
    objections.raiseUnlessObject(root);
    String organ = organ(root.path("organ"), objections);
    int year = year(root.path("year"), objections);
    Scope scope = scope(root.path("scope"), objections);
    Set<String> nil = nil(root.path("nil"), objections);
    Map<String, String> said = editions(root.path("editions"), objections);

    Map<String, String> editions = new LinkedHashMap<>();
    Map<String, Figure> figures = new LinkedHashMap<>();
    Map<String, String> units = new LinkedHashMap<>();
    for (String section : sections.keySet()) {
      String edition =
          said.containsKey(section)
              ? said.get(section)
              : recognised(section, root.get(section), year);
      editions.put(section, edition);
      readers
          .get(edition)
          .get(section)
          .read(root.get(section), new SectionReader.Read(figures, units, objections));
    }
    fillNil(nil, figures, objections);
    var published = publications.read(root.get("publications"), objections);
    Map<String, String> narrative = narrative(root.get("narrative"), objections);
    objections.raise();
    return new Content(
        organ,
        year,
        scope,
        editions,
        new Figures(figures),
        published.channels(),
        published.total(),
        units,
        narrative,
        nil);
  }

  /** The edition that knows every key of the section; of several the one in force in the year. */
  private String recognised(String section, JsonNode node, int year) {
    String inForce = forms.inForce(year).edition();
    if (node == null || node.isNull() || unknownKeys(inForce, section, node) == 0) {
      return inForce;
    }
    String best = inForce;
    int fewest = unknownKeys(inForce, section, node);
    for (Form form : forms.all()) {
      int unknown = unknownKeys(form.edition(), section, node);
      if (unknown < fewest) {
        best = form.edition();
        fewest = unknown;
      }
    }
    return best;
  }

  private int unknownKeys(String edition, String section, JsonNode node) {
    Objections trial = new Objections();
    readers
        .get(edition)
        .get(section)
        .read(node, new SectionReader.Read(new HashMap<>(), new HashMap<>(), trial));
    return trial.count();
  }

  private static String organ(JsonNode node, Objections objections) {
    if (node.isTextual() && ORGAN.matcher(node.textValue()).matches()) {
      return node.textValue();
    }
    objections.add(
        "/organ",
        "须为统一社会信用代码，或由办公厅（室）编制的代码：大写字母、数字和“-”，最多 32 位。",
        "The unified social credit code, or a code that an office assigned: capital letters, digits"
            + " and \"-\", 32 at the most.");
    return "";
  }

  private static int year(JsonNode node, Objections objections) {
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      int year = node.intValue();
      if (year >= FIRST_YEAR && year <= LAST_YEAR) {
        return year;
      }
    }
    objections.add(
        "/year", "须为报告年度，2008 至 2100 的整数。", "The report year, a whole number from 2008 to 2100.");
    return LAST_YEAR;
  }

  private static Scope scope(JsonNode node, Objections objections) {
    if (node.isMissingNode()) {
      return Scope.ORGAN;
    }
    for (Scope scope : Scope.values()) {
      if (node.isTextual() && scope.code().equals(node.textValue())) {
        return scope;
      }
    }
    objections.notOneOf("/scope", List.of("organ", "level", "area"));
    return Scope.ORGAN;
  }

  private Map<String, String> editions(JsonNode node, Objections objections) {
    Map<String, String> said = new HashMap<>();
    if (!node.isMissingNode()) {
      objections.members(
          node,
          "/editions",
          sections,
          (section, edition) -> {
            if (edition.isTextual() && forms.form(edition.textValue()).isPresent()) {
              said.put(section, edition.textValue());
            } else {
              objections.notOneOf(
                  "/editions/" + section, forms.all().stream().map(Form::edition).toList());
            }
          });
    }
    return said;
  }

  private Set<String> nil(JsonNode node, Objections objections) {
    Set<String> nil = new LinkedHashSet<>();
    if (!node.isMissingNode() && !node.isArray()) {
      objections.add("/nil", "须为数组。", "An array is wanted.");
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      String section = node.get(i).textValue();
      if (section == null || !sections.containsKey(section)) {
        objections.notOneOf("/nil/" + i, sections.keySet());
      } else if (!nil.add(section)) {
        objections.add("/nil/" + i, "重复。", "Stands twice.");
      }
    }
    return nil;
  }

  /** A nil section states 0 in every cell that is blank; a cell that says otherwise contradicts. */
  private static void fillNil(Set<String> nil, Map<String, Figure> figures, Objections objections) {
    if (nil.isEmpty()) {
      return;
    }
    Figure zero = new Figure.Stated(java.math.BigDecimal.ZERO);
    figures.replaceAll(
        (path, figure) -> {
          if (!nil.contains(path.substring(0, path.indexOf('.')))) {
            return figure;
          }
          if (figure instanceof Figure.Stated stated && stated.number().signum() != 0) {
            objections.add(
                "/" + path.replace('.', '/'),
                "该部分已声明为零报告，与此数字矛盾。",
                "The section is said to be nil, which this number contradicts.");
          }
          return figure instanceof Figure.Blank ? zero : figure;
        });
  }

  private Map<String, String> narrative(JsonNode node, Objections objections) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node != null && !node.isNull()) {
      objections.members(
          node,
          "/narrative",
          parts,
          (part, text) -> {
            if (text.isTextual() && text.textValue().length() <= LONGEST_TEXT) {
              texts.put(part, text.textValue());
            } else if (!text.isNull()) {
              objections.add(
                  "/narrative/" + part,
                  "须为不超过 10 万字的文本。",
                  "A text of 100,000 characters at the most.");
            }
          });
    }
    return texts;
  }
}
