package org.gongkai.crosscheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.language.Phrase;
import org.gongkai.narrative.Lexicon;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.rule.Rule;

/**
 * Finds parts of a text that stand in another report: of the same organ in the years before, or of
 * another organ of the region in the same year. Samples of both ({@link Shingles}) say which two to
 * look at; the texts themselves say how much is the same.
 *
 * <p>What several organs of a region have in common is what they were given to write, and is not
 * held against any of them.
 */
public final class CopyChecks {

  /** More organs than this that have the same words were given them. */
  private static final int MOST_COPIES = 3;

  private static final double CANDIDATE_SHARE = 0.5;

  /**
   * Of the sketch of a part. A text that is seven tenths the same has two of eight in 98 of 100
   * cases, and one that is nine tenths the same always.
   */
  private static final double SKETCH_SHARE = 0.25;

  /** Numbers that stand for a part of a text. */
  private static final int SKETCH = 8;

  private static final int FEWEST_SHARED = 2;
  private static final int FEWEST_PRINTS = 3;

  /** A part of less has so few shingles that one of them must do. */
  private static final int SHORT = 200;

  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final int CANDIDATES = 2;

  private final Forms forms;

  public CopyChecks(Forms forms) {
    this.forms = forms;
  }

  /**
   * Another report, as far as it is known without its text.
   *
   * @param id an identifier of the caller's choice
   * @param shingles of its text; of another organ's at least those that stand in the sketch of the
   *     report's parts, too
   */
  public record Other(long id, String organ, int year, Shingles shingles) {}

  /**
   * A part of the text that may stand in another report.
   *
   * @param whole whether it stands for the whole text, which is too short to be compared by parts
   */
  public record Candidate(String part, Other other, boolean whole) {}

  /** The text of a report as it is compared. */
  public PlainNarrative plain(Content content) {
    return PlainNarrative.of(forms, content);
  }

  /** Whether a part of the text is long enough to be compared. */
  public boolean isComparable(Content content, PlainNarrative text) {
    int shortest = shortest(content);
    return text.parts().values().stream().anyMatch(part -> part.length() >= shortest)
        || ShortDocuments.of(text, shortest).isPresent();
  }

  private int shortest(Content content) {
    return rules(content).mapToInt(Rule.Likeness::shortest).min().orElse(Integer.MAX_VALUE);
  }

  /** Those about copies come before those about what is only alike. */
  private Stream<Rule.Likeness> rules(Content content) {
    Form form = forms.inForce(content.year());
    return form.rules(Rule.Likeness.class).stream()
        .sorted(Comparator.comparing(Rule.Likeness::relation));
  }

  /** A sketch of each part that is long enough to be compared: by these a report is found. */
  public Shingles sketch(Content content, PlainNarrative text) {
    int shortest = shortest(content);
    Shingles ofParts =
        Shingles.of(
            text.parts().values().stream()
                .filter(plain -> plain.length() >= shortest)
                .flatMapToInt(plain -> sketch(Shingles.of(List.of(plain))).stream())
                .toArray());
    return ShortDocuments.of(text, shortest)
        .map(all -> ofParts.and(ShortDocuments.sketch(all)))
        .orElse(ofParts);
  }

  private static Shingles sketch(Shingles ofPart) {
    return ofPart.smallest(SKETCH);
  }

  /** Which reports to look at for each part, the likeliest first. */
  public List<Candidate> candidates(Content content, PlainNarrative text, List<Other> others) {
    int shortest = shortest(content);
    List<Other> own = others.stream().filter(o -> o.organ().equals(content.organ())).toList();
    List<Other> ofOthers = others.stream().filter(o -> !o.organ().equals(content.organ())).toList();
    List<Candidate> candidates = new ArrayList<>();
    text.parts()
        .forEach(
            (part, plain) -> {
              Shingles shingles = Shingles.of(List.of(plain));
              int fewest = plain.length() < SHORT ? 1 : FEWEST_PRINTS;
              if (plain.length() >= shortest && shingles.size() >= fewest) {
                addLikely(
                    part, shingles, own, shingles.size(), CANDIDATE_SHARE, fewest, candidates);
                addLikely(
                    part,
                    sketch(shingles),
                    ofOthers,
                    MOST_COPIES,
                    SKETCH_SHARE,
                    fewest,
                    candidates);
              }
            });
    ShortDocuments.of(text, shortest)
        .ifPresent(
            all ->
                addWhole(
                    ShortDocuments.shown(text), ShortDocuments.sketch(all), ofOthers, candidates));
    return candidates;
  }

  /** Adds those of other organs that have all of a short text, if they are few. */
  private static void addWhole(
      String part, Shingles sketch, List<Other> others, List<Candidate> into) {
    List<Other> same =
        others.stream()
            .filter(o -> sketch.sharedWith(o.shingles()).cardinality() == sketch.size())
            .toList();
    if (same.size() <= MOST_COPIES) {
      same.stream().limit(CANDIDATES).forEach(o -> into.add(new Candidate(part, o, true)));
    }
  }

  private record Likely(Other other, BitSet shared) {}

  /**
   * Adds those that share much of what few of them share.
   *
   * @param few how many others may have what counts
   * @param share of what counts that one must have
   * @param fewest how many shingles must count
   */
  private static void addLikely(
      String part,
      Shingles own,
      List<Other> others,
      int few,
      double share,
      int fewest,
      List<Candidate> into) {
    List<Likely> all =
        others.stream().map(o -> new Likely(o, own.sharedWith(o.shingles()))).toList();
    int[] having = new int[own.size()];
    all.forEach(likely -> likely.shared().stream().forEach(i -> having[i]++));
    BitSet rare = new BitSet(own.size());
    for (int i = 0; i < having.length; i++) {
      rare.set(i, having[i] <= few);
    }
    if (rare.cardinality() < Math.max(fewest, own.size() * CANDIDATE_SHARE)) {
      return;
    }
    all.forEach(likely -> likely.shared().and(rare));
    double shared = Math.max(Math.min(FEWEST_SHARED, fewest), rare.cardinality() * share);
    all.stream()
        .filter(likely -> likely.shared().cardinality() >= shared)
        .sorted(Comparator.comparingInt((Likely l) -> l.shared().cardinality()).reversed())
        .limit(CANDIDATES)
        .forEach(likely -> into.add(new Candidate(part, likely.other(), false)));
  }

  /**
   * What the texts say: for each part the report that it is most like, if that is like enough.
   *
   * @param others the candidates, and what their reports say
   */
  public List<Finding> check(Content content, Map<Candidate, Content> others) {
    Map<String, Finding> found = new LinkedHashMap<>();
    others.forEach(
        (candidate, other) ->
            (candidate.whole()
                    ? wholeFinding(content, candidate.part(), other)
                    : finding(content, candidate.part(), other))
                .ifPresent(
                    f ->
                        found.merge(
                            candidate.part(),
                            f,
                            (a, b) ->
                                Objects.requireNonNull(a.left()).compareTo(b.left()) >= 0
                                    ? a
                                    : b)));
    return List.copyOf(found.values());
  }

  /** Where the whole text, which is short, is that of another organ's report. */
  private Optional<Finding> wholeFinding(Content content, String part, Content other) {
    int shortest = shortest(content);
    PlainNarrative here = plain(content);
    PlainNarrative there = plain(other);
    boolean same =
        ShortDocuments.of(here, shortest)
            .flatMap(all -> ShortDocuments.of(there, shortest).filter(all::isTheSameAs))
            .isPresent();
    if (!same) {
      return Optional.empty();
    }
    PlainText own = Objects.requireNonNull(here.parts().get(part));
    Phrase customary = Lexicon.of(forms, content.year()).customary;
    Overlap overlap = Overlap.of(own, other.narrative(), customary);
    return overlap.part().isEmpty()
        ? Optional.empty()
        : rules(content)
            .findFirst()
            .map(
                rule ->
                    finding(
                        forms.inForce(content.year()), rule, content, part, other, overlap, ALL));
  }

  private Optional<Finding> finding(Content content, String part, Content other) {
    Phrase customary = Lexicon.of(forms, content.year()).customary;
    String text = textOf(content, part);
    PlainText plain = PlainText.of(text, customary);
    Overlap overlap = Overlap.of(plain, other.narrative(), customary);
    Form form = forms.inForce(content.year());
    return rules(content)
        .filter(rule -> plain.length() >= rule.shortest())
        .filter(rule -> overlap.share().compareTo(rule.share()) >= 0)
        .findFirst()
        .map(
            rule ->
                finding(form, rule, content, part, other, overlap, overlap.share().multiply(ALL)));
  }

  private static String textOf(Content content, String part) {
    return Objects.requireNonNull(content.narrative().get(part));
  }

  private static Finding finding(
      Form form,
      Rule rule,
      Content content,
      String part,
      Content other,
      Overlap overlap,
      BigDecimal percent) {
    NarrativeText here = NarrativeText.unread(part, textOf(content, part));
    NarrativeText there = NarrativeText.unread(overlap.part(), textOf(other, overlap.part()));
    String organ = other.organ().equals(content.organ()) ? null : other.organ();
    CellState own = here.quote(overlap.start(), overlap.end());
    CellState others =
        there.quote(overlap.startThere(), overlap.endThere()).ofReport(other.year(), organ);
    return here.finding(
        form, rule, FindingKind.COPIED, List.of(own, others), percent.stripTrailingZeros(), null);
  }
}
