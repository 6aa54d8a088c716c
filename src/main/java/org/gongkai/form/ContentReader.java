package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.problem.ProblemException;

/**
 * Reads the JSON of a report. Outside the cells the reading is strict, and one answer names every
 * place that is wrong; inside a cell everything is kept as it was stated. An optional member that
 * is {@code null} counts as left out.
 */
public final class ContentReader {

  private static final Figure ZERO = new Figure.Stated(BigDecimal.ZERO);

  private final Forms forms;
  private final HeadReader heads;
  private final PublicationReader publications;
  private final NarrativeReader narratives;
  private final Map<String, List<SectionReader>> readers = new LinkedHashMap<>();
  private final Map<String, Integer> keys = new LinkedHashMap<>();

  public ContentReader(Forms forms) {
    this.forms = forms;
    this.publications = new PublicationReader(forms);
    this.narratives = new NarrativeReader(forms.all());
    Map<String, Integer> sections = new LinkedHashMap<>();
    for (Form form : forms.all()) {
      for (Section section : form.sections().values()) {
        sections.putIfAbsent(section.id(), sections.size());
        readers
            .computeIfAbsent(section.id(), id -> new ArrayList<>())
            .add(new SectionReader(form.edition(), section, forms.amountUnits().keySet()));
      }
    }
    this.heads = new HeadReader(forms.all(), sections);
    for (String key : CatalogueCheck.KEYS_BESIDE_SECTIONS) {
      keys.put(key, keys.size());
    }
    keys.putAll(sections);
  }

  /**
   * Reads a report.
   *
   * @throws ProblemException {@code invalid-request} with a violation for each wrong place
   */
  public Content read(JsonNode root) {
    Objections objections = new Objections();
    objections.members(root, "", keys, (key, value, known) -> {});
    if (!root.isObject()) {
      objections.raise();
    }
    HeadReader.Head head = heads.read(root, objections);
    Map<String, String> editions = new LinkedHashMap<>();
    Map<String, Figure> figures = new LinkedHashMap<>();
    Map<String, String> remarks = new LinkedHashMap<>();
    Map<String, String> units = new LinkedHashMap<>();
    for (String section : readers.keySet()) {
      JsonNode node = root.path(section);
      SectionReader reader = readerOf(section, node, head);
      editions.put(section, reader.edition());
      reader.read(node, new SectionReader.Read(figures, remarks, units, objections));
    }
    fillNil(head.nil(), figures, objections);
    var published = publications.read(root.path("publications"), objections);
    Map<String, String> narrative = narratives.read(root.path("narrative"), objections);
    objections.raise();
    return new Content(
        head.organ(),
        head.year(),
        head.scope(),
        editions,
        new Figures(figures),
        remarks,
        published.channels(),
        published.total(),
        units,
        narrative,
        head.nil());
  }

  /** By the edition that is said, else the one that the shape fits best, else that of the year. */
  private SectionReader readerOf(String section, JsonNode node, HeadReader.Head head) {
    String said = head.editions().get(section);
    SectionReader best = reader(section, said == null ? inForce(head.year()) : said);
    if (said != null) {
      return best;
    }
    int fewest = best.unknownKeys(node);
    for (SectionReader other : readers.getOrDefault(section, List.of())) {
      int unknown = fewest == 0 ? 0 : other.unknownKeys(node);
      if (unknown < fewest) {
        best = other;
        fewest = unknown;
      }
    }
    return best;
  }

  private String inForce(int year) {
    return forms.inForce(year).edition();
  }

  private SectionReader reader(String section, String edition) {
    for (SectionReader reader : readers.getOrDefault(section, List.of())) {
      if (reader.edition().equals(edition)) {
        return reader;
      }
    }
    throw new IllegalStateException("no section " + section + " in edition " + edition);
  }

  /** A nil section states 0 in every cell that is blank; a number other than 0 contradicts it. */
  private static void fillNil(Set<String> nil, Map<String, Figure> figures, Objections objections) {
    if (nil.isEmpty()) {
      return;
    }
    figures.replaceAll(
        (path, figure) -> {
          if (!nil.contains(CellPath.section(path))) {
            return figure;
          }
          if (figure instanceof Figure.Stated stated && stated.number().signum() != 0) {
            objections.add(
                "/" + path.replace('.', '/'),
                "该部分已声明为零报告，与此数字矛盾。",
                "The section is said to be nil, which this number contradicts.");
          }
          return figure instanceof Figure.Blank ? ZERO : figure;
        });
  }
}
