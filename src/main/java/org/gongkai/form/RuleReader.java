package org.gongkai.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
      case SUM -> {
        requireSides(place, written);
        yield new Rule.Sum(
            head,
            section(place, written),
            each(place, written),
            written.rows(),
            written.left(),
            written.right());
      }
      case AT_LEAST -> {
        require(!written.left().isEmpty(), place + " lacks its left side");
        yield new Rule.AtLeast(
            head,
            section(place, written),
            each(place, written),
            written.rows(),
            written.left(),
            written.right());
      }
      case YEARS -> {
        requireSides(place, written);
        yield new Rule.Years(
            head,
            section(place, written),
            each(place, written),
            written.rows(),
            written.left(),
            written.right(),
            written.firstYear());
      }
      case JUMP -> {
        String wanted = place + " wants a factor and a threshold";
        Integer peers = written.peers();
        Rule.Jump jump =
            new Rule.Jump(
                head, said(written.factor(), wanted), said(written.threshold(), wanted), peers);
        require(peers == null || peers > 0, place + " wants a number of peers above 0, or none");
        yield jump;
      }
      case PEERS -> {
        String wanted = place + " wants a factor, a threshold and a number of peers above 0";
        int peers = said(written.peers(), wanted);
        require(peers > 0, wanted);
        yield new Rule.Peers(
            head, said(written.factor(), wanted), said(written.threshold(), wanted), peers);
      }
      case RESERVED -> {
        require(written.each() == Rule.Each.ROW, place + " holds for each row and does not say so");
        require(!written.rows().isEmpty(), place + " names no row");
        require(!written.openTo().isEmpty(), place + " is open to nobody");
        yield new Rule.Reserved(head, section(place, written), written.rows(), written.openTo());
      }
      case COPIED, ALIKE -> {
        String wanted = place + " wants a share above 0 and up to 1, and a shortest text";
        BigDecimal share = said(written.share(), wanted);
        int shortest = said(written.shortest(), wanted);
        require(isShare(share) && shortest > 0, wanted);
        yield new Rule.Likeness(head, written.relation(), share, shortest);
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
          PROPORTION,
          GROWTH,
          CITED,
          TOLD,
          SOLE ->
          new Rule.Plain(head, written.relation());
    };
  }

  private void requireSides(String place, WrittenRule written) {
    require(!written.left().isEmpty() && !written.right().isEmpty(), place + " lacks a side");
  }

  private Rule.Each each(String place, WrittenRule written) {
    return said(written.each(), place + " does not say each row or each column");
  }

  private String section(String place, WrittenRule written) {
    return said(written.section(), place + " is about the unknown section null");
  }

  private static boolean isShare(BigDecimal share) {
    return share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0;
  }

  private void requireNoOther(String place, WrittenRule written) {
    List<String> has = new ArrayList<>();
    if (written.section() != null) {
      has.add("section");
    }
    if (written.each() != null) {
      has.add("each");
    }
    if (!written.rows().isEmpty()) {
      has.add("rows");
    }
    if (!written.left().isEmpty()) {
      has.add("left");
    }
    if (!written.right().isEmpty()) {
      has.add("right");
    }
    if (written.factor() != null) {
      has.add("factor");
    }
    if (written.threshold() != null) {
      has.add("threshold");
    }
    if (written.firstYear() != 0) {
      has.add("firstYear");
    }
    if (written.peers() != null) {
      has.add("peers");
    }
    if (!written.openTo().isEmpty()) {
      has.add("openTo");
    }
    if (written.share() != null) {
      has.add("share");
    }
    if (written.shortest() != null) {
      has.add("shortest");
    }
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
    List<String> others = has.stream().filter(key -> !takes.contains(key)).toList();
    require(
        others.isEmpty(),
        "%s is of relation %s, which takes no %s"
            .formatted(place, written.relation().code(), String.join(", ", others)));
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
