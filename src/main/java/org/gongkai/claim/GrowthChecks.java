package org.gongkai.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.check.KnownTotals;
import org.gongkai.check.StatedSum;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;
import org.gongkai.narrative.TextReader;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a text says of last year against last year's report. Where a number can be that of
 * several cells, what is said must be wrong of each of them that has it.
 */
public final class GrowthChecks {

  private final Forms forms;
  private final TextReader reader;

  /** Last year's report and this year's, with what their cells make. */
  private record Years(Content previous, KnownTotals before, Content current, KnownTotals now) {}

  public GrowthChecks(Forms forms, TextReader reader) {
    this.forms = forms;
    this.reader = reader;
  }

  /** What is said wrongly; nothing where last year's report is not of the year before. */
  public List<Finding> check(Content previous, Content current) {
    Form form = forms.inForce(current.year());
    List<Rule> rules = form.rules(Relation.GROWTH);
    List<Finding> findings = new ArrayList<>();
    if (rules.isEmpty() || previous.year() + 1 != current.year()) {
      return findings;
    }
    Years years =
        new Years(
            previous, new KnownTotals(forms, previous), current, new KnownTotals(forms, current));
    for (NarrativeText text : reader.read(current, GrowthChecks::compares)) {
      ClaimWords words = ClaimWords.of(forms, current.year());
      for (ComparisonClaim comparison : ComparisonClaim.in(words, text.passage())) {
        ComparisonClaim.Mistake mistake = mistake(text, comparison, years);
        if (mistake != null && comparison.withinItself() == null) {
          rules.forEach(
              rule ->
                  findings.add(
                      ComparisonClaims.finding(
                          form, rule, FindingKind.GROWTH_DIFFERS, text, comparison, mistake)));
        }
      }
    }
    return findings;
  }

  /** Whether it is worth reading. */
  private static boolean compares(String text) {
    return text.contains("同比")
        || text.contains("上年")
        || text.contains("上一年")
        || text.contains("去年")
        || text.contains("倍")
        || text.contains("番")
        || text.contains("增")
        || text.contains("减")
        || text.contains("降");
  }

  private ComparisonClaim.@Nullable Mistake mistake(
      NarrativeText text, ComparisonClaim comparison, Years years) {
    List<BigDecimal> before = new ArrayList<>();
    for (Statement statement : text.statements()) {
      if (statement.place() == comparison.now().place() && statement.certain()) {
        before.addAll(lastYears(statement, years));
      }
    }
    ComparisonClaim.Mistake first = null;
    for (BigDecimal last : before) {
      ComparisonClaim.Mistake mistake = mistakeBeside(comparison, last);
      if (mistake == null) {
        return null;
      }
      first = first == null ? mistake : first;
    }
    return first;
  }

  private static ComparisonClaim.@Nullable Mistake mistakeBeside(
      ComparisonClaim comparison, BigDecimal last) {
    if (comparison.last() != null && comparison.last().number().compareTo(last) != 0) {
      return ComparisonClaim.Mistake.ofCount(comparison.last().number(), last);
    }
    return comparison.beside(last);
  }

  /** What last year's report states of the cells that have the number this year. */
  private static List<BigDecimal> lastYears(Statement statement, Years years) {
    List<BigDecimal> last = new ArrayList<>();
    if (statement.isOfPublications()) {
      published(statement, years.current())
          .filter(now -> now.compareTo(statement.number()) == 0)
          .flatMap(now -> published(statement, years.previous()))
          .ifPresent(last::add);
      return last;
    }
    if (statement.isShared()) {
      return last;
    }
    for (List<String> cells : Objects.requireNonNull(statement.frame()).cells()) {
      years
          .now()
          .sum(cells)
          .filter(now -> now.whole() && now.sum().compareTo(statement.number()) == 0)
          .flatMap(now -> years.before().sum(cells))
          .filter(StatedSum::whole)
          .ifPresent(before -> last.add(before.sum()));
    }
    return last;
  }

  /** The number of a channel, or of all, where the report states one and exactly. */
  private static Optional<BigDecimal> published(Statement statement, Content content) {
    List<PublicationCount> its =
        statement.channel() == null
            ? content.published().stream().filter(p -> p.unit().equals(statement.unit())).toList()
            : content.publications().stream()
                .filter(
                    p ->
                        statement.channel().equals(p.channel())
                            && p.unit().equals(statement.unit()))
                .toList();
    return its.size() == 1
            && !its.getFirst().approximate()
            && its.getFirst().count() instanceof Figure.Stated stated
        ? Optional.of(stated.number())
        : Optional.empty();
  }
}
