package org.gongkai.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.language.Frame;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;

/** What else a text states of the same, so that a number that differs can be that of a part. */
final class OtherStatements {

  /** Channels of which different numbers are told. */
  private final Set<String> several;

  /** Channels of which a number of its own is told. */
  private final Set<String> single = new HashSet<>();

  /** The largest number that is told for certain of all that was published; 0 where none is. */
  private BigDecimal largestTotal = BigDecimal.ZERO;

  /** Whether what is told of all that was published is right somewhere. */
  private boolean rightTotal;

  /** By the first cells, which numbers are told: more than one where some are of parts. */
  private final Map<List<String>, Set<BigDecimal>> numbers = new HashMap<>();

  OtherStatements(Content content, List<NarrativeText> texts) {
    this.several = PublicationsInText.several(texts);
    for (NarrativeText text : texts) {
      for (Statement statement : text.statements()) {
        if (statement.isOfPublications()) {
          single.add(PublicationsInText.channelOf(statement));
        }
        if (statement.isOfAll()) {
          noteTotal(statement, content);
        }
        Frame frame = statement.frame();
        if (frame != null && !frame.cells().isEmpty()) {
          numbers
              .computeIfAbsent(frame.cells().getFirst(), c -> new HashSet<>())
              .add(statement.number().stripTrailingZeros());
        }
      }
    }
  }

  private void noteTotal(Statement statement, Content content) {
    if (statement.certain()) {
      largestTotal = largestTotal.max(statement.number());
    }
    rightTotal |=
        content
            .published()
            .map(total -> total.count())
            .filter(Figure.Stated.class::isInstance)
            .map(count -> ((Figure.Stated) count).number())
            .filter(number -> Agreement.agrees(statement, statement.number(), number))
            .isPresent();
  }

  /** Whether no other number is told of the same channel, or of all of them. */
  boolean isOnly(Statement statement) {
    return !several.contains(PublicationsInText.channelOf(statement));
  }

  /** Whether one of the channels that share a number has one of its own, too. */
  boolean tellOneOf(Set<String> sharing) {
    return sharing.stream().anyMatch(single::contains);
  }

  /** What is less than another total, or told beside the right one, can be that of a part. */
  boolean makeItOneOfSeveralTotals(Statement statement) {
    return rightTotal || largestTotal.compareTo(statement.number()) > 0;
  }

  /** One that is described is all of them only where no other number of them is told. */
  boolean makeItAPart(Statement statement) {
    Frame frame = Objects.requireNonNull(statement.frame());
    return statement.narrowed()
        && numbers.getOrDefault(frame.cells().getFirst(), Set.of()).size() > 1;
  }
}
