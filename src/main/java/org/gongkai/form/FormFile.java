package org.gongkai.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.Text;

/** Reads an edition's file into a form, or says where the file is wrong. */
final class FormFile {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private FormFile() {}

  /** The file as it is written. */
  private record Written(
      String edition,
      String document,
      int firstYear,
      Integer lastYear,
      Text title,
      List<WrittenSection> sections,
      List<Part> narrative,
      List<Rule> rules) {}

  private record WrittenSection(
      String id, Text title, Text note, List<Column> columns, List<Row> rows) {}

  /**
   * Reads a form.
   *
   * @param name what to call the file when it is wrong
   * @throws ContradictoryForm where the file is unreadable, incomplete or contradicts itself
   */
  static Form read(String name, InputStream yaml) {
    Form form = form(name, read(name, yaml, Written.class));
    new FormCheck(name, form).run();
    return form;
  }

  /** Reads any file of {@code forms/}: no key unknown, none twice. */
  static <T> T read(String name, InputStream yaml, Class<T> type) {
    try {
      return YAML.readValue(yaml, type);
    } catch (IOException e) {
      throw new ContradictoryForm(name, e.getMessage());
    }
  }

  private static Form form(String name, Written written) {
    Map<String, Section> sections = new LinkedHashMap<>();
    for (WrittenSection s : orFail(name, "sections", written.sections())) {
      String place = "sections." + orFail(name, "sections.id", s.id());
      Section section =
          new Section(
              s.id(),
              s.title(),
              s.note(),
              orFail(name, place + ".columns", s.columns()),
              orFail(name, place + ".rows", s.rows()));
      if (sections.put(s.id(), section) != null) {
        throw new ContradictoryForm(name, place + " stands twice");
      }
    }
    return new Form(
        orFail(name, "edition", written.edition()),
        orFail(name, "document", written.document()),
        written.firstYear(),
        written.lastYear(),
        orFail(name, "title", written.title()),
        Collections.unmodifiableMap(sections),
        List.copyOf(orFail(name, "narrative", written.narrative())),
        List.copyOf(orFail(name, "rules", written.rules())));
  }

  private static <T> T orFail(String name, String place, T value) {
    if (value == null) {
      throw new ContradictoryForm(name, place + " is missing");
    }
    return value;
  }
}
