package org.gongkai.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.Forms;
import org.gongkai.language.Frame;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;

/**
 * Holds what the text states against the cells, and against the entries of publications. A
 * difference is a warning only where the words can mean nothing else and the number is exact.
 */
final class TextAgainstCells {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final String YUAN = "元";

  private final Forms forms;
  private final Content content;
  private final KnownTotals totals;
  private final OtherStatements others;
  private final DifferingStatements differences;
  private final PublicationsAgainstEntries publications;

  /** What the report states of a frame's cells, each asked for once. */
  private final Map<Frame, List<StatedSum>> stated = new HashMap<>();

  TextAgainstCells(Forms forms, Content content, KnownTotals totals, List<NarrativeText> texts) {
    this.forms = forms;
    this.content = content;
    this.totals = totals;
    this.others = new OtherStatements(content, texts);
    this.differences = new DifferingStatements(forms, content);
    this.publications = new PublicationsAgainstEntries(content, others, differences);
    for (NarrativeText text : texts) {
      for (Statement statement : text.statements()) {
        if (statement.frame() == null) {
          publications.check(text, statement);
        } else {
          checkFrame(text, statement);
        }
      }
    }
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(differences.findings());
    publications.unlisted().finding(forms.inForce(content.year())).ifPresent(all::add);
    return all;
  }

  /** Whether a quantity of the text was found to differ from its cell. */
  boolean isContradicted(String part, int place) {
    return differences.hasOne(part, place);
  }

  private void checkFrame(NarrativeText text, Statement statement) {
    List<StatedSum> sums =
        stated.computeIfAbsent(Objects.requireNonNull(statement.frame()), this::sums);
    if (sums.stream().noneMatch(s -> s.whole() || s.least())) {
      return;
    }
    boolean inYuan = statement.unit().equals(YUAN);
    BigDecimal number =
        inYuan
            ? statement.number().divide(TEN_THOUSAND, 10, RoundingMode.HALF_UP)
            : statement.number();
    if (sums.stream()
        .anyMatch(s -> (s.whole() || s.least()) && Agreement.agrees(statement, number, s.sum()))) {
      return;
    }
    if (inYuan && sums.getFirst().sum().compareTo(statement.number()) == 0) {
      return; // yuan for 10,000 yuan, which has a rule of its own
    }
    boolean open = sums.stream().anyMatch(s -> !s.whole() && !isLess(s, number));
    List<CellState> cells = new ArrayList<>();
    sums.forEach(s -> s.cells().stream().filter(c -> !cells.contains(c)).forEach(cells::add));
    boolean certain =
        !open
            && !others.makeItAPart(statement)
            && sums.stream().allMatch(s -> Agreement.isWrong(statement, number, s.sum()));
    differences.add(
        text, statement, number, sums.getFirst().place(), cells, sums.getFirst().sum(), certain);
  }

  private List<StatedSum> sums(Frame frame) {
    List<StatedSum> sums = new ArrayList<>();
    for (List<String> cells : frame.cells()) {
      totals.sum(cells).ifPresent(sums::add);
    }
    return sums;
  }

  /**
   * What the stated parts of a blank total exceed cannot be that total, whatever the others are.
   */
  private static boolean isLess(StatedSum sum, BigDecimal number) {
    return sum.least() && number.compareTo(sum.sum()) < 0;
  }
}
