package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Part;
import org.gongkai.form.PartRole;

/**
 * Puts headings on lines of their own where a page has lost the breaks of its text: those of
 * sections word for word, and behind one of them the numbered ones of its aspects.
 */
final class InlineHeadings {

  private static final int SHORTEST = 40;
  private static final Pattern ASPECT = Pattern.compile("(?<=[。；;！!\\s])(?=[(（][一二三四五六七八九][)）])");

  private final Pattern heading;

  InlineHeadings(Forms forms, PrintedWords words) {
    Set<String> labels =
        new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    words.headings().values().forEach(labels::addAll);
    for (Form form : forms.all()) {
      form.sections().values().forEach(s -> labels.add(bare(s.title().zh())));
      for (Part part : form.narrative()) {
        if (part.role() == PartRole.BODY && words.sections().containsKey(part.id())) {
          labels.add(bare(part.label().zh()));
        }
      }
    }
    String any = String.join("|", labels.stream().map(Pattern::quote).toList());
    heading =
        Pattern.compile(
            "(?<=^|[。；;！!\\s])[一二三四五六]、\\s*(?:"
                + any
                + ")[。：:]?(?=\\s|[(（0-9一-龥]|$)(?!\\s*[；;，,、和及])");
  }

  private static String bare(String label) {
    return label.substring(Numbering.of(label).length()).replace("（文字）", "");
  }

  /** The lines of a line; itself where no heading stands inside it. */
  List<String> split(String line) {
    if (line.length() < SHORTEST) {
      return List.of(line);
    }
    Matcher matcher = heading.matcher(line);
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (matcher.find()) {
      add(lines, line.substring(from, matcher.start()), from > 0);
      lines.add(matcher.group());
      from = matcher.end();
    }
    if (from == 0) {
      return List.of(line);
    }
    add(lines, line.substring(from), true);
    return lines;
  }

  private static void add(List<String> lines, String text, boolean behindHeading) {
    List<String> parts = behindHeading ? Arrays.asList(ASPECT.split(text)) : List.of(text);
    parts.stream().filter(part -> !part.isBlank()).forEach(lines::add);
  }
}
