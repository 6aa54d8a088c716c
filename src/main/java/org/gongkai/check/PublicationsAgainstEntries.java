package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;

/**
 * Holds what the text states of publications against the entries of the report: of one channel, of
 * several together, of all.
 */
final class PublicationsAgainstEntries {

  private static final String PUBLISHED = "publications.total.count";
  private static final String NEW_MEDIA = "new-media";

  /** What are new media, too. */
  private static final Set<String> ACCOUNTS =
      Set.of(NEW_MEDIA, "wechat", "wechat-video", "weibo", "app", "short-video", "news-aggregator");

  private final Content content;
  private final OtherStatements others;
  private final DifferingStatements differences;
  private final Unlisted unlisted = new Unlisted();

  PublicationsAgainstEntries(
      Content content, OtherStatements others, DifferingStatements differences) {
    this.content = content;
    this.others = others;
    this.differences = differences;
  }

  /** What the report does not list. */
  Unlisted unlisted() {
    return unlisted;
  }

  void check(NarrativeText text, Statement statement) {
    if (statement.isShared()) {
      checkShared(text, statement);
    } else if (statement.isOfAll()) {
      checkTotal(text, statement);
    } else {
      checkChannel(text, statement);
    }
  }

  private void checkChannel(NarrativeText text, Statement statement) {
    String channel = Objects.requireNonNull(statement.channel());
    List<CellState> cells = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    boolean exact = true;
    boolean agrees = false;
    for (int i = 0; i < content.publications().size(); i++) {
      var entry = content.publications().get(i);
      if (channel.equals(entry.channel()) && statement.unit().equals(entry.unit())) {
        cells.add(CellState.of(i, entry));
        exact &= !entry.approximate() && entry.count() instanceof Figure.Stated;
        if (entry.count() instanceof Figure.Stated stated) {
          sum = sum.add(stated.number());
          agrees |= Agreement.agrees(statement, statement.number(), stated.number());
        }
      }
    }
    boolean stated =
        cells.stream().anyMatch(cell -> Objects.requireNonNull(cell.stated()).isNumber());
    if (!cells.isEmpty() && !stated) {
      return; // no number to hold it against
    }
    if (NEW_MEDIA.equals(channel) && isOfAccounts(statement)) {
      return;
    }
    if (cells.isEmpty()) {
      unlisted.add(text, statement, others.isOnly(statement));
    } else if (!agrees && !Agreement.agrees(statement, statement.number(), sum)) {
      differences.add(
          text,
          statement,
          statement.number(),
          cells.getFirst().path(),
          cells,
          sum,
          exact
              && cells.size() == 1
              && others.isOnly(statement)
              && Agreement.isWrong(statement, statement.number(), sum));
    }
  }

  /** Whether a number of new media is that of an account, or of all accounts together. */
  private boolean isOfAccounts(Statement statement) {
    BigDecimal sum = BigDecimal.ZERO;
    for (var entry : content.publications()) {
      if (entry.channel() != null
          && ACCOUNTS.contains(entry.channel())
          && statement.unit().equals(entry.unit())
          && entry.count() instanceof Figure.Stated stated) {
        if (Agreement.agrees(statement, statement.number(), stated.number())) {
          return true;
        }
        sum = sum.add(stated.number());
      }
    }
    return Agreement.agrees(statement, statement.number(), sum);
  }

  /**
   * Of several channels together. What stands on more than one of them may be counted once, so that
   * less than their sum can be right, but not less than one of them, and never more than all. Where
   * the text tells of one of them by itself, too, that is held against the report, and not the sum.
   */
  private void checkShared(NarrativeText text, Statement statement) {
    if (others.tellOneOf(statement.sharing())) {
      return;
    }
    List<CellState> cells = new ArrayList<>();
    Map<String, String> places = new LinkedHashMap<>();
    Map<String, BigDecimal> byChannel = new HashMap<>();
    for (int i = 0; i < content.publications().size(); i++) {
      var entry = content.publications().get(i);
      if (statement.sharing().contains(entry.channel()) && statement.unit().equals(entry.unit())) {
        if (entry.approximate() || !(entry.count() instanceof Figure.Stated stated)) {
          return;
        }
        CellState cell = CellState.of(i, entry);
        cells.add(cell);
        places.putIfAbsent(entry.channel(), cell.path());
        byChannel.merge(entry.channel(), stated.number(), BigDecimal::add);
      }
    }
    BigDecimal number = statement.number();
    BigDecimal sum = byChannel.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean ofAll =
        content
            .published()
            .filter(
                total ->
                    total.count() instanceof Figure.Stated stated
                        && Agreement.agrees(statement, number, stated.number()))
            .isPresent();
    if (byChannel.size() < statement.sharing().size()
        || ofAll
        || Agreement.agrees(statement, number, sum)) {
      return;
    }
    boolean possible =
        number.compareTo(sum) < 0
            && byChannel.values().stream().noneMatch(one -> number.compareTo(one) < 0);
    differences.add(
        text,
        statement,
        number,
        String.join(Finding.AND, places.values()),
        cells,
        sum,
        !possible && Agreement.isWrong(statement, number, sum));
  }

  private void checkTotal(NarrativeText text, Statement statement) {
    if (content.published().isEmpty()) {
      unlisted.add(text, statement, others.isOnly(statement));
      return;
    }
    var total = content.published().get();
    if (total.unit().equals(statement.unit())
        && total.count() instanceof Figure.Stated stated
        && !Agreement.agrees(statement, statement.number(), stated.number())) {
      differences.add(
          text,
          statement,
          statement.number(),
          PUBLISHED,
          List.of(CellState.of(PUBLISHED, stated)),
          stated.number(),
          !total.approximate()
              && !others.makeItOneOfSeveralTotals(statement)
              && Agreement.isWrong(statement, statement.number(), stated.number()));
    }
  }
}
