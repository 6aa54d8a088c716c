package org.gongkai.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Part;
import org.gongkai.form.PartRole;
import org.gongkai.form.Section;
import org.gongkai.problem.Nearest;
import org.gongkai.recognition.Numbering.Style;
import org.gongkai.recognition.Strand.TableOf;
import org.gongkai.recognition.Strand.Words;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headings of the sections among the lines of a document: those that together stand in
 * the order of the form and are most like its headings.
 */
final class SectionHeadings {

  /**
   * A heading.
   *
   * @param strand which line it is
   * @param length of it in the line; what follows is text
   */
  record Heading(String section, int strand, int length) {}

  private record Candidate(
      int section, int strand, int length, int score, Style style, boolean numbered) {}

  private static final int LONGEST = 34;
  private static final int NEAR = 12;
  private static final int LEAST = 4;
  private static final Pattern END = Pattern.compile("[。：:；;！]");
  private static final Pattern LISTED =
      Pattern.compile("(?:[.…·]{3,}|\\s)[-—]?\\s*[0-9]{1,3}\\s*[-—]?$");

  private final PrintedWords words;
  private final List<Strand> strands;
  private final List<String> ids;
  private final Map<String, List<String>> labels = new HashMap<>();

  private SectionHeadings(Forms forms, PrintedWords words, List<Strand> strands) {
    this.words = words;
    this.strands = strands;
    this.ids = List.copyOf(words.sections().keySet());
    for (Form form : forms.all()) {
      for (Part part : form.narrative()) {
        if (part.role() == PartRole.BODY && ids.contains(part.id())) {
          add(part.id(), part.label().zh());
        }
      }
      for (Section section : form.sections().values()) {
        add(section.id(), section.title().zh());
      }
    }
    words.headings().forEach((section, its) -> its.forEach(label -> add(section, label)));
  }

  private void add(String section, String label) {
    labels
        .computeIfAbsent(section, s -> new ArrayList<>())
        .add(LabelText.of(label, words.spellings()).words());
  }

  /** By section, in the order of the document. */
  static Map<String, Heading> find(Forms forms, PrintedWords words, List<Strand> strands) {
    return new SectionHeadings(forms, words, strands).find();
  }

  private Map<String, Heading> find() {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < strands.size(); i++) {
      if (strands.get(i) instanceof Words line) {
        for (int s = 0; s < ids.size(); s++) {
          Candidate candidate = candidate(i, line, s);
          if (candidate != null) {
            candidates.add(candidate);
          }
        }
      }
    }
    List<Candidate> chain = chain(candidates);
    Style style = style(chain);
    if (style != null) {
      chain =
          chain(
              candidates.stream()
                  .map(c -> c.numbered() && c.style() != style ? lowered(c) : c)
                  .filter(c -> c.score() >= LEAST)
                  .toList());
    }
    Map<String, Heading> found = new LinkedHashMap<>();
    int last = -1;
    for (Candidate chosen : chain) {
      Candidate its = last < 0 ? chosen : first(chosen, last, candidates);
      last = its.strand();
      found.put(
          ids.get(its.section()), new Heading(ids.get(its.section()), its.strand(), its.length()));
    }
    return found;
  }

  /** A heading that a caption repeats stands before it. */
  private Candidate first(Candidate chosen, int behind, List<Candidate> candidates) {
    for (Candidate its : candidates) {
      if (its.strand() > behind
          && its.strand() < chosen.strand()
          && its.section() == chosen.section()
          && text(its.strand()).equals(text(chosen.strand()))) {
        return its;
      }
    }
    return chosen;
  }

  private String text(int strand) {
    return strands.get(strand) instanceof Words line ? LabelText.joined(line.text()) : "";
  }

  private static Candidate lowered(Candidate c) {
    return new Candidate(
        c.section(), c.strand(), c.length(), c.score() - 6, c.style(), c.numbered());
  }

  /** How most of the headings are numbered; null where most are not. */
  private static @Nullable Style style(List<Candidate> chain) {
    Map<Style, Integer> scores = new TreeMap<>();
    chain.forEach(c -> scores.merge(c.style(), c.score(), Integer::sum));
    Style style =
        scores.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(null);
    return style == Style.NONE ? null : style;
  }

  private @Nullable Candidate candidate(int strand, Words line, int section) {
    String text = line.text();
    Numbering numbering = Numbering.of(text);
    var end = END.matcher(text);
    int length =
        end.find(Math.min(numbering.length(), text.length())) ? end.start() : text.length();
    int cut = numbering.length() == 0 ? -1 : labelEnd(text, numbering.length(), section);
    length = cut > 0 ? cut : length;
    String head = text.substring(Math.min(numbering.length(), length), length);
    String plain = LabelText.of(head, words.spellings()).words();
    boolean runsOn = length + 1 < text.length();
    if (plain.isEmpty()
        || plain.length() > LONGEST
        || cut < 0 && LISTED.matcher(text).find()
        || !only(plain, section)
        || runsOn && numbering.length() == 0) {
      return null;
    }
    int score = likeness(plain, section);
    boolean numbered = numbering.style() != Style.NONE;
    if (numbered && numbering.number() == section + 1) {
      boolean usual = numbering.style() == Style.CHINESE || numbering.style() == Style.ORDINAL;
      score += usual ? 4 : 2;
    } else if (numbered || line.heading()) {
      score += 1;
    } else if (score < LEAST) {
      return null;
    }
    score += line.heading() ? 1 : 0;
    score -= runsOn ? 1 : 0;
    score += tableFollows(strand, ids.get(section)) ? 5 : 0;
    return score < LEAST
        ? null
        : new Candidate(section, strand, length, score, numbering.style(), numbered);
  }

  /** Where the form's own heading ends and a text goes on behind it without a stop; or −1. */
  private int labelEnd(String printed, int from, int section) {
    String text = Simplified.read(printed);
    for (String label : labels.getOrDefault(ids.get(section), List.of())) {
      int at = from;
      int matched = 0;
      while (at < text.length() && matched < label.length()) {
        char sign = text.charAt(at);
        if (Character.isLetterOrDigit(sign)) {
          if (sign != label.charAt(matched)) {
            break;
          }
          matched++;
        }
        at++;
      }
      boolean goesOn =
          at < text.length()
              && (Character.isWhitespace(text.charAt(at))
                  || Character.isSpaceChar(text.charAt(at))
                  || text.startsWith("20", at));
      if (matched == label.length() && goesOn) {
        return at;
      }
    }
    return -1;
  }

  /** Whether the words of this section stand in it, and of no other but an earlier named one. */
  private boolean only(String plain, int section) {
    int found = -1;
    int count = 0;
    for (int s = 0; s < ids.size(); s++) {
      Pattern pattern = words.sections().get(ids.get(s));
      if (pattern != null && pattern.matcher(plain).find()) {
        count++;
        found = found == section ? found : s;
      }
    }
    return found == section && (count == 1 || likeness(plain, section) >= LEAST);
  }

  private int likeness(String plain, int section) {
    int best = 2;
    for (String label : labels.getOrDefault(ids.get(section), List.of())) {
      int distance = Nearest.edits(plain, label);
      if (distance == 0) {
        best = Math.max(best, 6);
      } else if (distance * 4 <= label.length()
          || label.length() > 3 && plain.contains(label) && plain.length() <= label.length() + 8) {
        best = Math.max(best, 4);
      }
    }
    return best;
  }

  /** Whether the next table is the section's, with little between. */
  private boolean tableFollows(int strand, String section) {
    for (int i = strand + 1; i < strands.size() && i <= strand + NEAR; i++) {
      if (strands.get(i) instanceof TableOf table) {
        return table.section().equals(section);
      }
      if (strands.get(i) instanceof Words line
          && Numbering.of(line.text()).style() == Style.CHINESE) {
        return false;
      }
    }
    return false;
  }

  /** The best headings whose sections stand in order; of equal ones the later, behind a list. */
  private static List<Candidate> chain(List<Candidate> candidates) {
    List<Candidate> ordered = new ArrayList<>(candidates);
    ordered.sort(Comparator.comparingInt(Candidate::strand));
    int[] best = new int[ordered.size()];
    int[] before = new int[ordered.size()];
    int last = -1;
    for (int i = 0; i < ordered.size(); i++) {
      Candidate its = ordered.get(i);
      best[i] = its.score();
      before[i] = -1;
      for (int j = 0; j < i; j++) {
        Candidate other = ordered.get(j);
        if (other.section() < its.section()
            && other.strand() < its.strand()
            && best[j] + its.score() >= best[i]) {
          best[i] = best[j] + its.score();
          before[i] = j;
        }
      }
      last = last < 0 || best[i] >= best[last] ? i : last;
    }
    List<Candidate> chain = new ArrayList<>();
    for (int i = last; i >= 0; i = before[i]) {
      chain.addFirst(ordered.get(i));
    }
    return chain;
  }
}
