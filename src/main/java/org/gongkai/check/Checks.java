package org.gongkai.check;

import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.finding.Suggestion;
import org.gongkai.form.CellPath;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Figures;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.PublicationCount;
import org.gongkai.language.Glyphs;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.TextReader;
import org.gongkai.registry.OrganKind;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Severity;

/** The rules that one report is held against by itself. */
public final class Checks {

  private static final String PUBLICATIONS = "publications";

  private static final Pattern STREET_ALTOGETHER = Pattern.compile("街道\\s{0,3}共");

  private static final TextRules NOTHING_MORE = (content, totals, texts) -> List.of();

  /** Rules of the text that a later room has, for parts that are read once for all of them. */
  public interface TextRules {

    /**
     * What they say of the text of a report.
     *
     * @param totals what its cells make
     */
    List<Finding> find(Content content, KnownTotals totals, List<NarrativeText> texts);
  }

  private final Forms forms;
  private final TextRules more;
  private final TextReader reader;
  private final Map<String, List<Equation>> equations = new HashMap<>();
  private final LowerBounds lowerBounds;

  /** Without what later rooms hold the text against. */
  public Checks(Forms forms) {
    this(forms, NOTHING_MORE);
  }

  public Checks(Forms forms, TextRules more) {
    this(forms, more, new TextReader(forms));
  }

  /**
   * @param reader of texts, which others may have, too
   */
  public Checks(Forms forms, TextRules more, TextReader reader) {
    this.more = more;
    this.reader = reader;
    this.forms = forms;
    forms.all().forEach(f -> equations.put(f.edition(), Equation.of(f, Rule.Sum.class)));
    lowerBounds = new LowerBounds(forms);
  }

  /** What the rules say of a report; errors first. */
  public List<Finding> check(Content content) {
    List<Finding> broken = new ArrayList<>();
    List<Finding> doubtful = new ArrayList<>();
    Blanks blank = new Blanks();
    List<Finding> remarks = new ArrayList<>();
    content.figures().forEach((path, figure) -> checkCell(content, path, figure, broken, blank));
    checkPublications(content, broken, blank);
    content
        .editions()
        .forEach(
            (section, edition) -> {
              List<Finding> ofSection = new ArrayList<>();
              for (Equation equation : Objects.requireNonNull(equations.get(edition))) {
                if (equation.rule().section().equals(section)) {
                  checkEquation(equation, content.figures(), ofSection, doubtful);
                }
              }
              broken.addAll(suggesting(ofSection, section, edition, content.figures()));
            });
    for (Finding below : lowerBounds.check(content)) {
      switch (below.severity()) {
        case ERROR -> broken.add(below);
        case WARNING -> doubtful.add(below);
        case INFO -> remarks.add(below);
      }
    }
    doubtful.addAll(otherLayouts(content));
    broken.addAll(new TextCheck(forms.inForce(content.year()), content).findings());
    NarrativeChecks narrative = new NarrativeChecks(forms, content, reader, more);
    narrative.findings().forEach(f -> (f.severity() == Severity.INFO ? remarks : doubtful).add(f));
    broken.addAll(doubtful);
    broken.addAll(blank.findings());
    broken.addAll(remarks);
    return List.copyOf(broken);
  }

  /**
   * What the text says besides where its organ is a street office: 石桥街道共收到7件 is then of itself, if
   * that is its name, and elsewhere of one of many.
   */
  public List<Finding> asStreet(Content content, Reporter reporter) {
    boolean street =
        reporter.kind() == OrganKind.DISPATCHED_OFFICE
            && content.narrative().values().stream()
                .anyMatch(text -> STREET_ALTOGETHER.matcher(Glyphs.read(text)).find());
    if (!street) {
      return List.of();
    }
    Set<String> found = new HashSet<>();
    new NarrativeChecks(forms, content, reader, NOTHING_MORE)
        .findings()
        .forEach(f -> found.add(f.id()));
    return new NarrativeChecks(forms, content, reader, NOTHING_MORE, reporter.name())
        .findings().stream().filter(f -> !found.contains(f.id())).toList();
  }

  /**
   * Sections in another layout than the year's. One that states nothing has the layout that it
   * names, as sums count it.
   */
  private List<Finding> otherLayouts(Content content) {
    Form inForce = forms.inForce(content.year());
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : inForce.rules(Relation.LAYOUT)) {
      content
          .editions()
          .forEach(
              (section, edition) -> {
                if (forms.layouts().isOther(section, edition, inForce.edition())) {
                  CellState used = new CellState(section, null, TextNode.valueOf(edition));
                  findings.add(
                      Finding.of(
                          inForce,
                          rule,
                          FindingKind.OLD_LAYOUT,
                          section,
                          section,
                          List.of(used),
                          null,
                          BigDecimal.valueOf(content.year())));
                }
              });
    }
    return findings;
  }

  /** The broken rules of a section, with what would set them right. */
  private List<Finding> suggesting(
      List<Finding> broken, String section, String edition, Figures figures) {
    if (broken.isEmpty()) {
      return broken;
    }
    List<Equation> its =
        Objects.requireNonNull(equations.get(edition)).stream()
            .filter(e -> e.rule().section().equals(section))
            .toList();
    ZeroTotals totals = ZeroTotals.of(its, figures);
    Optional<Suggestion> others =
        CorrectionSuggester.of(forms.known(edition).knownSection(section), its, totals.filledIn());
    LeastTotals least = new LeastTotals(its, totals.filledIn());
    return totals.suggestingTo(broken).stream()
        .map(
            f ->
                f.suggestion() != null
                    ? f
                    : others.or(() -> least.suggestion(f)).map(f::suggesting).orElse(f))
        .toList();
  }

  private void checkCell(
      Content content, String path, Figure figure, List<Finding> broken, Blanks blank) {
    if (isSaid(figure)) {
      return;
    }
    String section = CellPath.section(path);
    Form form = forms.known(Objects.requireNonNull(content.editions().get(section)));
    note(form, section, CellState.of(path, figure), figure, broken, blank);
  }

  /** Whether it is a number of its kind, or says that none belongs there. */
  private static boolean isSaid(Figure figure) {
    return switch (figure) {
      case Figure.Stated stated -> true;
      case Figure.NotApplicable none -> true;
      case Figure.Malformed malformed -> false;
      case Figure.Blank nothing -> false;
    };
  }

  private static void note(
      Form form,
      String section,
      CellState cell,
      Figure figure,
      List<Finding> broken,
      Blanks blank) {
    if (figure instanceof Figure.Malformed) {
      broken.add(malformed(form, section, cell));
    } else {
      blank.add(form, section, cell);
    }
  }

  private static Finding malformed(Form form, String section, CellState cell) {
    return Finding.of(
        form,
        form.rules(Relation.KIND).getFirst(),
        FindingKind.MALFORMED,
        section,
        cell.path(),
        List.of(cell),
        null,
        null);
  }

  private void checkPublications(Content content, List<Finding> broken, Blanks blank) {
    Form form = forms.inForce(content.year());
    List<PublicationCount> channels = content.publications();
    for (int i = 0; i < channels.size(); i++) {
      Figure count = channels.get(i).count();
      if (!isSaid(count)) {
        note(form, PUBLICATIONS, CellState.of(i, channels.get(i)), count, broken, blank);
      }
    }
    content
        .published()
        .map(PublicationCount::count)
        .filter(count -> !isSaid(count))
        .ifPresent(
            count ->
                note(
                    form,
                    PUBLICATIONS,
                    CellState.of("publications.total.count", count),
                    count,
                    broken,
                    blank));
  }

  private static void checkEquation(
      Equation equation, Figures figures, List<Finding> broken, List<Finding> doubtful) {
    Equation.Side left = Equation.Side.of(equation.left(), figures);
    Equation.Side right = Equation.Side.of(equation.right(), figures);
    switch (Equation.verdict(left, right)) {
      case HOLDS -> {
        // nothing to say
      }
      case IN_DOUBT ->
          doubtful.add(
              equation.finding(Severity.WARNING, FindingKind.IN_DOUBT, left, right, figures));
      case BROKEN ->
          broken.add(
              equation.finding(
                  equation.rule().severity(), FindingKind.BROKEN, left, right, figures));
    }
  }
}
