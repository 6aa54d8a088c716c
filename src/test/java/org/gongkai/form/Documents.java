package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import org.gongkai.platform.JsonSettings;

/** Reports for tests: the real ones, and made-up ones that satisfy every rule. */
public final class Documents {

  public static final ObjectMapper JSON = JsonSettings.strict(new ObjectMapper());

  public static final Forms FORMS = Samples.FORMS;

  private static final ContentReader READER = new ContentReader(FORMS);

  private Documents() {}

  /** A real report, under a code that can be registered. */
  public static ObjectNode sample(String name) {
    try (InputStream file = Documents.class.getResourceAsStream("/samples/" + name + ".json")) {
      ObjectNode sample = (ObjectNode) JSON.readTree(file);
      if (sample.get("organ").textValue().startsWith("(")) {
        sample.put("organ", "TEST-1");
      }
      return sample;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Content read(JsonNode document) {
    return READER.read(document);
  }

  /** A report with no blank cell that satisfies every rule, in one edition throughout. */
  public static ObjectNode valid(String edition, long seed) {
    Random random = new Random(seed);
    ObjectNode document = JSON.createObjectNode();
    document.put("organ", "TEST-1");
    document.put("year", edition.equals("2019") ? 2020 : 2023);
    Form form = FORMS.known(edition);
    for (Section section : form.sections().values()) {
      for (Cell cell : section.cells().values()) {
        if (cell.leaf()) {
          set(document, cell.path(), random.nextInt(50));
        }
      }
    }
    include(document, form.section("disclosure"), "disclosedInTotal", "newlyDisclosed");
    include(document, form.section("disclosure"), "inForce", "issued");
    balance(document, form.section("applications"));
    return totalled(document, form);
  }

  /** What there is has what came in this year in it. */
  private static void include(ObjectNode document, Section section, String all, String ofThisYear) {
    for (Row row : section.rows()) {
      String at = section.id() + "." + row.id() + ".";
      if (section.cells().containsKey(at + all)) {
        set(document, at + all, get(document, at + all) + get(document, at + ofThisYear));
      }
    }
  }

  /** Makes 四 what 一 + 二 − 三 leaves, by raising 一. */
  private static void balance(ObjectNode document, Section applications) {
    for (Column column : applications.columns()) {
      if (column.role() == FormRole.LEAF) {
        long outcomes = 0;
        for (Row row : applications.rowsNamed("outcomes.*")) {
          outcomes += get(document, "applications." + row.id() + "." + column.id());
        }
        long carriedOver = get(document, "applications.carriedOver." + column.id());
        long forward = get(document, "applications.carriedForward." + column.id());
        set(document, "applications.outcomes.total." + column.id(), outcomes);
        set(
            document,
            "applications.received." + column.id(),
            Math.max(0, outcomes + forward - carriedOver));
        if (outcomes + forward < carriedOver) {
          set(document, "applications.carriedOver." + column.id(), outcomes + forward);
        }
      }
    }
  }

  private static ObjectNode totalled(ObjectNode document, Form form) {
    for (Section section : form.sections().values()) {
      for (Row row : section.rows()) {
        if (row.role() != FormRole.HEADING
            && section.columns().stream().anyMatch(c -> c.role() == FormRole.TOTAL)) {
          String at = section.id() + "." + row.id() + ".";
          long total = 0;
          for (Column column : section.columns()) {
            total += column.role() == FormRole.LEAF ? get(document, at + column.id()) : 0;
          }
          set(document, at + "total", total);
        }
      }
    }
    return document;
  }

  public static void set(ObjectNode document, String path, long number) {
    put(document, path, JSON.getNodeFactory().numberNode(number));
  }

  /** Puts anything into a cell. */
  public static void put(ObjectNode document, String path, JsonNode value) {
    String pointer = "/" + path.replace('.', '/');
    ObjectNode place = document;
    String[] keys = path.split("\\.");
    for (int i = 0; i < keys.length - 1; i++) {
      place = place.withObjectProperty(keys[i]);
    }
    place.set(keys[keys.length - 1], value);
    assert document.at(pointer).equals(value);
  }

  public static long get(JsonNode document, String path) {
    return document.at("/" + path.replace('.', '/')).longValue();
  }
}
