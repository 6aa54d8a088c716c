package org.gongkai.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;
import org.gongkai.rule.Relation;

/** Publications that the text states and the report does not list, as entries to add. */
final class Unlisted {

  /** Nobody has so many channels. */
  private static final int MOST = 50;

  /** Said of an entry that has to be looked at: it is not one that can be sent in as it is. */
  private static final String CERTAIN = "certain";

  private final List<PublicationsInText.Published> published = new ArrayList<>();
  private final List<CellState> quotes = new ArrayList<>();
  private final List<CellState> entries = new ArrayList<>();

  /**
   * Proposes an entry.
   *
   * @param only whether no other number is told of the same; two can be parts, or two accounts
   */
  void add(NarrativeText text, Statement statement, boolean only) {
    if (!statement.certain() || entries.size() >= MOST) {
      return; // of what is not certain by its words one in ten belongs there
    }
    ObjectNode entry = JsonNodeFactory.withExactBigDecimals(true).objectNode();
    if (statement.channel() != null) {
      entry.put("channel", statement.channel());
    }
    entry.set("count", CellState.stated(new Figure.Stated(statement.number())));
    entry.put("unit", statement.unit());
    if (!statement.plain()) {
      entry.put("approximate", true);
    }
    if (!only) {
      entry.put(CERTAIN, false);
    }
    String path = statement.channel() == null ? "publications.total" : "publications.channels";
    CellState proposed = new CellState(path, null, entry);
    if (!entries.contains(proposed)) {
      quotes.add(text.quote(statement));
      entries.add(proposed);
      published.add(published(text, statement, only));
    }
  }

  private static PublicationsInText.Published published(
      NarrativeText text, Statement statement, boolean only) {
    return new PublicationsInText.Published(
        statement.channel(),
        statement.unit(),
        statement.number(),
        only,
        !statement.plain(),
        statement.part(),
        text.sent().substring(statement.start(), statement.end()).strip());
  }

  /** The entries, in the order in which they were proposed. */
  List<PublicationsInText.Published> published() {
    return List.copyOf(published);
  }

  Optional<Finding> finding(Form form) {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    List<CellState> cells = new ArrayList<>(quotes);
    cells.addAll(entries);
    return form.rules(Relation.UNLISTED).stream()
        .findFirst()
        .map(
            rule ->
                Finding.of(
                    form,
                    rule,
                    FindingKind.UNLISTED,
                    "publications",
                    "publications.channels",
                    cells,
                    null,
                    null));
  }
}
