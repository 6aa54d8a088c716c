package org.gongkai.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.form.Form;

/**
 * The sentences of a government's report: those of the file of phrases, with the figures of its
 * tables, so that text and tables agree. Last year's figures stand beside them where they are
 * known; a sentence that lacks a figure is left out.
 *
 * <p>A place names a figure by its path; {@code last …} that of last year; {@code more …} and
 * {@code less …} the difference, where it is one; {@code same …} the figure, where it is the same.
 */
final class AreaText {

  private AreaText() {}

  static void into(
      ObjectNode report,
      Phrases phrases,
      Form form,
      AreaFigures now,
      AreaFigures last,
      Map<String, String> names) {
    Map<String, String> values = new LinkedHashMap<>(names);
    values.put("document", form.document());
    put(now.cells(), last, values);
    put(now.headings(), last, values);
    ObjectNode narrative = report.putObject("narrative");
    phrases
        .area()
        .forEach(
            (part, sentences) -> {
              String text = Phrases.joined(sentences, values).strip();
              if (!text.isEmpty()) {
                narrative.put(part, text);
              }
            });
  }

  private static void put(
      Map<String, BigDecimal> figures, AreaFigures last, Map<String, String> values) {
    figures.forEach(
        (path, number) -> {
          values.put(path, number.toPlainString());
          BigDecimal before = last.at(path);
          if (before != null) {
            values.put("last " + path, before.toPlainString());
            BigDecimal more = number.subtract(before);
            switch (more.signum()) {
              case 1 -> values.put("more " + path, more.toPlainString());
              case -1 -> values.put("less " + path, more.negate().toPlainString());
              default -> values.put("same " + path, number.toPlainString());
            }
          }
        });
  }
}
