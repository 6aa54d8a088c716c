package org.gongkai.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the rule of its kind of what a file writes. A rule without what its kind decides by is
 * refused, and so is one with a key that its kind does not take: it would decide nothing, although
 * its author thinks that it does.
 */
final class RuleReader {

  private static final Set<String> EQUATION = Set.of("section", "each", "rows", "left", "right");

  private final String file;

  RuleReader(String file) {
    this.file = file;
  }

  Rule rule(WrittenRule written) {
    require(written.id() != null && !written.id().isBlank(), "rules has an entry without id");
    String place = "rules." + written.id();
    require(written.relation() != null, place + " has no relation");
    requireNoOther(place, written);
    Rule.Head head =
        new Rule.Head(
            written.id(),
            written.version(),
            written.severity(),
            written.label(),
            written.basis(),
            written.hint(),
            written.examples());
    return switch (written.relation()) {
      case SUM -> {
        requireSides(place, written);
        yield new Rule.Sum(
            head,
            written.section(),
            written.each(),
            written.rows(),
            written.left(),
            written.right());
      }
      case AT_LEAST -> {
        requireEach(place, written);
        require(!written.left().isEmpty(), place + " lacks its left side");
        yield new Rule.AtLeast(
            head,
            written.section(),
            written.each(),
            written.rows(),
            written.left(),
            written.right());
      }
      case YEARS -> {
        requireSides(place, written);
        yield new Rule.Years(
            head,
            written.section(),
            written.each(),
            written.rows(),
            written.left(),
            written.right(),
            written.firstYear());
      }
      case JUMP -> {
        require(
            written.factor() != null && written.threshold() != null,
            place + " wants a factor and a threshold");
        require(
            written.peers() == null || written.peers() > 0,
            place + " wants a number of peers above 0, or none");
        yield new Rule.Jump(head, written.factor(), written.threshold(), written.peers());
      }
      case PEERS -> {
        require(
            written.factor() != null
                && written.threshold() != null
                && written.peers() != null
                && written.peers() > 0,
            place + " wants a factor, a threshold and a number of peers above 0");
        yield new Rule.Peers(head, written.factor(), written.threshold(), written.peers());
      }
      case RESERVED -> {
        require(written.each() == Rule.Each.ROW, place + " holds for each row and does not say so");
        require(!written.rows().isEmpty(), place + " names no row");
        require(!written.openTo().isEmpty(), place + " is open to nobody");
        yield new Rule.Reserved(head, written.section(), written.rows(), written.openTo());
      }
      case COPIED, ALIKE -> {
        require(
            isShare(written.share()) && written.shortest() != null && written.shortest() > 0,
            place + " wants a share above 0 and up to 1, and a shortest text");
        yield new Rule.Likeness(head, written.relation(), written.share(), written.shortest());
      }
      case FILLED -> new Rule.Filled(head, written.rows());
      case KIND,
          BLANK,
          TEXT,
          STATED,
          UNSURE,
          LISTED,
          UNLISTED,
          DATED,
          EARLIER,
          PRIVATE,
          SECRET,
          LEFTOVER,
          UNIT,
          NAMED,
          PERIOD,
          READABLE,
          SIGNED,
          HEADED,
          LAYOUT,
          SOLE ->
          new Rule.Plain(head, written.relation());
    };
  }

  private void requireSides(String place, WrittenRule written) {
    requireEach(place, written);
    require(!written.left().isEmpty() && !written.right().isEmpty(), place + " lacks a side");
  }

  private void requireEach(String place, WrittenRule written) {
    require(written.each() != null, place + " does not say each row or each column");
  }

  private static boolean isShare(BigDecimal share) {
    return share != null && share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0;
  }

  private void requireNoOther(String place, WrittenRule written) {
    Map<String, Boolean> has = new LinkedHashMap<>();
    has.put("section", written.section() != null);
    has.put("each", written.each() != null);
    has.put("rows", !written.rows().isEmpty());
    has.put("left", !written.left().isEmpty());
    has.put("right", !written.right().isEmpty());
    has.put("factor", written.factor() != null);
    has.put("threshold", written.threshold() != null);
    has.put("firstYear", written.firstYear() != 0);
    has.put("peers", written.peers() != null);
    has.put("openTo", !written.openTo().isEmpty());
    has.put("share", written.share() != null);
    has.put("shortest", written.shortest() != null);
    Set<String> takes =
        switch (written.relation()) {
          case SUM, AT_LEAST -> EQUATION;
          case YEARS -> Set.of("section", "each", "rows", "left", "right", "firstYear");
          case JUMP, PEERS -> Set.of("factor", "threshold", "peers");
          case RESERVED -> Set.of("section", "each", "rows", "openTo");
          case COPIED, ALIKE -> Set.of("share", "shortest");
          case FILLED -> Set.of("rows");
          default -> Set.of();
        };
    List<String> others =
        has.keySet().stream().filter(key -> has.get(key) && !takes.contains(key)).toList();
    require(
        others.isEmpty(),
        "%s is of relation %s, which takes no %s"
            .formatted(place, written.relation().code(), String.join(", ", others)));
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ContradictoryForm(file, otherwise);
    }
  }
}
