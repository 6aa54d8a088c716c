package org.gongkai.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.language.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a sentence lists, for the one that adds them up: 当面申请1件、网络申请5件，共计6件. Only one
 * that really is their sum is understood so.
 */
final class ListedSum {

  private static final int FEWEST = 2;
  private static final int FEWEST_KINDS = 3;
  private static final String ALL_PUBLISHED = "published";

  private final Lexicon lexicon;
  private final List<Item> items = new ArrayList<>();

  ListedSum(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  private record Item(Quantity quantity, String of, @Nullable Statement stated) {

    BigDecimal number() {
      return quantity.number();
    }

    boolean certain() {
      return stated != null && stated.certain() && stated.plain();
    }
  }

  /** What the sum is the number of. */
  record Listed(Frame frame, boolean certain) {}

  /**
   * Kinds of one thing.
   *
   * @param from place of the first of them
   * @param thing what the sum is the number of; null where not all of them are known to be of it
   */
  record Kinds(int from, @Nullable Statement thing) {}

  /** One more number, and what it was understood as. */
  void add(Quantity quantity, List<Statement> stated) {
    if (stated.size() != 1) {
      items.add(new Item(quantity, "", null));
      return;
    }
    Statement only = stated.getFirst();
    String channel = only.channel();
    Frame frame = only.frame();
    String of = channel != null ? channel : frame != null ? frame.id() : ALL_PUBLISHED;
    items.add(new Item(quantity, of, only));
  }

  /** What a number is of that is the sum of the last ones. */
  Optional<Listed> of(Quantity quantity) {
    return lexicon.sums.entrySet().stream()
        .filter(sum -> isSum(quantity.number(), sum.getValue()))
        .findFirst()
        .map(this::listed);
  }

  /** The last ones that a number is the sum of, where none of them is of another thing. */
  Optional<Kinds> kinds(Quantity quantity) {
    BigDecimal sum = BigDecimal.ZERO;
    Item known = null;
    boolean all = true;
    boolean certain = false;
    for (int i = items.size() - 1; i >= 0; i--) {
      Item item = items.get(i);
      boolean bound = item.stated() != null;
      if (!item.quantity().unit().equals(quantity.unit())
          || bound && known != null && !known.of().equals(item.of())) {
        return Optional.empty();
      }
      known = bound ? item : known;
      all &= bound;
      certain |= item.certain();
      sum = sum.add(item.number());
      if (i <= items.size() - FEWEST && sum.compareTo(quantity.number()) == 0 && known != null) {
        Statement thing = all && certain ? known.stated() : null;
        return Optional.of(new Kinds(item.quantity().place(), thing));
      }
    }
    return Optional.empty();
  }

  /**
   * Kinds that a number is the sum of, of which none, or only the first, is known to be published.
   */
  List<Quantity> published(Quantity quantity) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = items.size() - 1; i >= 0; i--) {
      Item item = items.get(i);
      Statement stated = item.stated();
      if (!item.quantity().unit().equals(quantity.unit())
          || stated != null && !stated.isOfPublications()) {
        return List.of();
      }
      sum = sum.add(item.number());
      if (i <= items.size() - FEWEST_KINDS && sum.compareTo(quantity.number()) == 0) {
        return items.subList(i, items.size()).stream().map(Item::quantity).toList();
      }
      if (stated != null) {
        return List.of();
      }
    }
    return List.of();
  }

  private Listed listed(Map.Entry<String, Set<String>> sum) {
    boolean certain = last(sum.getValue()).stream().anyMatch(Item::certain);
    return new Listed(lexicon.frame(sum.getKey()), certain);
  }

  private boolean isSum(BigDecimal number, Set<String> of) {
    List<Item> last = last(of);
    BigDecimal sum = last.stream().map(Item::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    return last.size() >= FEWEST && sum.compareTo(number) == 0;
  }

  /** The items at the end that can be parts. */
  private List<Item> last(Set<String> of) {
    int from = items.size();
    while (from > 0 && of.contains(items.get(from - 1).of())) {
      from--;
    }
    return items.subList(from, items.size());
  }
}
