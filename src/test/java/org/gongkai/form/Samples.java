package org.gongkai.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.gongkai.platform.JsonSettings;
import org.gongkai.platform.StrictJson;

/** Reports of real organs, and small ones to begin from. */
public final class Samples {

  public static final String HUANCUI = "huancui-industry-bureau-2021";
  public static final String HUAIAN = "huaian-city-2024";
  public static final String SHANGHAI = "shanghai-general-office-2019";

  public static final Forms FORMS = Forms.load();
  public static final ContentReader READER = new ContentReader(FORMS);

  private static final StrictJson JSON = new StrictJson(JsonSettings.strict(new ObjectMapper()));

  private Samples() {}

  /** A sample with a code of an organ in the place of the words that ask for one. */
  public static ObjectNode json(String sample) {
    try (var file = Samples.class.getResourceAsStream("/samples/" + sample + ".json")) {
      ObjectNode report = parsed(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      if (report.path("organ").asText().startsWith("(")) {
        report.put("organ", "113710020043609788");
      }
      return report;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public static Content content(String sample) {
    return READER.read(json(sample));
  }

  /** JSON with single quotes. */
  public static ObjectNode parsed(String json) {
    String quoted = json.replace('\'', '"');
    return (ObjectNode) JSON.read(quoted);
  }

  /** A report of a year that says this too; JSON with single quotes. */
  public static ObjectNode report(int year, String more) {
    ObjectNode report = parsed("{'organ': 'A-1', 'year': " + year + "}");
    report.setAll(parsed("{" + more + "}"));
    return report;
  }

  public static Content content(int year, String more) {
    return READER.read(report(year, more));
  }
}
