package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.language.Frame;
import org.gongkai.narrative.Boundaries;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Finds two numbers of one matter in different sentences, whatever the tables state. Both sentences
 * must speak of the whole year and of nothing narrower, and of all that was published in the same
 * words; what the table contradicts already is not told again.
 */
final class ToldTwice {

  private static final String RECEIVED = "applications.received.total";
  private static final List<String> CARRIED_OVER = List.of("applications.carriedOver.total");

  private static final Pattern WHOLE_YEAR =
      Pattern.compile("全年|共(?![同享建公])|本年|年度|年内|今年|[0-9]{4}年(?![0-9]{1,2}月)");
  private static final Pattern NARROWER = Pattern.compile("其中|分别|截[至止]|新增|季度|月份|中，");

  /** What was published, from the word that adds it up: 共主动公开政府信息. */
  private static final Pattern ALL_PUBLISHED = Pattern.compile("(?:共计?|累计)[^，,、；;：:]{2,16}$");

  private static final int LONGEST = 200;

  private final Form form;
  private final KnownTotals totals;
  private final TextAgainstCells cells;
  private final Set<BigDecimal> carriedOver = new HashSet<>();
  private boolean carriedOverKnown;

  private record Told(NarrativeText text, Statement statement) {

    boolean isOther(Told other) {
      return statement.number().compareTo(other.statement().number()) != 0;
    }
  }

  ToldTwice(Forms forms, Content content, KnownTotals totals, TextAgainstCells cells) {
    this.form = forms.inForce(content.year());
    this.totals = totals;
    this.cells = cells;
  }

  List<Finding> find(List<NarrativeText> texts) {
    noteCarriedOver(texts);
    Map<String, Told> first = new HashMap<>();
    Set<String> found = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (NarrativeText text : texts) {
      for (Statement statement : text.statements()) {
        String matter = matter(text, statement);
        if (matter == null) {
          continue;
        }
        Told told = new Told(text, statement);
        Told before = first.putIfAbsent(matter, told);
        if (before != null && before.isOther(told) && canBeBoth(matter, before, told)) {
          continue;
        }
        if (before != null && before.isOther(told) && found.add(matter)) {
          form.rules(Relation.STATED).forEach(rule -> findings.add(finding(rule, before, told)));
        }
      }
    }
    return findings;
  }

  private Finding finding(Rule rule, Told before, Told told) {
    return Finding.of(
        form,
        rule,
        FindingKind.TOLD_TWICE,
        NarrativeText.NARRATIVE,
        told.text().place(),
        List.of(told.text().quote(told.statement()), before.text().quote(before.statement())),
        told.statement().number(),
        before.statement().number());
  }

  /** What a statement is of, where it is of all of that; null where it need not be. */
  private @Nullable String matter(NarrativeText text, Statement statement) {
    boolean exact = statement.certain() && statement.plain() && !statement.narrowed();
    Frame frame = statement.frame();
    if (!exact || !statement.isOfAll() && (frame == null || !isOfOneMatter(frame))) {
      return null;
    }
    String words = sentence(text.passage().signs(), statement.place());
    if (!isOfTheWholeYear(words)) {
      return null;
    }
    if (frame == null) {
      Matcher published = ALL_PUBLISHED.matcher(words);
      return published.find() ? published.group() : null;
    }
    return cells.isContradicted(statement.part(), statement.place())
        ? null
        : String.join("+", frame.cells().getFirst());
  }

  private boolean isOfOneMatter(Frame frame) {
    return !frame.cells().isEmpty()
        && frame.of().isEmpty()
        && (frame.cells().getFirst().getFirst().equals(RECEIVED) || possible(frame) == 1);
  }

  /** In how many ways the tables can have its number. */
  private long possible(Frame frame) {
    long possible = frame.cells().stream().map(totals::sum).filter(Optional::isPresent).count();
    return possible == 0 ? frame.cells().size() : possible;
  }

  /** Applications may be told with those carried over and without. */
  private boolean canBeBoth(String matter, Told one, Told other) {
    BigDecimal apart = one.statement().number().subtract(other.statement().number()).abs();
    return matter.equals(RECEIVED)
        && (!carriedOverKnown
            || carriedOver.stream().anyMatch(number -> number.compareTo(apart) == 0));
  }

  private void noteCarriedOver(List<NarrativeText> texts) {
    totals.sum(CARRIED_OVER).filter(StatedSum::whole).ifPresent(sum -> carriedOver.add(sum.sum()));
    for (NarrativeText text : texts) {
      for (Statement statement : text.statements()) {
        Frame frame = statement.frame();
        if (frame != null && frame.cells().contains(CARRIED_OVER)) {
          carriedOver.add(statement.number());
        }
      }
    }
    carriedOverKnown = !carriedOver.isEmpty();
  }

  /** Whether a sentence speaks of the whole year, and of nothing narrower. */
  static boolean isOfTheWholeYear(String words) {
    return WHOLE_YEAR.matcher(words).find() && !NARROWER.matcher(words).find();
  }

  /** The words of its sentence before a number. */
  static String sentence(String signs, int place) {
    return Boundaries.sentenceBefore(signs, place, LONGEST);
  }
}
