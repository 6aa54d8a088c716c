package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the text of a report, part by part. Every part may be left out. */
final class NarrativeReader {

  static final int LONGEST_TEXT = 100_000;

  /** Of a title, a heading, a name, a date. */
  static final int LONGEST_LINE = 500;

  private static final String NARRATIVE = "/narrative";

  /** What a key holds: a part, or an object of parts. */
  private final Map<String, Map<String, Part>> keys = new LinkedHashMap<>();

  NarrativeReader(Collection<Form> forms) {
    for (Form form : forms) {
      for (Part part : form.narrative()) {
        int dot = part.id().indexOf('.');
        String key = dot < 0 ? part.id() : part.id().substring(0, dot);
        keys.computeIfAbsent(key, k -> new LinkedHashMap<>())
            .putIfAbsent(part.id().substring(dot + 1), part);
      }
    }
  }

  static int longest(Part part) {
    return part.role().isText() ? LONGEST_TEXT : LONGEST_LINE;
  }

  Map<String, String> read(JsonNode node, Objections objections) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (!HeadReader.isAbsent(node)) {
      objections.members(
          node,
          NARRATIVE,
          keys,
          (key, value, parts) -> {
            String pointer = NARRATIVE + "/" + key;
            Part only = parts.get(key);
            if (only != null && only.id().equals(key)) {
              read(value, pointer, only, texts, objections);
            } else if (!HeadReader.isAbsent(value)) {
              objections.members(
                  value,
                  pointer,
                  parts,
                  (below, text, part) ->
                      read(text, pointer + "/" + below, part, texts, objections));
            }
          });
    }
    return texts;
  }

  private static void read(
      JsonNode text, String pointer, Part part, Map<String, String> into, Objections objections) {
    int longest = longest(part);
    if (text.isTextual() && text.textValue().length() <= longest) {
      into.put(part.id(), text.textValue());
    } else if (!text.isNull() && longest == LONGEST_TEXT) {
      objections.add(pointer, "须为不超过 10 万字的文本。", "A text of 100,000 characters at the most.");
    } else if (!text.isNull()) {
      objections.add(pointer, "须为不超过 500 字的文本。", "A text of 500 characters at the most.");
    }
  }
}
