package org.gongkai.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.check.KnownTotals;
import org.gongkai.check.StatedSum;
import org.gongkai.finding.CellState;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Computes the percentages of a text again. One is right if any number that it can be of makes it:
 * those before it, what its list adds up to, the totals of the form. One is wrong only where it is
 * known of which number it is: because the others of its list are of that, because the list is a
 * whole (its percentages make 100), or because nothing else stands there.
 */
final class Proportions {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String PIECES = "条件篇则个份宗起项例次";

  private final Form form;
  private final Content content;
  private final KnownTotals cellTotals;
  private final ClaimWords words;
  private final List<Rule> rules;
  private final List<BigDecimal> totals = new ArrayList<>();
  private final List<BigDecimal> bases = new ArrayList<>();

  Proportions(Forms forms, Content content, KnownTotals cellTotals) {
    this.cellTotals = cellTotals;
    this.form = forms.inForce(content.year());
    this.content = content;
    this.words = ClaimWords.of(forms, content.year());
    this.rules = form.rules(Relation.PROPORTION);
    words.bases.forEach(
        cells -> cellTotals.sum(cells).filter(StatedSum::whole).ifPresent(this::addBase));
    totals.addAll(bases);
    content
        .published()
        .filter(total -> total.count() instanceof Figure.Stated)
        .ifPresent(total -> totals.add(((Figure.Stated) total.count()).number()));
  }

  private void addBase(StatedSum sum) {
    bases.add(sum.sum());
  }

  List<Finding> find(NarrativeText text) {
    Passage passage = text.passage();
    List<Finding> findings = new ArrayList<>();
    if (rules.isEmpty() || passage.signs().indexOf('%') < 0) {
      return findings;
    }
    SharesOfText shares = new SharesOfText(words, passage);
    for (SharesOfText.Group group : shares.groups()) {
      if (group.counts()) {
        checkCounted(text, shares, group, findings);
      } else {
        checkNamed(text, shares, group, findings);
      }
    }
    return findings;
  }

  private void checkCounted(
      NarrativeText text, SharesOfText shares, SharesOfText.Group group, List<Finding> findings) {
    List<Share> all = group.shares();
    int from = Objects.requireNonNull(group.first().part()).place();
    List<Quantity> before = shares.before(from);
    if (!all.stream().allMatch(Share::isExact)
        || before.stream().anyMatch(q -> mayBeBase(q, all))) {
      return;
    }
    List<BigDecimal> sums = sums(all, shares.behind(group.last().end()));
    Set<BigDecimal> possible = new LinkedHashSet<>(sums);
    before.forEach(q -> possible.add(q.number()));
    possible.addAll(totals);
    List<Share> wrong = all.stream().filter(s -> possible.stream().noneMatch(s::isOf)).toList();
    if (wrong.isEmpty()) {
      return;
    }
    BigDecimal whole = whole(shares, group, before, sums, possible, wrong);
    if (whole == null || whole.signum() <= 0) {
      return;
    }
    boolean hundred = sum(all).compareTo(HUNDRED) == 0;
    for (Share share : wrong) {
      BigDecimal part = share.number();
      BigDecimal computed = share.percentage().computed(part, whole);
      BigDecimal off = computed.subtract(share.percentage().number()).abs();
      // the last digit of one makes all of them 100
      boolean evened = hundred && off.compareTo(share.percentage().unit()) <= 0;
      if (!evened) {
        add(text, share.from(), share.end(), share.percentage().number(), computed, findings);
        if (wrong.size() == all.size()) {
          return;
        }
      }
    }
  }

  /** Whether one that is only about so many can be what the list is of. */
  private static boolean mayBeBase(Quantity quantity, List<Share> all) {
    return quantity.approximate()
        && isPieces(quantity)
        && all.stream().allMatch(s -> s.number().compareTo(quantity.number()) <= 0);
  }

  private static boolean isPieces(Quantity quantity) {
    return PIECES.contains(quantity.unit());
  }

  /** What the list adds up to, and with what stands behind it without a percentage. */
  private static List<BigDecimal> sums(List<Share> all, @Nullable Quantity behind) {
    BigDecimal sum = all.stream().map(Share::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> sums = new ArrayList<>();
    if (all.size() > 1) {
      sums.add(sum);
    }
    if (behind != null) {
      sums.add(sum.add(behind.number()));
      sums.add(behind.number());
    }
    return sums;
  }

  private static BigDecimal sum(List<Share> all) {
    return all.stream().map(s -> s.percentage().number()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of which number the wrong ones must be; null where that is not known. */
  private @Nullable BigDecimal whole(
      SharesOfText shares,
      SharesOfText.Group group,
      List<Quantity> before,
      List<BigDecimal> sums,
      Set<BigDecimal> possible,
      List<Share> wrong) {
    List<Share> all = group.shares();
    BigDecimal best = null;
    long most = 0;
    for (BigDecimal candidate : possible) {
      long right = all.stream().filter(s -> s.isOf(candidate)).count();
      if (right > most) {
        best = candidate;
        most = right;
      }
    }
    if (most >= 2 && most >= wrong.size()) {
      return best;
    }
    Quantity nearest = nearest(shares, group, before);
    if (most == 1 && all.size() == 2 && best != null) {
      boolean known =
          sums.contains(best)
              || bases.contains(best)
              || nearest != null && nearest.number().compareTo(best) == 0;
      return known ? best : null;
    }
    if (most == 0 && all.size() > 1 && isWhole(all)) {
      return sums.getFirst();
    }
    return most == 0 && all.size() == 1 && nearest != null ? nearest.number() : null;
  }

  /** Whether the percentages make 100, as they do of a list that leaves nothing out. */
  private static boolean isWhole(List<Share> all) {
    BigDecimal unit =
        all.stream().map(s -> s.percentage().unit()).max(BigDecimal::compareTo).orElseThrow();
    BigDecimal rounded = unit.multiply(BigDecimal.valueOf(all.size()));
    return sum(all).subtract(HUNDRED).abs().compareTo(rounded) <= 0;
  }

  /** The number next before the list that can be its total, if the words between say so. */
  private @Nullable Quantity nearest(
      SharesOfText shares, SharesOfText.Group group, List<Quantity> before) {
    Share first = group.first();
    BigDecimal largest =
        group.shares().stream().map(Share::number).max(BigDecimal::compareTo).orElseThrow();
    for (Quantity quantity : before) {
      if (isPieces(quantity) && quantity.number().compareTo(largest) >= 0) {
        String between = shares.between(quantity.place() + 1, group.last().percentage().start());
        boolean compares = words.theirs.matcher(between).find();
        boolean itself = quantity.place() == Objects.requireNonNull(first.part()).place();
        return !itself && !compares && words.ofIt.matcher(between).find() ? quantity : null;
      }
    }
    return null;
  }

  private void checkNamed(
      NarrativeText text, SharesOfText shares, SharesOfText.Group group, List<Finding> findings) {
    List<Share> all = group.shares();
    if (!all.stream().allMatch(Share::isExact)) {
      return;
    }
    boolean complete = all.size() > 1 && leavesNothing(group) && !isWhole(all);
    if (complete) {
      addList(text, group, findings);
      return;
    }
    boolean ofOthers =
        content.scope() == Scope.ORGAN
            && words.others.matcher(shares.sentence(group.first().from())).find();
    if (bases.isEmpty() || ofOthers) {
      return;
    }
    for (Share share : all) {
      Optional<StatedSum> part =
          words.shares.stream()
              .filter(known -> known.name().matcher(share.name()).matches())
              .findFirst()
              .flatMap(known -> cellTotals.sum(known.cells()))
              .filter(StatedSum::whole);
      if (part.isPresent()
          && bases.size() == words.bases.size()
          && bases.getLast().signum() > 0
          && bases.stream().noneMatch(b -> share.percentage().isOf(part.get().sum(), b))) {
        add(
            text,
            share.from(),
            share.end(),
            share.percentage().number(),
            share.percentage().computed(part.get().sum(), bases.getLast()),
            findings);
      }
    }
  }

  /** Whether its last name is that of the rest, or its names are all that there are. */
  private boolean leavesNothing(SharesOfText.Group group) {
    String names = group.shares().stream().map(Share::name).collect(Collectors.joining("\n"));
    return words.rest.matcher(group.last().name()).matches()
        || words.whole.stream().anyMatch(whole -> whole.matcher(names).matches());
  }

  private void add(
      NarrativeText text,
      int from,
      int end,
      BigDecimal printed,
      BigDecimal computed,
      List<Finding> into) {
    into.addAll(findings(FindingKind.RATE_DIFFERS, text, from, end, printed, computed));
  }

  private void addList(NarrativeText text, SharesOfText.Group group, List<Finding> into) {
    into.addAll(
        findings(
            FindingKind.LIST_DIFFERS,
            text,
            group.first().from(),
            group.last().end(),
            HUNDRED,
            sum(group.shares())));
  }

  private List<Finding> findings(
      FindingKind kind, NarrativeText text, int from, int end, BigDecimal left, BigDecimal right) {
    List<CellState> words = List.of(text.quoteRead(from, end));
    return rules.stream()
        .map(rule -> text.finding(form, rule, kind, words, left, right).in(Finding.Unit.PERCENT))
        .toList();
  }
}
