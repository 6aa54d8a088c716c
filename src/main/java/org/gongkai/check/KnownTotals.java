package org.gongkai.check;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.form.CellPath;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a report, with the totals that were left blank added up from their parts: a text
 * states the sum all the same. Where parts are blank, too, the sum is the least that the total can
 * be; it is the total itself only in a table that writes no 0 anywhere, but leaves it blank.
 */
public final class KnownTotals {

  /** Of each edition that is in use, as it stands: read from its rules once. */
  private static final Cache<Form, Map<String, List<List<Equation.Operand>>>> PARTS =
      Caffeine.newBuilder().weakKeys().build();

  final Content content;
  final Forms forms;
  private final Map<String, Boolean> blankForNone = new HashMap<>();
  private final Map<String, Total> known = new HashMap<>();
  private final Map<List<String>, Optional<StatedSum>> sums = new HashMap<>();

  /**
   * What the parts of a blank total make.
   *
   * @param exact whether no part can make it more
   * @param parts cells that state a number
   */
  record Total(BigDecimal sum, boolean exact, Set<String> parts) {}

  public KnownTotals(Forms forms, Content content) {
    this.forms = forms;
    this.content = content;
  }

  /** What some cells state together, each sum added up once; empty where one of them is none. */
  public Optional<StatedSum> sum(List<String> terms) {
    Optional<StatedSum> sum = sums.get(terms);
    if (sum == null) {
      sum = StatedSum.of(terms, this);
      sums.put(terms, sum);
    }
    return sum;
  }

  /** What the parts of a blank cell make; null where it is no total, or no part states a number. */
  @Nullable Total of(String path) {
    if (!(content.figures().at(path) instanceof Figure.Blank)) {
      return null;
    }
    Total total = known.get(path);
    if (total == null && !known.containsKey(path)) {
      total = added(path, new HashSet<>());
      known.put(path, total);
    }
    return total;
  }

  /** Whether a rule makes it the sum of others. */
  boolean isTotal(String path) {
    return !partsOf(path).isEmpty();
  }

  /** Whether the table has numbers, and none of them is 0: it leaves blank what is none. */
  boolean leavesNoneBlank(String path) {
    String section = CellPath.section(path) + ".";
    return blankForNone.computeIfAbsent(
        section,
        s -> {
          List<BigDecimal> stated = new ArrayList<>();
          content
              .figures()
              .forEach(
                  (cell, figure) -> {
                    if (cell.startsWith(s) && figure instanceof Figure.Stated number) {
                      stated.add(number.number());
                    }
                  });
          return !stated.isEmpty() && stated.stream().allMatch(number -> number.signum() != 0);
        });
  }

  /** By a rule in which it is a side by itself: that which is exact, else the largest. */
  private @Nullable Total added(String path, Set<String> asked) {
    asked.add(path);
    Total best = null;
    for (List<Equation.Operand> parts : partsOf(path)) {
      Total total = sum(parts, asked);
      if (total != null
          && (best == null
              || total.exact() && !best.exact()
              || total.exact() == best.exact() && total.sum().compareTo(best.sum()) > 0)) {
        best = total;
      }
    }
    asked.remove(path);
    return best;
  }

  private @Nullable Total sum(List<Equation.Operand> operands, Set<String> asked) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean exact = true;
    Set<String> parts = new LinkedHashSet<>();
    for (Equation.Operand operand : operands) {
      String path = operand.path();
      Figure figure = content.figures().at(path);
      if (figure instanceof Figure.Stated stated) {
        sum = sum.add(stated.number());
        parts.add(path);
      } else if (!(figure instanceof Figure.NotApplicable)) {
        Total part =
            figure instanceof Figure.Blank && !asked.contains(path) ? added(path, asked) : null;
        if (part != null) {
          sum = sum.add(part.sum());
          parts.addAll(part.parts());
        }
        exact &=
            part != null ? part.exact() : figure instanceof Figure.Blank && leavesNoneBlank(path);
      }
    }
    return parts.isEmpty() ? null : new Total(sum, exact, parts);
  }

  /** By each rule that makes the cell the sum of others, those others. */
  private List<List<Equation.Operand>> partsOf(String path) {
    String edition = content.editions().get(CellPath.section(path));
    return edition == null
        ? List.of()
        : PARTS.get(forms.known(edition), KnownTotals::parts).getOrDefault(path, List.of());
  }

  private static Map<String, List<List<Equation.Operand>>> parts(Form form) {
    Map<String, List<List<Equation.Operand>>> parts = new HashMap<>();
    for (Equation equation : Equation.of(form, Rule.Sum.class)) {
      if (equation.operands().noneMatch(Equation.Operand::negative)) {
        addParts(equation.left(), equation.right(), parts);
        addParts(equation.right(), equation.left(), parts);
      }
    }
    return parts;
  }

  private static void addParts(
      List<Equation.Operand> total,
      List<Equation.Operand> of,
      Map<String, List<List<Equation.Operand>>> into) {
    if (total.size() == 1 && of.size() > 1) {
      into.computeIfAbsent(total.getFirst().path(), path -> new ArrayList<>()).add(of);
    }
  }
}
