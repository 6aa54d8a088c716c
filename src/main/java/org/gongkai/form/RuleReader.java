package org.gongkai.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.gongkai.rule.WrittenRule;
import org.jspecify.annotations.Nullable;

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
            written.concern(),
            written.basis(),
            written.hint(),
            written.examples());
    return switch (written.relation()) {
      case SUM, AT_LEAST, YEARS -> twoSided(place, head, written);
      case JUMP -> jump(place, head, written);
      case PEERS -> peers(place, head, written);
      case RESERVED -> reserved(place, head, written);
      case COPIED, ALIKE -> likeness(place, head, written);
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
          PROPORTION,
          GROWTH,
          CITED,
          TOLD,
          SOLE ->
          new Rule.Plain(head, written.relation());
    };
  }

  private Rule twoSided(String place, Rule.Head head, WrittenRule written) {
    List<String> left = written.left();
    List<String> right = written.right();
    if (written.relation() == Relation.AT_LEAST) {
      require(!left.isEmpty(), place + " lacks its left side");
    } else {
      require(!left.isEmpty() && !right.isEmpty(), place + " lacks a side");
    }
    String section = said(written.section(), place + " is about the unknown section null");
    Rule.Each each = said(written.each(), place + " does not say each row or each column");
    List<String> rows = written.rows();
    return switch (written.relation()) {
      case SUM -> new Rule.Sum(head, section, each, rows, left, right);
      case AT_LEAST -> new Rule.AtLeast(head, section, each, rows, left, right);
      case YEARS -> new Rule.Years(head, section, each, rows, left, right, written.firstYear());
      default -> throw new IllegalArgumentException(place + " has no two sides");
    };
  }

  private Rule jump(String place, Rule.Head head, WrittenRule written) {
    String wanted = place + " wants a factor and a threshold";
    BigDecimal factor = said(written.factor(), wanted);
    BigDecimal threshold = said(written.threshold(), wanted);
    Integer peers = written.peers();
    require(peers == null || peers > 0, place + " wants a number of peers above 0, or none");
    return new Rule.Jump(head, factor, threshold, peers);
  }

  private Rule peers(String place, Rule.Head head, WrittenRule written) {
    String wanted = place + " wants a factor, a threshold and a number of peers above 0";
    int peers = said(written.peers(), wanted);
    require(peers > 0, wanted);
    return new Rule.Peers(
        head, said(written.factor(), wanted), said(written.threshold(), wanted), peers);
  }

  private Rule reserved(String place, Rule.Head head, WrittenRule written) {
    require(written.each() == Rule.Each.ROW, place + " holds for each row and does not say so");
    require(!written.rows().isEmpty(), place + " names no row");
    require(!written.openTo().isEmpty(), place + " is open to nobody");
    String section = said(written.section(), place + " is about the unknown section null");
    return new Rule.Reserved(head, section, written.rows(), written.openTo());
  }

  private Rule likeness(String place, Rule.Head head, WrittenRule written) {
    String wanted = place + " wants a share above 0 and up to 1, and a shortest text";
    BigDecimal share = said(written.share(), wanted);
    int shortest = said(written.shortest(), wanted);
    require(isShare(share) && shortest > 0, wanted);
    return new Rule.Likeness(head, written.relation(), share, shortest);
  }

  private static boolean isShare(BigDecimal share) {
    return share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0;
  }

  private void requireNoOther(String place, WrittenRule written) {
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
    List<String> others = keys(written).stream().filter(key -> !takes.contains(key)).toList();
    require(
        others.isEmpty(),
        "%s is of relation %s, which takes no %s"
            .formatted(place, written.relation().code(), String.join(", ", others)));
  }

  /** The keys that are written of those that not every kind of rule takes. */
  private static List<String> keys(WrittenRule written) {
    Map<String, Boolean> keys = new LinkedHashMap<>();
    keys.put("section", written.section() != null);
    keys.put("each", written.each() != null);
    keys.put("rows", !written.rows().isEmpty());
    keys.put("left", !written.left().isEmpty());
    keys.put("right", !written.right().isEmpty());
    keys.put("factor", written.factor() != null);
    keys.put("threshold", written.threshold() != null);
    keys.put("firstYear", written.firstYear() != 0);
    keys.put("peers", written.peers() != null);
    keys.put("openTo", !written.openTo().isEmpty());
    keys.put("share", written.share() != null);
    keys.put("shortest", written.shortest() != null);
    return keys.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  private <T> T said(@Nullable T value, String otherwise) {
    if (value == null) {
      throw new ContradictoryForm(file, otherwise);
    }
    return value;
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ContradictoryForm(file, otherwise);
    }
  }
}
