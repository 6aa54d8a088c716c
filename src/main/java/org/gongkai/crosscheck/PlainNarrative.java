package org.gongkai.crosscheck;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.language.Phrase;
import org.gongkai.narrative.Lexicon;

/** The text of a report in words alone, read once for all that is compared with it. */
public final class PlainNarrative {

  private final Map<String, PlainText> parts;
  private final Shingles shingles;

  private PlainNarrative(Map<String, PlainText> parts) {
    this.parts = Collections.unmodifiableMap(parts);
    this.shingles = Shingles.of(List.copyOf(parts.values()));
  }

  /**
   * Reads the text, without what all reports have alike: titles, headings, what stands under them.
   */
  static PlainNarrative of(Forms forms, Content content) {
    Form form = forms.inForce(content.year());
    Map<String, PlainText> parts = new LinkedHashMap<>();
    content
        .narrative()
        .forEach(
            (part, text) -> {
              if (form.roleOf(part).isText()) {
                Phrase customary = Lexicon.of(forms, content.year()).customary;
                parts.put(part, PlainText.of(text, customary));
              }
            });
    return new PlainNarrative(parts);
  }

  Map<String, PlainText> parts() {
    return parts;
  }

  /** The shingles of all parts, to store with the report. */
  public Shingles shingles() {
    return shingles;
  }
}
