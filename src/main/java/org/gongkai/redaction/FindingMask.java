package org.gongkai.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.Findings;
import org.gongkai.form.Content;

/**
 * Masks words in findings. Those quote stretches of the text, which may begin or end within a word,
 * or have signs of it left out; so what is masked of a quotation goes by its place in the text.
 */
final class FindingMask {

  private static final String TEXT = "narrative.";

  private final WordMask words;

  /** Of each text that may be quoted, by the path of the part, which signs are masked. */
  private final List<Map<String, boolean[]>> texts;

  FindingMask(WordMask words, List<Content> contents) {
    this.words = words;
    this.texts = contents.stream().map(this::hits).toList();
  }

  private Map<String, boolean[]> hits(Content content) {
    Map<String, boolean[]> hits = new HashMap<>();
    content.narrative().forEach((part, text) -> hits.put(TEXT + part, words.hits(text)));
    content.remarks().forEach((cell, remark) -> hits.put(cell, words.hits(remark)));
    return hits;
  }

  /**
   * A change of what a finding is about, which a remark on it has to follow.
   *
   * @param about as a remark keeps it
   */
  record Moved(String finding, String about, String aboutNow) {}

  /**
   * Findings as they are stored, with words masked.
   *
   * @param isOurs whether a quotation is from the texts
   * @param holds whether a finding in which something is masked still holds; otherwise it goes
   * @param moved takes what remarks have to follow
   */
  String masked(
      String stored, Predicate<CellState> isOurs, Predicate<Finding> holds, List<Moved> moved) {
    List<Finding> findings = Findings.read(stored);
    List<Finding> masked = new ArrayList<>();
    for (Finding finding : findings) {
      Finding now = masked(finding, isOurs);
      if (now.equals(finding) || holds.test(now)) {
        masked.add(now);
      }
      if (!now.about().equals(finding.about())) {
        moved.add(new Moved(finding.id(), finding.about(), now.about()));
      }
    }
    return masked.equals(findings) ? stored : Findings.write(masked);
  }

  private Finding masked(Finding finding, Predicate<CellState> isOurs) {
    return new Finding(
        finding.rule(),
        finding.version(),
        finding.edition(),
        finding.severity(),
        finding.kind(),
        finding.section(),
        finding.place(),
        finding.cells().stream().map(cell -> masked(cell, isOurs.test(cell))).toList(),
        finding.left(),
        finding.right(),
        finding.suggestion(),
        finding.possible(),
        finding.more(),
        finding.unit());
  }

  private CellState masked(CellState cell, boolean isOurs) {
    JsonNode stated = cell.stated();
    if (stated == null || stated.isNumber() || stated.isNull()) {
      return cell;
    }
    JsonNode masked =
        stated.isTextual()
            ? TextNode.valueOf(masked(cell, stated.textValue(), isOurs))
            : words.masked(stated);
    return new CellState(
        cell.path(),
        cell.year(),
        cell.organ(),
        cell.organName(),
        masked,
        cell.at(),
        cell.channel());
  }

  private String masked(CellState cell, String quoted, boolean isOurs) {
    String masked = quoted;
    if (isOurs && cell.at() != null) {
      for (Map<String, boolean[]> text : texts) {
        boolean[] hits = text.get(cell.path());
        masked = hits == null ? masked : WordMask.masked(masked, cell.at(), hits);
      }
    }
    return words.masked(masked);
  }
}
