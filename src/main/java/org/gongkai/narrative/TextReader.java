package org.gongkai.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gongkai.form.Content;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of reports by the words of a catalogue of forms. Whoever asks the same one for
 * the same text again is given what was read before.
 */
public final class TextReader {

  private static final int MOST_SIGNS = 400_000;

  private final Forms forms;
  private final ReadTextCache lately = new ReadTextCache(MOST_SIGNS);

  public TextReader(Forms forms) {
    this.forms = forms;
  }

  /** All parts of the text of a report. */
  public List<NarrativeText> read(Content content) {
    return read(content, null, text -> true);
  }

  /** The parts in which something stands. */
  public List<NarrativeText> read(Content content, Predicate<String> wanted) {
    return read(content, null, wanted);
  }

  /** All parts as a street office says them. */
  public List<NarrativeText> readAsStreet(Content content, String office) {
    return read(content, office, text -> true);
  }

  private List<NarrativeText> read(
      Content content, @Nullable String office, Predicate<String> wanted) {
    if (content.narrative().values().stream().noneMatch(wanted)) {
      return List.of(); // the words of a year take a while to be compiled
    }
    Lexicon lexicon = Lexicon.of(forms, content.year());
    OwnStreet street = OwnStreet.of(lexicon, office);
    boolean area = content.scope() != Scope.ORGAN;
    List<NarrativeText> texts = new ArrayList<>();
    for (Map.Entry<String, String> part : content.narrative().entrySet()) {
      String sent = part.getValue();
      if (wanted.test(sent)) {
        texts.add(
            street == null
                ? lately.get(part.getKey(), sent, lexicon, area)
                : NarrativeText.read(part.getKey(), sent, lexicon, area, street));
      }
    }
    return texts;
  }
}
