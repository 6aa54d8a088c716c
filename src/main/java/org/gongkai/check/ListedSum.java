package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.language.Frame;

/**
 * The numbers that a sentence lists, for the one that adds them up: 当面申请1件、网络申请5件，共计6件. Only one
 * that really is their sum is understood so.
 */
final class ListedSum {

  private static final int FEWEST = 2;

  private final Lexicon lexicon;
  private final List<Item> items = new ArrayList<>();

  ListedSum(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  private record Item(BigDecimal number, String of, boolean certain) {}

  /** What the sum is the number of. */
  record Listed(Frame frame, boolean certain) {}

  /** One more number, and what it was understood as. */
  void add(QuantityReader.Quantity quantity, List<Statement> stated) {
    if (stated.size() != 1) {
      items.add(new Item(quantity.number(), "", false));
      return;
    }
    Statement only = stated.getFirst();
    String channel = only.channel();
    Frame frame = only.frame();
    String of = channel != null ? channel : frame != null ? frame.id() : "";
    items.add(new Item(quantity.number(), of, only.certain() && only.plain()));
  }

  /** What a number is of that is the sum of the last ones. */
  Optional<Listed> of(QuantityReader.Quantity quantity) {
    return lexicon.sums.entrySet().stream()
        .filter(sum -> isSum(quantity.number(), sum.getValue()))
        .findFirst()
        .map(this::listed);
  }

  private Listed listed(Map.Entry<String, Set<String>> sum) {
    boolean certain = last(sum.getValue()).stream().filter(Item::certain).count() >= FEWEST;
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
