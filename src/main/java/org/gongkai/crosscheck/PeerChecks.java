package org.gongkai.crosscheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Cell;
import org.gongkai.form.CellPath;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Holds the numbers of an organ that has no report of last year against those of its peers: a first
 * report in yuan instead of 10,000 yuan looks right beside nothing else.
 */
final class PeerChecks {

  private final Forms forms;

  public PeerChecks(Forms forms) {
    this.forms = forms;
  }

  /** The leaf cells with numbers so large that peers must be compared. */
  public List<String> largeCells(Content content) {
    List<String> paths = new ArrayList<>();
    content
        .editions()
        .forEach(
            (section, edition) -> {
              Form form = forms.known(edition);
              for (Rule.Peers rule : form.rules(Rule.Peers.class)) {
                for (Cell cell : form.knownSection(section).cells().values()) {
                  if (cell.leaf() && isLarge(rule, number(content, cell.path()))) {
                    paths.add(cell.path());
                  }
                }
              }
            });
    return paths;
  }

  private static boolean isLarge(Rule.Peers rule, @Nullable BigDecimal number) {
    return number != null && number.compareTo(rule.threshold()) > 0;
  }

  /**
   * The power of ten that is not smaller. Beside that much only the order of magnitude of the
   * largest number decides, so that trials of many numbers tell no more than it.
   */
  private static BigDecimal coarse(BigDecimal largest) {
    BigDecimal power = BigDecimal.ONE;
    while (power.compareTo(largest) < 0) {
      power = power.movePointRight(1);
    }
    return power;
  }

  private static @Nullable BigDecimal number(Content content, String path) {
    return content.figures().at(path) instanceof Figure.Stated stated ? stated.number() : null;
  }

  /**
   * What is far from its peers.
   *
   * @param peers by path what each of them states
   */
  public List<Finding> check(Content content, Map<String, ? extends Collection<BigDecimal>> peers) {
    Map<String, Finding> found = new LinkedHashMap<>();
    peers.forEach(
        (path, numbers) -> {
          String section = CellPath.section(path);
          Form form = forms.known(Objects.requireNonNull(content.editions().get(section)));
          for (Rule.Peers rule : form.rules(Rule.Peers.class)) {
            if (numbers.size() >= rule.peers()) {
              BigDecimal largest = Collections.max(numbers);
              BigDecimal own = number(content, path);
              if (Objects.requireNonNull(own).compareTo(coarse(largest).multiply(rule.factor()))
                  > 0) {
                found.put(path, finding(form, rule, section, path, content, largest));
              }
            }
          }
        });
    return List.copyOf(found.values());
  }

  private static Finding finding(
      Form form, Rule rule, String section, String path, Content content, BigDecimal largest) {
    Figure own = content.figures().at(path);
    return Finding.of(
        form,
        rule,
        FindingKind.UNLIKE_PEERS,
        section,
        path,
        List.of(CellState.of(path, Objects.requireNonNull(own))),
        number(content, path),
        largest);
  }
}
