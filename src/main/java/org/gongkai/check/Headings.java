package org.gongkai.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Part;
import org.gongkai.form.PartRole;
import org.gongkai.language.Glyphs;
import org.gongkai.narrative.Lexicon;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Holds the headings as they are printed against the sections of the form: their numbers rise in
 * the form's order, and none is that of another section. What a heading is of is told by its words,
 * where they are those of one section only.
 */
final class Headings {

  private static final String NUMBERS = "一二三四五六七八九十";

  private static final Pattern NUMBERED =
      Pattern.compile(
          "[\\s#]{0,4}(?:第?([一二三四五六七八九十])(?:部分)?|([1-9]))\\s?[、.．,，:：\\s]\\s?(.*)", Pattern.DOTALL);

  private static final Pattern FIRST_LINE = Pattern.compile("\\s{0,8}([^\\n。；，]{4,40})\\n");

  /** Stands before the section that a heading is of, in the heading's id. */
  private final String prefix;

  private final Form form;
  private final Lexicon lexicon;

  /** The sections of the form, in its order, by the ids of their headings. */
  private final Map<String, String> sections = new LinkedHashMap<>();

  private Headings(Form form, Lexicon lexicon) {
    this.form = form;
    this.lexicon = lexicon;
    String before = "";
    for (Part part : form.narrative()) {
      if (part.role() == PartRole.HEADING) {
        int dot = part.id().lastIndexOf('.') + 1;
        before = part.id().substring(0, dot);
        sections.put(part.id(), part.id().substring(dot));
      }
    }
    this.prefix = before;
  }

  /**
   * A heading.
   *
   * @param part where it stands: a heading of its own, or the first line of a text
   * @param section what it stands over
   * @param number that it begins with; 0 where it has none
   * @param words without the number
   */
  private record Heading(
      String part, String section, int number, String words, int start, int end) {}

  static List<Finding> of(Form form, Lexicon lexicon, Content content) {
    // before the first edition every place had sections of its own
    if (content.year() < form.firstYear() || form.rules(Relation.HEADED).isEmpty()) {
      return List.of();
    }
    return new Headings(form, lexicon).findings(content);
  }

  private List<Finding> findings(Content content) {
    List<Heading> printed = new ArrayList<>();
    sections.forEach(
        (id, section) -> {
          String text = content.narrative().get(id);
          if (text != null && !text.isBlank()) {
            printed.add(heading(id, section, Glyphs.read(text), 0, text.length()));
          }
        });
    List<Finding> findings = new ArrayList<>();
    Heading before = null;
    for (Heading heading : printed) {
      if (heading.number() > 0) {
        if (before != null && heading.number() <= before.number()) {
          findings.addAll(finding(content, FindingKind.OUT_OF_ORDER, heading, before));
        }
        before = heading;
      }
      if (isOfAnother(heading)) {
        findings.addAll(finding(content, FindingKind.WRONG_HEADING, heading, null));
      }
    }
    firstLines(content).stream()
        .filter(this::isOfAnother)
        .filter(line -> line.number() == numberOf(only(line.words())))
        .forEach(line -> findings.addAll(finding(content, FindingKind.WRONG_HEADING, line, null)));
    return findings;
  }

  /** First lines of texts whose heading is not said: they may have been copied along. */
  private List<Heading> firstLines(Content content) {
    List<Heading> lines = new ArrayList<>();
    for (String section : sections.values()) {
      String text = content.narrative().get(section);
      if (text != null && !content.narrative().containsKey(prefix + section)) {
        String read = Glyphs.read(text);
        Matcher line = FIRST_LINE.matcher(read);
        if (line.lookingAt()) {
          lines.add(heading(section, section, read, line.start(1), line.end(1)));
        }
      }
    }
    return lines;
  }

  private static Heading heading(String part, String section, String text, int start, int end) {
    String words = text.substring(start, end);
    Matcher numbered = NUMBERED.matcher(words);
    if (!numbered.matches()) {
      return new Heading(part, section, 0, words, start, end);
    }
    String chinese = numbered.group(1);
    int number =
        chinese == null ? Integer.parseInt(numbered.group(2)) : NUMBERS.indexOf(chinese) + 1;
    return new Heading(part, section, number, numbered.group(3), start, end);
  }

  private boolean isOfAnother(Heading heading) {
    String section = only(heading.words());
    return section != null && !section.equals(heading.section());
  }

  /** The one section that the words are of; null where that is none, or not the only one. */
  private @Nullable String only(String words) {
    List<String> of =
        sections.values().stream()
            .filter(lexicon.sectionHeadings::containsKey)
            .filter(
                section ->
                    Objects.requireNonNull(lexicon.sectionHeadings.get(section))
                        .matcher(words)
                        .find())
            .toList();
    return of.size() == 1 ? of.getFirst() : null;
  }

  /** Which section of the form it is, from 1. */
  private int numberOf(@Nullable String section) {
    return List.copyOf(sections.values()).indexOf(section) + 1;
  }

  private List<Finding> finding(
      Content content, FindingKind kind, Heading heading, @Nullable Heading before) {
    List<CellState> cells = new ArrayList<>();
    cells.add(quote(content, heading));
    if (before != null) {
      cells.add(quote(content, before));
    }
    String place = NarrativeText.NARRATIVE + "." + heading.part();
    return form.rules(Relation.HEADED).stream()
        .map(
            (Rule rule) ->
                Finding.of(form, rule, kind, NarrativeText.NARRATIVE, place, cells, null, null))
        .toList();
  }

  private static CellState quote(Content content, Heading heading) {
    return NarrativeText.unread(
            heading.part(), Objects.requireNonNull(content.narrative().get(heading.part())))
        .quote(heading.start(), heading.end());
  }
}
