package org.gongkai.recognition;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.form.Forms;
import org.gongkai.form.Part;
import org.gongkai.recognition.Numbering.Style;
import org.gongkai.recognition.Strand.Words;
import org.jspecify.annotations.Nullable;

/** Which lines head the aspects of a section, and which aspect they name. */
final class AspectHeadings {

  /** A line that may be a heading though it does not say so. */
  static final int SHORT = 25;

  private static final Pattern ENDING = Pattern.compile("(?:工作)?情况$");
  private static final Pattern SAYING_NOTHING = Pattern.compile("^政府信息公开|(?:政府信息)?(?:工作)?情况$");
  private static final int LONGEST_HEAD = 34;

  private final PrintedWords words;
  private final Map<String, String> labels = new HashMap<>();

  AspectHeadings(Forms forms, PrintedWords words) {
    this.words = words;
    forms
        .all()
        .forEach(
            form -> {
              for (Part part : form.narrative()) {
                labels.put(part.id(), LabelText.of(part.label().zh(), words.spellings()).words());
              }
            });
  }

  /**
   * The heading that a line begins with.
   *
   * @param words without their number
   * @param end of it, in the line
   * @param aspect null where its words are those of none, or of two
   */
  record Head(Numbering numbering, String words, int end, @Nullable String aspect) {}

  /** The heading that a line begins with; null where it begins with none. */
  @Nullable Head of(Words line) {
    Numbering numbering = Numbering.of(line.text());
    int end = end(line.text(), numbering);
    boolean numbered = numbering.style() != Style.NONE;
    boolean whole = end == line.text().length();
    boolean isHead =
        end - numbering.length() <= LONGEST_HEAD
            && end > numbering.length()
            && (numbered || whole && (line.heading() || line.text().length() <= SHORT));
    if (!isHead) {
      return null;
    }
    String head = line.text().substring(numbering.length(), end);
    return new Head(numbering, head, end, aspect(head));
  }

  /** How the headings of most aspects are numbered; null where there are none. */
  @Nullable Style style(List<Strand> body) {
    Map<Style, Set<String>> aspects = new EnumMap<>(Style.class);
    for (Strand strand : body) {
      Head head = strand instanceof Words line ? of(line) : null;
      if (head != null && head.aspect() != null) {
        aspects.computeIfAbsent(head.numbering().style(), s -> new HashSet<>()).add(head.aspect());
      }
    }
    Style best = null;
    int most = 0;
    for (var entry : aspects.entrySet()) {
      int its = entry.getValue().size();
      if (its > most && (entry.getKey() != Style.NONE || its > 2)) {
        best = entry.getKey();
        most = its;
      }
    }
    return best;
  }

  /** Where the words of a heading end: at a stop, or at a blank where they are an aspect's name. */
  private int end(String text, Numbering numbering) {
    for (int i = numbering.length(); i < text.length(); i++) {
      char sign = text.charAt(i);
      if ("。：:；;！".indexOf(sign) >= 0
          || Character.isSpaceChar(sign) && isName(text.substring(numbering.length(), i))) {
        return i;
      }
    }
    return text.length();
  }

  private boolean isName(String head) {
    return words.aspects().keySet().stream().anyMatch(part -> isLabelOf(part, head));
  }

  private @Nullable String aspect(String head) {
    String plain = LabelText.of(head, words.spellings()).words();
    String only = null;
    for (var entry : words.aspects().entrySet()) {
      if (plain.equals(labels.get(entry.getKey()))) {
        return entry.getKey();
      }
      if (entry.getValue().matcher(plain).find()) {
        if (only != null) {
          return null;
        }
        only = entry.getKey();
      }
    }
    return only;
  }

  /** Whether a heading has the words of the form, and besides them none that say anything. */
  boolean isLabelOf(String part, String head) {
    String plain = LabelText.of(head, words.spellings()).words();
    String label = labels.getOrDefault(part, "");
    String saying = SAYING_NOTHING.matcher(label).replaceAll("");
    return !saying.isEmpty() && saying.equals(SAYING_NOTHING.matcher(plain).replaceAll(""))
        || label.equals(ENDING.matcher(plain).replaceAll(""));
  }

  /** Whether a line is the words of the form and nothing behind them. */
  boolean isLabelAlone(String part, Words line, Head head) {
    String all = line.text().substring(head.numbering().length());
    return LabelText.of(all, words.spellings()).words().equals(labels.get(part));
  }
}
